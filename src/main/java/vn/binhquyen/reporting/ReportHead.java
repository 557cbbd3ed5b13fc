package vn.binhquyen.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.statistics.Nature;

/**
 * What is known of a report beside what it says.
 *
 * @param round null where it arrived from a unit that was not asked here
 * @param plan null likewise, as the title of the plan
 * @param receiver the unit whose standing agency receives it
 * @param receiverName that agency
 * @param unit the unit of the reporting agency
 * @param official whether its figures are those of the whole unit
 * @param dueOn null where no day was set
 * @param cutOff last day whose work is counted as carried out
 * @param edition how often it was sent
 * @param consolidation the consolidated report of the unit that it is; null where it was written here
 */
public record ReportHead(
        SubmissionId id,
        @Nullable RoundId round,
        @Nullable PlanId plan,
        @Nullable String planTitle,
        @Nullable String planNumber,
        UnitId receiver,
        String receiverName,
        AgencyId agency,
        int agencyKey,
        String agencyName,
        UnitId unit,
        String unitName,
        int unitKey,
        short province,
        ReportKind kind,
        Period period,
        @Nullable LocalDate dueOn,
        LocalDate cutOff,
        SubmissionState state,
        int edition,
        boolean official,
        @Nullable ConsolidationId consolidation,
        @Nullable OffsetDateTime firstSubmittedAt,
        @Nullable OffsetDateTime submittedAt,
        long version) {

    /** Whether the period goes on after the cut-off, so that the whole of it is estimated as well. */
    public boolean early() {
        return Occurrence.early(period, cutOff);
    }

    /** What its figures claim: what was carried out, and where it is early also what is expected. */
    public List<Nature> natures() {
        return early() ? List.of(Nature.ACTUAL, Nature.ESTIMATED) : List.of(Nature.ACTUAL);
    }

    /** Whether it was not there in time, as of the day: derived, never set. */
    public boolean late(LocalDate today) {
        if (dueOn == null) {
            return false;
        }
        return firstSubmittedAt == null
                ? today.isAfter(dueOn)
                : firstSubmittedAt.toLocalDate().isAfter(dueOn);
    }

    /** Who it comes from, as its receiver says: a consolidated report is that of the whole unit. */
    public String sender() {
        if (consolidation != null) {
            return "UBND " + unitName;
        }
        return unit.equals(receiver) ? agencyName : agencyName + " " + unitName;
    }

    public String title() {
        return Titles.of(kind, period);
    }
}
