package vn.binhquyen.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plain list to be written as a spreadsheet of one sheet.
 *
 * @param title printed above the list; also names the sheet, as far as a sheet may be named so
 * @param rows cells in the order of the columns; null is an empty cell
 */
public record XlsxSheet(String title, List<Column> columns, List<List<@Nullable Object>> rows) {
    public XlsxSheet {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> checked = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of %d cells in a list of %d columns: %s".formatted(row.size(), columns.size(), row));
            }
            for (int i = 0; i < row.size(); i++) {
                Object cell = row.get(i);
                if (cell != null && !columns.get(i).kind().type.isInstance(cell)) {
                    throw new IllegalArgumentException("Not a %s in column \"%s\": %s"
                            .formatted(columns.get(i).kind(), columns.get(i).header(), cell));
                }
            }
            checked.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = List.copyOf(checked);
    }

    public record Column(String header, Kind kind) {}

    /** What the cells of a column hold. */
    public enum Kind {
        /** A {@link String}. */
        TEXT(String.class),
        /** A {@link Number}, shown with "." for thousands and "," for decimals where the reader's computer is Vietnamese. */
        NUMBER(Number.class),
        /** A {@link Number} in percent: 75.5 is shown as 75,5%. */
        PERCENTAGE(Number.class),
        /** A {@link LocalDate}, shown as dd/MM/yyyy. */
        DATE(LocalDate.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }
    }
}
