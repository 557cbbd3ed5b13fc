package vn.binhquyen.statistics.entry;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stood in a cell, newest first, and what was said about it. */
public record CellHistory(List<Step> steps, List<Remark> remarks) {
    public CellHistory {
        steps = List.copyOf(steps);
        remarks = List.copyOf(remarks);
    }

    /**
     * One figure, or that it was taken away.
     *
     * @param number null where it was taken away
     * @param by null where the account can't be found any more
     * @param reason why it was changed after it had been sent in; null where it had not
     */
    public record Step(
            @Nullable BigDecimal number,
            OffsetDateTime at,
            @Nullable String by,
            @Nullable String reason,
            boolean imported) {}

    public record Remark(OffsetDateTime at, @Nullable String by, boolean flagged, String text) {}
}
