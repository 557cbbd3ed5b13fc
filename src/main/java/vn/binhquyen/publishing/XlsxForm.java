package vn.binhquyen.publishing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form to be filled in a spreadsheet: what is printed is protected, what is asked for is open, sums are computed. Each
 * open cell has a name, so that it is known again wherever it comes to stand.
 *
 * @param head lines above the first grid, the first one large
 * @param identity what the reader of the filled form has to know, kept where nobody sees it
 */
public record XlsxForm(String sheetName, List<String> head, List<Part> parts, Map<String, String> identity) {
    public XlsxForm {
        head = List.copyOf(head);
        parts = List.copyOf(parts);
        identity = Map.copyOf(identity);
    }

    /** One grid. */
    public record Part(String title, String help, List<String> headers, List<Row> rows) {
        public Part {
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
        }
    }

    /** @param slots null where nothing is asked for */
    public record Row(String label, String unit, int indent, boolean strong, List<@Nullable Slot> slots) {
        public Row {
            slots = Collections.unmodifiableList(new ArrayList<>(slots));
        }
    }

    /**
     * A cell.
     *
     * @param id letters, digits and points
     * @param number what stands in it; null where it is empty
     * @param parts ids of the cells that it adds up; empty where it is filled in
     */
    public record Slot(String id, @Nullable BigDecimal number, List<String> parts) {
        public Slot {
            parts = List.copyOf(parts);
        }
    }
}
