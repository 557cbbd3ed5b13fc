package vn.binhquyen.statistics.entry;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What became of a change of a cell. */
public sealed interface Outcome {
    /**
     * It counts, now or since it came the first time.
     *
     * @param number what stands in the cell; null where it is empty
     */
    record Saved(@Nullable BigDecimal number) implements Outcome {}

    /**
     * It can't be a figure of this cell.
     *
     * @param code key of the message that says why
     */
    record Refused(String code) implements Outcome {}

    /**
     * Somebody else changed the cell meanwhile; a person decides.
     *
     * @param theirs what stands there now; null where they took it away
     * @param by their name; null where it can't be told any more
     */
    record Clash(
            @Nullable BigDecimal theirs,
            @Nullable String by,
            @Nullable OffsetDateTime at) implements Outcome {}
}
