package vn.binhquyen.reporting.query;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.reporting.ConsolidationHead;
import vn.binhquyen.reporting.Round;
import vn.binhquyen.reporting.SubmissionId;
import vn.binhquyen.reporting.SubmissionState;

/**
 * A round as who receives it sees it: who has sent, who is late, who is missing.
 *
 * @param consolidation null where none is begun
 */
public record Desk(
        Round round, List<Reporter> reporters, @Nullable ConsolidationHead consolidation) {

    /**
     * One who owes.
     *
     * @param unitName null where it is an agency of the receiving unit
     * @param submission null where nothing is begun
     * @param state null likewise
     * @param late derived from its day, as of today
     * @param remindedAt null where nobody reminded it
     */
    public record Reporter(
            AgencyId agency,
            String name,
            @Nullable String unitName,
            LocalDate dueOn,
            @Nullable SubmissionId submission,
            @Nullable SubmissionState state,
            int edition,
            @Nullable OffsetDateTime submittedAt,
            boolean late,
            int reminders,
            @Nullable OffsetDateTime remindedAt) {

        public boolean isArrived() {
            return state != null && state.arrived();
        }

        /** Where its report stands, as the status words say: a report in work is not sent yet. */
        public String status() {
            if (state == null || state == SubmissionState.DRAFT) {
                return late ? "LATE" : "MISSING";
            }
            return state.name();
        }
    }

    public long count(String status) {
        return reporters.stream().filter(one -> one.status().equals(status)).count();
    }

    public long arrived() {
        return reporters.stream().filter(Reporter::isArrived).count();
    }

    /** Who has sent nothing yet; a returned report was sent once. */
    public long missing() {
        return count("MISSING") + count("LATE");
    }

    /** Whether there is anybody but the given agency to remind. */
    public boolean isAwaitingOthersThan(AgencyId own) {
        return reporters.stream()
                .anyMatch(one -> !one.isArrived() && !one.agency().equals(own));
    }
}
