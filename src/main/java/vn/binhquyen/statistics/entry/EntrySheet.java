package vn.binhquyen.statistics.entry;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormSheet;

/**
 * A form of one unit and period with its figures.
 *
 * @param closed why nothing can be entered; null where it can
 * @param sentAt null while it was not sent in, as who did it
 * @param locks the elements whose figures stay as they are, each with the reason
 * @param elements by their keys
 * @param cells every cell of the form has its entry
 */
public record EntrySheet(
        FormSheet sheet,
        FormDefinition form,
        @Nullable Refused closed,
        @Nullable OffsetDateTime sentAt,
        @Nullable String sentBy,
        Map<Integer, Refused> locks,
        Map<Integer, DataElement> elements,
        Map<CellKey, EntryCell> cells) {

    public EntrySheet {
        locks = Map.copyOf(locks);
        elements = Map.copyOf(elements);
        cells = Map.copyOf(cells);
    }

    public boolean sent() {
        return sentAt != null;
    }

    /** Whether the cell stays as it is, whatever reason is given. */
    public boolean isShut(CellKey cell) {
        return closed != null || locks.containsKey(cell.element());
    }

    /** What stands in the cells that are not empty. */
    Map<CellKey, BigDecimal> numbers() {
        Map<CellKey, BigDecimal> numbers = new HashMap<>();
        cells.forEach((key, cell) -> {
            if (cell.number() != null) {
                numbers.put(key, cell.number());
            }
        });
        return numbers;
    }

    /** Whether a row is asked for: where the cell on which it hangs is above zero, or it hangs on none. */
    public boolean asksFor(@Nullable CellKey shownIf) {
        EntryCell cell = shownIf == null ? null : cells.get(shownIf);
        BigDecimal number = cell == null ? null : cell.number();
        return shownIf == null || (number != null && number.signum() > 0);
    }
}
