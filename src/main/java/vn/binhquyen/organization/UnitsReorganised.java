package vn.binhquyen.organization;

import java.time.LocalDate;
import java.util.List;
import vn.binhquyen.kernel.UnitId;

/**
 * Units were merged, split, moved or renamed, or that was taken back: told in the transaction that did it.
 *
 * @param units those that end, change or live on as their successors; new ones have nothing yet
 * @param on the first day on which the change holds; may lie in the past
 */
public record UnitsReorganised(List<UnitId> units, LocalDate on) {
    public UnitsReorganised {
        units = List.copyOf(units);
    }
}
