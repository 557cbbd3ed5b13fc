package vn.binhquyen.plan.query;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;

/**
 * The page of a plan.
 *
 * @param content the version in force; the newest one where none is in force and the reader is of the unit
 * @param issuerName the authority in whose name it is signed: a people's committee, or the agency that keeps it
 * @param parent the plan above; null where none is known here
 * @param children how many plans carry this one out
 */
public record PlanSummary(
        PlanHead head,
        PlanContent content,
        String issuerName,
        String agencyName,
        @Nullable Parent parent,
        TaskCounts tasks,
        int children) {
    public record Parent(PlanId id, String numberAndSymbol, String title) {}
}
