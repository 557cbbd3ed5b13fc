package vn.binhquyen.intake.text;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.text.page.Page;
import vn.binhquyen.intake.text.page.Word;

/** The words of a PDF's text layer with their places and looks, and the rules that may draw a table. */
final class PdfWords extends PDFTextStripper {

    private final List<Page> pages = new ArrayList<>();
    private final Set<TextPosition> thickened = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PdfRules rules = new PdfRules(this);
    private List<Word> words = List.of();

    private PdfWords() {
        rules.listen(this::addOperator);
    }

    static List<Page> of(PDDocument document) throws IOException {
        var reader = new PdfWords();
        reader.writeText(document, Writer.nullWriter());
        return reader.pages;
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (mode == RenderingMode.FILL_STROKE) {
            thickened.add(glyph);
        }
        super.processTextPosition(glyph);
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        words = List.of();
        rules.begin(page);
        super.processPage(page);
        var box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        double width = turned ? box.getHeight() : box.getWidth();
        pages.add(new Page(getCurrentPageNo(), width, words, rules.found()));
        thickened.clear();
    }

    /** Takes the glyphs of the page as they were printed and writes nothing. */
    @Override
    protected void writePage() {
        var glyphs = charactersByArticle.stream().flatMap(List::stream).toList();
        var directions = glyphs.stream().collect(Collectors.groupingBy(TextPosition::getDir, Collectors.counting()));
        float upright = directions.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(0f);
        var gathering = new Gathering();
        glyphs.stream().filter(glyph -> glyph.getDir() == upright).forEach(gathering::add);
        gathering.end();
        words = List.copyOf(gathering.words);
    }

    private final class Gathering {
        private final List<Word> words = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable TextPosition first;
        private @Nullable TextPosition last;
        private boolean spaced;
        private @Nullable TextPosition blank;

        void add(TextPosition glyph) {
            String letters = glyph.getUnicode();
            if (letters == null || letters.isBlank()) {
                end();
                last = null;
                blank = glyph;
                return;
            }
            if (last != null && !(adjoins(last, glyph) && sameLook(last, glyph))) {
                end();
            }
            if (first == null) {
                first = glyph;
                spaced = blank != null && isClose(blank, glyph);
            }
            text.append(letters);
            last = glyph;
            blank = null;
        }

        void end() {
            if (first != null && last != null) {
                PDFont font = first.getFont();
                words.add(new Word(
                        LegacyLetters.ofFont(font.getName(), text.toString()),
                        first.getXDirAdj(),
                        last.getXDirAdj() + last.getWidthDirAdj(),
                        first.getYDirAdj(),
                        Math.max(1, Math.abs(first.getYScale())),
                        isBold(first),
                        isItalic(font),
                        spaced,
                        false));
            }
            first = null;
            text.setLength(0);
        }
    }

    private static boolean isClose(TextPosition blank, TextPosition glyph) {
        return Math.abs(glyph.getXDirAdj() - blank.getXDirAdj() - blank.getWidthDirAdj())
                < 0.5 * Math.max(1, Math.abs(glyph.getYScale()));
    }

    private static boolean adjoins(TextPosition before, TextPosition after) {
        double gap = after.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
        double size = Math.max(1, Math.abs(before.getYScale()));
        return Math.abs(after.getYDirAdj() - before.getYDirAdj()) < 0.5 * size
                && gap < Word.WORD_GAP * size
                && gap > -0.6 * size;
    }

    private boolean sameLook(TextPosition one, TextPosition other) {
        return isBold(one) == isBold(other)
                && isItalic(one.getFont()) == isItalic(other.getFont())
                && Math.abs(one.getYScale() - other.getYScale()) < 0.5
                && Math.abs(one.getYDirAdj() - other.getYDirAdj()) < 0.5;
    }

    private boolean isBold(TextPosition glyph) {
        PDFont font = glyph.getFont();
        var described = font.getFontDescriptor();
        return thickened.contains(glyph)
                || name(font).matches(".*(?:bold|black|heavy|vntimeb|-bd).*")
                || (described != null && (described.isForceBold() || described.getFontWeight() >= 600));
    }

    private static boolean isItalic(PDFont font) {
        var described = font.getFontDescriptor();
        return name(font).matches(".*(?:italic|oblique).*") || (described != null && described.isItalic());
    }

    private static String name(PDFont font) {
        return font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
    }
}
