package vn.binhquyen.intake.text.page;

import java.util.List;

/** A stretch of a page that is read in one way. */
sealed interface Section {

    /** Rows of running text. */
    record Flow(double pageWidth, List<Row> rows) implements Section {}

    /** Two columns side by side, as above the title and around the signature; the left is read first. */
    record Columns(int page, List<Row> left, List<Row> right) implements Section {}

    /** Rows of a table without rules; tabs part the columns. */
    record Tabbed(int page, List<List<List<Word>>> rows) implements Section {}

    /** A table with rules. */
    record Table(List<List<TableCell>> rows) {}

    /** @param column from 1, as the rules count it */
    record TableCell(int column, List<Row> rows) {}
}
