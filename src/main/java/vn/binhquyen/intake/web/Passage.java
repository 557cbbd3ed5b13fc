package vn.binhquyen.intake.web;

import java.util.List;

/**
 * A paragraph or a table of a document, as the page shows it.
 *
 * @param lines of a paragraph, which flow on into one another; empty for a table
 * @param rows of a table: cells, each with its lines; empty for a paragraph
 * @param close whether nothing parts it from what stands above
 * @param ruled whether a table shows its lines; one that only sets things side by side (head, signature) does not
 */
record Passage(List<MarkedText.Line> lines, List<List<List<MarkedText.Line>>> rows, boolean close, boolean ruled) {

    static Passage paragraph(List<MarkedText.Line> lines, boolean close) {
        return new Passage(List.copyOf(lines), List.of(), close, false);
    }

    static Passage table(List<List<List<MarkedText.Line>>> rows, boolean ruled) {
        return new Passage(List.of(), List.copyOf(rows), false, ruled);
    }

    public boolean table() {
        return !rows.isEmpty();
    }

    public boolean centred() {
        return !lines.isEmpty() && lines.getFirst().centred();
    }

    public boolean heading() {
        return !lines.isEmpty() && lines.getFirst().heading() > 0;
    }
}
