package vn.binhquyen.plan.query;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One version of a plan.
 *
 * @param reason why it was written; null for the first
 * @param numberAndSymbol null until it is issued
 */
public record VersionRow(
        int no,
        State state,
        @Nullable String reason,
        @Nullable String numberAndSymbol,
        @Nullable LocalDate issuedOn,
        @Nullable String signedBy,
        OffsetDateTime createdAt) {
    public enum State {
        IN_WORK,
        IN_FORCE,
        SUPERSEDED,
        /** An amendment that was given up. */
        ABANDONED
    }
}
