package vn.binhquyen.publishing;

import java.util.List;

/** What is printed, one under the other; the renderers know only these. */
sealed interface Part {

    /**
     * A paragraph, without line breaks of its own.
     *
     * @param narrowed millimetres by which it is indented on both sides beyond its style
     */
    record Line(Style style, List<Run> runs, double narrowed) implements Part {
        Line(Style style, String text) {
            this(style, List.of(Run.plain(text)), 0);
        }

        String text() {
            return String.join("", runs.stream().map(Run::text).toList());
        }
    }

    /** A drawn line, centred in its column, as long as the decree wants it. */
    record Rule(double millimetres) implements Part {}

    /** A framed word at the left, as stamps are. */
    record Frame(Line line, double millimetres) implements Part {}

    /**
     * Two columns without borders.
     *
     * @param leftShare of the text width, between 0 and 1
     * @param keptWithPrevious whether a page may not begin with it
     */
    record Columns(double leftShare, boolean keptWithPrevious, List<Pair> rows) implements Part {}

    record Pair(List<Part> left, List<Part> right) {}

    /** A table with borders; its header is repeated on every page. */
    record Grid(Block.Table table) implements Part {}

    /** The start of an annex: a new page, numbered from 1 again. */
    record NewAnnex(boolean landscape) implements Part {}
}
