package vn.binhquyen.reporting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.statistics.Nature;

/**
 * One occurrence of a report that several owe.
 *
 * @param parentPlan the plan of the level above; null where none is known
 * @param unit the unit whose standing agency receives and consolidates
 * @param receiverName that agency
 * @param aboveName who receives the consolidated report at the level above; null where there is none
 * @param dueOn the last day on which one of the reporters owes
 * @param cutOff last day whose work is counted as carried out
 * @param sendUpOn by when the consolidated report goes up; null where nobody asked
 * @param withdrawn whether the plan does not ask for it any more
 */
public record Round(
        RoundId id,
        PlanId plan,
        String planTitle,
        String planNumber,
        LocalDate planIssuedOn,
        @Nullable PlanId parentPlan,
        UnitId unit,
        String unitName,
        String receiverName,
        @Nullable String aboveName,
        String title,
        ReportKind kind,
        Period period,
        LocalDate dueOn,
        LocalDate cutOff,
        @Nullable LocalDate sendUpOn,
        boolean withdrawn) {

    /** The authority in whose name the consolidated report is issued. */
    public String authority() {
        return "UBND " + unitName;
    }

    /** Whether the period goes on after the cut-off, so that the whole of it is estimated as well. */
    public boolean early() {
        return Occurrence.early(period, cutOff);
    }

    /** What its figures claim: what was carried out, and where it is early also what is expected. */
    public List<Nature> natures() {
        return early() ? List.of(Nature.ACTUAL, Nature.ESTIMATED) : List.of(Nature.ACTUAL);
    }
}
