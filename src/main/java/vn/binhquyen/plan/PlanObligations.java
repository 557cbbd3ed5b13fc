package vn.binhquyen.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    static PlanObligations of(PlanHead head, PlanContent content) {
        Map<UUID, PlanItem.Party> parties = new HashMap<>();
        content.parties().forEach(party -> parties.put(party.id(), party));
        return new PlanObligations(
                head.id(),
                head.unit(),
                head.issuer(),
                head.status(),
                requireNonNull(content.title()),
                head.numberAndSymbol(),
                requireNonNull(head.issuedOn()),
                requireNonNull(content.period()),
                head.parent(),
                content.reportingDuties().stream()
                        .map(duty -> report(duty, parties))
                        .toList(),
                content.objectives().stream()
                        .flatMap(objective ->
                                objective.indicators().stream().map(owned -> owned(objective, owned, parties)))
                        .toList());
    }

    private static ReportOwed report(PlanItem.ReportingDuty duty, Map<UUID, PlanItem.Party> parties) {
        return new ReportOwed(
                duty.id(),
                duty.kind(),
                duty.dueOn(),
                duty.recurring(),
                LivingParts.agencies(duty.from(), parties).distinct().toList(),
                duty.toAgency(),
                duty.to());
    }

    private static OwnedIndicator owned(
            PlanItem.Objective objective, PlanItem.Indicator indicator, Map<UUID, PlanItem.Party> parties) {
        return new OwnedIndicator(
                indicator.id(),
                indicator.no(),
                indicator.text(),
                objective.title(),
                indicator.direction(),
                indicator.catalogue(),
                indicator.countsPersons(),
                LivingParts.agencies(indicator.owners(), parties).distinct().toList(),
                indicator.targets());
    }

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
