package vn.binhquyen.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a document's content, in the order of reading. */
public sealed interface Block {

    /** A heading with its own printed label; the label is written as text, so that it is read back exactly. */
    record Heading(Level level, @Nullable String label, String text) implements Block {}

    /** Levels of a plan or report (Decree 30/2020, Appendix I.II.6): the label's form is the caller's. */
    enum Level {
        /** "Phần I", centred, its title on the next line in capitals. */
        PART,
        /** "I.", in capitals. */
        SECTION,
        /** "1.", with a title. */
        CLAUSE,
        /** "1.1.", with a title. */
        SUBCLAUSE,
        /** "a)". */
        POINT
    }

    /** Justified text with an indented first line. */
    record Paragraph(List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }

        public Paragraph(String text) {
            this(List.of(Run.plain(text)));
        }
    }

    /** An item without a number; printed after "- ", or after "+ " where it belongs to another item. */
    record Bullet(int depth, List<Run> runs) implements Block {
        public Bullet {
            runs = List.copyOf(runs);
            if (depth < 0 || depth > 1) {
                throw new IllegalArgumentException("An item is of depth 0 or 1, not " + depth);
            }
        }

        public Bullet(String text) {
            this(0, List.of(Run.plain(text)));
        }

        public static Bullet nested(String text) {
            return new Bullet(1, List.of(Run.plain(text)));
        }
    }

    /**
     * A table whose header is repeated on every page.
     *
     * @param caption printed centred above the table
     */
    record Table(@Nullable String caption, List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("A table needs a column");
            }
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("A row of %d cells in a table of %d columns: %s"
                            .formatted(row.cells().size(), columns.size(), row.cells()));
                }
            }
        }

        /** Of the columns, in the unit of the width that they share. */
        List<Double> widths(double width) {
            double sum = columns.stream().mapToInt(Column::width).sum();
            return columns.stream().map(column -> column.width() * width / sum).toList();
        }

        boolean startsGroup(int column) {
            String group = columns.get(column).group();
            return group != null
                    && (column == 0 || !group.equals(columns.get(column - 1).group()));
        }

        /** How many columns the group that starts at this column holds. */
        int groupSize(int column) {
            int end = column + 1;
            while (end < columns.size() && columns.get(end).group() != null && !startsGroup(end)) {
                end++;
            }
            return end - column;
        }

        boolean grouped() {
            return columns.stream().anyMatch(column -> column.group() != null);
        }
    }

    /**
     * A column of a table.
     *
     * @param group a heading shared with the neighbouring columns of the same group ("Thực hiện" over "Nữ" and "Nam")
     * @param width relative to the other columns
     */
    record Column(@Nullable String group, String header, int width, Align align) {
        public Column {
            if (width < 1) {
                throw new IllegalArgumentException("A column's width is relative and at least 1, not " + width);
            }
        }

        public Column(String header, int width, Align align) {
            this(null, header, width, align);
        }
    }

    enum Align {
        LEFT(Style.CELL_LEFT),
        CENTRE(Style.CELL_CENTRE),
        RIGHT(Style.CELL_RIGHT);

        private final Style style;

        Align(Style style) {
            this.style = style;
        }

        Style style() {
            return style;
        }
    }

    /** A row of a table; strong rows (totals, group names) are printed bold. */
    record Row(List<String> cells, boolean strong) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(String... cells) {
            return new Row(List.of(cells), false);
        }

        public static Row strong(String... cells) {
            return new Row(List.of(cells), true);
        }
    }
}
