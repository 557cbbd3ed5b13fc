package vn.binhquyen.statistics.entry;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.ValueStatus;

/**
 * A cell of a form as it stands.
 *
 * @param number null where it is empty, as all that says who and when
 * @param before the figure of the period before; null where there is none
 * @param remarks how much was said about it
 * @param flagged whether it wants a second look
 * @param locked whether it is changed only with a reason
 */
public record EntryCell(
        @Nullable BigDecimal number,
        @Nullable ValueStatus status,
        @Nullable String by,
        @Nullable OffsetDateTime at,
        @Nullable BigDecimal before,
        int remarks,
        boolean flagged,
        boolean locked) {

    /** What the figure changed by since the period before; null where one of the two is missing. */
    public @Nullable BigDecimal change() {
        return number == null || before == null ? null : number.subtract(before);
    }
}
