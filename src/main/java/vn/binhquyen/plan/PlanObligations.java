package vn.binhquyen.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.UnitId;

/**
 * What a plan in force asks of whom: its names resolved to agencies.
 *
 * @param unit the unit that keeps the plan here
 * @param issuer the unit that issued it
 * @param parent null where there is none known here
 */
public record PlanObligations(
        PlanId plan,
        UnitId unit,
        UnitId issuer,
        PlanStatus status,
        String title,
        String numberAndSymbol,
        LocalDate issuedOn,
        PlanContent.Period period,
        @Nullable PlanId parent,
        List<ReportOwed> reports,
        List<OwnedIndicator> indicators) {

    /**
     * @param duty id of the plan's reporting duty, the same in all versions
     * @param dueOn null where the plan sets none; without a year where it comes back every year
     * @param to null means the standing agency of the issuer
     * @param toText the receiver as written; null where the plan does not say
     */
    public record ReportOwed(
            UUID duty,
            PlanItem.ReportKind kind,
            @Nullable PartialDate dueOn,
            boolean recurring,
            List<AgencyId> from,
            @Nullable AgencyId to,
            @Nullable String toText) {}

    /**
     * @param indicator id of the plan's indicator, the same in all versions
     * @param objective title of its objective
     * @param owners empty where the plan names nobody
     */
    public record OwnedIndicator(
            UUID indicator,
            @Nullable String no,
            String text,
            String objective,
            Direction direction,
            @Nullable String catalogue,
            boolean countsPersons,
            List<AgencyId> owners,
            List<PlanItem.Target> targets) {}
}
