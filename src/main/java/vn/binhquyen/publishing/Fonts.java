package vn.binhquyen.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The faces of Liberation Serif, which is free and has the widths of Times New Roman. */
enum Fonts {
    REGULAR("Regular", false, false),
    BOLD("Bold", true, false),
    ITALIC("Italic", false, true),
    BOLD_ITALIC("BoldItalic", true, true);

    static final String FAMILY = "Liberation Serif";

    /** Millimetres left free, so that a rounding in a renderer breaks no line. */
    private static final double ROOM = 1;

    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

    private final String face;
    final boolean bold;
    final boolean italic;

    Fonts(String face, boolean bold, boolean italic) {
        this.face = face;
        this.bold = bold;
        this.italic = italic;
    }

    InputStream open() {
        String file = "/liberation/LiberationSerif-" + face + ".ttf";
        InputStream stream = Fonts.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("The font is missing from the application: " + file);
        }
        return stream;
    }

    /** The width of a text in millimetres when it is set on one line in that style. */
    static double width(Style style, String text) {
        Fonts font = style.look.bold ? BOLD : REGULAR;
        return Measure.of(font).width(text) * style.look.size * MILLIMETRES_PER_POINT;
    }

    /**
     * The least width in millimetres in which a text fills no more lines than in the width available: set in it, no line
     * is left with a single word.
     */
    static double balancedWidth(Style style, String text, double available) {
        if (width(style, text) <= available - ROOM) {
            return available;
        }
        double space = width(style, " ");
        double[] words = Stream.of(text.split(" "))
                .mapToDouble(word -> width(style, word))
                .toArray();
        int lines = lines(words, space, available - ROOM);
        double balanced = available;
        while (balanced > 1 && lines(words, space, balanced - 1 - ROOM) == lines) {
            balanced--;
        }
        return balanced;
    }

    private static int lines(double[] words, double space, double available) {
        int lines = 1;
        double used = 0;
        for (double word : words) {
            if (used > 0 && used + space + word > available) {
                lines++;
                used = 0;
            }
            used += used > 0 ? space + word : word;
        }
        return lines;
    }

    /** Reads a face only once: its tables are large. */
    private record Measure(TrueTypeFont font, CmapLookup glyphs, int unitsPerEm) {
        private static final Measure OF_REGULAR = read(REGULAR);
        private static final Measure OF_BOLD = read(BOLD);

        static Measure of(Fonts font) {
            return font == BOLD ? OF_BOLD : OF_REGULAR;
        }

        private static Measure read(Fonts face) {
            try (InputStream stream = face.open()) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
                return new Measure(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        double width(String text) {
            return text.codePoints().mapToDouble(this::advance).sum() / unitsPerEm;
        }

        private synchronized double advance(int codePoint) {
            try {
                return font.getAdvanceWidth(glyphs.getGlyphId(codePoint));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
