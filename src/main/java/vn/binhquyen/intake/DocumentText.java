package vn.binhquyen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document as lines, normalised (composed accents, no markup) and with hints of how it looked.
 * The lines of a {@code .txt} or {@code .md} file keep their numbers; a paragraph of a {@code .docx} is one line, or
 * several where it holds line breaks, and automatic numbers are written out at its beginning.
 *
 * @param ocr whether the words were read off a picture
 */
public record DocumentText(Format format, boolean ocr, List<Line> lines) {

    /** The kinds of file that are read. */
    public enum Format {
        DOCX,
        DOC,
        ODT,
        PDF,
        HTML,
        MD,
        TXT,
        PNG,
        JPG,
        TIFF;

        /** Whether a line of the file may be a piece of a paragraph and no more; other readers make paragraphs whole. */
        public boolean breaksParagraphs() {
            return this == MD || this == TXT;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How a stretch of a line is set off. */
    public enum Mark {
        BOLD,
        ITALIC,
        RAISED_OR_LOWERED
    }

    /** @param from position of the first character in the line, from 0; @param to position after the last */
    public record Span(Mark mark, int from, int to) {}

    /** A cell of a table; tables, rows and columns count from 1. */
    public record Cell(int table, int row, int column) {}

    /**
     * @param number from 1
     * @param heading level of a heading from 1, or 0
     * @param autoLabel length of an automatic number written out at the beginning, or 0
     * @param page on which the line begins, from 1; null where the file has no pages
     */
    public record Line(
            int number,
            String text,
            int heading,
            boolean centred,
            int autoLabel,
            List<Span> spans,
            @Nullable Cell cell,
            @Nullable Integer page) {

        public Line(
                int number,
                String text,
                int heading,
                boolean centred,
                int autoLabel,
                List<Span> spans,
                @Nullable Cell cell) {
            this(number, text, heading, centred, autoLabel, spans, cell, null);
        }

        public boolean isBlank() {
            return text.isBlank();
        }

        /** Whether every letter and digit between the positions bears the mark. */
        public boolean isMarked(Mark mark, int from, int to) {
            if (spans.isEmpty()) {
                return false;
            }
            boolean any = false;
            for (int i = from; i < to; i++) {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    any = true;
                    if (!isMarkedAt(mark, i)) {
                        return false;
                    }
                }
            }
            return any;
        }

        private boolean isMarkedAt(Mark mark, int position) {
            for (Span span : spans) {
                if (span.mark() == mark && span.from() <= position && position < span.to()) {
                    return true;
                }
            }
            return false;
        }
    }

    public DocumentText {
        lines = List.copyOf(lines);
    }

    public DocumentText(Format format, List<Line> lines) {
        this(format, false, lines);
    }

    /** The number of the first line on each page, or nothing where the file has no pages. */
    public List<Integer> pageStarts() {
        var starts = new ArrayList<Integer>();
        for (Line line : lines) {
            while (line.page() != null && starts.size() < line.page()) {
                starts.add(line.number());
            }
        }
        return List.copyOf(starts);
    }

    /** All lines, joined by line breaks. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** The words at a place. @throws IndexOutOfBoundsException where the place lies outside the text */
    public String at(Place place) {
        var words = new StringBuilder();
        int line = place.line() - 1;
        int column = place.column() - 1;
        while (words.length() < place.length()) {
            String text = lines.get(line).text();
            int end = Math.min(text.length(), column + place.length() - words.length());
            words.append(text, column, end);
            if (words.length() < place.length()) {
                words.append('\n');
                line++;
                column = 0;
            }
        }
        return words.toString();
    }
}
