package vn.binhquyen.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.plan.PlanClosed;
import vn.binhquyen.plan.PlanIssued;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanObligations;
import vn.binhquyen.plan.PlanObligations.ReportOwed;
import vn.binhquyen.plan.PlanRevoked;
import vn.binhquyen.plan.Plans;

/** Makes what is owed from an issued plan: rounds with their reporters and days, and the indicators they are about. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Obligations {

    /** Working days that a unit keeps for consolidating where its plan sets only the day of sending up. */
    private static final int DAYS_TO_CONSOLIDATE = 5;

    private final Plans plans;
    private final Organization organization;
    private final ReportedIndicators indicators;
    private final RoundRows rounds;
    private final AuditLog audit;
    private final CurrentActor current;

    Obligations(
            Plans plans,
            Organization organization,
            ReportedIndicators indicators,
            RoundRows rounds,
            AuditLog audit,
            CurrentActor current) {
        this.plans = plans;
        this.organization = organization;
        this.indicators = indicators;
        this.rounds = rounds;
        this.audit = audit;
        this.current = current;
    }

    /** A time that a report is due, with the day of each who owes it and the day of sending it up. */
    private static final class Due {
        private final Occurrence occurrence;
        private final Map<AgencyId, LocalDate> reporters = new LinkedHashMap<>();
        private LocalDate sendUpOn = LocalDate.MAX;

        private Due(Occurrence occurrence) {
            this.occurrence = occurrence;
        }
    }

    private record Time(ReportKind kind, Period period) {}

    @EventListener
    void make(PlanIssued issued) {
        Actor actor = current.get();
        PlanObligations plan = plans.obligationsOf(issued.plan());
        rounds.savePlan(plan);
        indicators.save(actor, plan);
        Map<Time, Due> dues = dues(plan);
        Set<RoundId> asked = new LinkedHashSet<>();
        for (Due due : dues.values()) {
            asked.add(rounds.save(
                    actor,
                    plan.plan(),
                    plan.issuer(),
                    due.occurrence,
                    due.sendUpOn.equals(LocalDate.MAX) ? null : due.sendUpOn,
                    due.reporters));
        }
        rounds.withdrawOthers(plan.plan(), asked);
        audit.record(
                actor,
                "obligations-made",
                "plan",
                plan.plan(),
                Map.of("rounds", asked.size(), "version", issued.contentVersion()));
    }

    @EventListener
    void end(PlanClosed closed) {
        rounds.endPlan(closed.plan());
    }

    @EventListener
    void end(PlanRevoked revoked) {
        rounds.endPlan(revoked.plan());
        rounds.withdrawOthers(revoked.plan(), Set.of());
    }

    private Map<Time, Due> dues(PlanObligations plan) {
        Optional<Agency> standing = organization.standingAgency(plan.issuer());
        Map<AgencyId, Agency> agencies = agenciesIn(plan);
        Set<AgencyId> everyone = everyone(plan, standing);
        Map<Time, Due> dues = new LinkedHashMap<>();
        List<ReportOwed> upward = new ArrayList<>();
        for (ReportOwed owed : plan.reports()) {
            if (owed.kind() == PlanItem.ReportKind.ISSUE_OWN_PLAN) {
                continue;
            }
            if (isUpward(plan, owed, standing, agencies)) {
                upward.add(owed);
                continue;
            }
            Set<AgencyId> from = reporters(plan, owed, everyone, agencies);
            for (Occurrence occurrence : occurrences(plan, owed)) {
                Due due = dues.computeIfAbsent(timeOf(occurrence), time -> new Due(occurrence));
                from.forEach(agency -> due.reporters.merge(agency, occurrence.dueOn(), Obligations::earlier));
            }
        }
        for (ReportOwed owed : upward) {
            for (Occurrence occurrence : occurrences(plan, owed)) {
                Due due = dues.computeIfAbsent(timeOf(occurrence), time -> ownRound(occurrence, everyone));
                due.sendUpOn = earlier(due.sendUpOn, occurrence.dueOn());
            }
        }
        return dues;
    }

    /** Only the day of sending up is known: the unit's agencies report some days before. */
    private static Due ownRound(Occurrence upward, Set<AgencyId> everyone) {
        LocalDate dueOn = WorkingDays.before(upward.dueOn(), DAYS_TO_CONSOLIDATE);
        Due due = new Due(Occurrence.of(upward.kind(), upward.period(), dueOn));
        everyone.forEach(agency -> due.reporters.put(agency, dueOn));
        return due;
    }

    private static List<Occurrence> occurrences(PlanObligations plan, ReportOwed owed) {
        return Occurrence.of(
                ReportKind.valueOf(owed.kind().name()),
                owed.dueOn(),
                owed.recurring(),
                plan.issuedOn(),
                plan.period().from(),
                plan.period().to());
    }

    /** Whether the unit itself owes it to the level above: it goes to another unit, or comes from the standing agency alone. */
    private static boolean isUpward(
            PlanObligations plan, ReportOwed owed, Optional<Agency> standing, Map<AgencyId, Agency> agencies) {
        Agency to = owed.to() == null ? null : agencies.get(owed.to());
        return (to != null && !to.unit().equals(plan.issuer()))
                || standing.map(agency -> owed.from().equals(List.of(agency.id())))
                        .orElse(false);
    }

    /** The named agencies; a People's Committee of a unit below reports by its standing agency. */
    private Set<AgencyId> reporters(
            PlanObligations plan, ReportOwed owed, Set<AgencyId> everyone, Map<AgencyId, Agency> agencies) {
        if (owed.from().isEmpty()) {
            return everyone;
        }
        Set<AgencyId> reporters = new LinkedHashSet<>();
        for (AgencyId id : owed.from()) {
            Agency agency = Objects.requireNonNull(agencies.get(id), "an agency of the plan");
            boolean committeeBelow = agency.kind() == AgencyKind.PEOPLES_COMMITTEE
                    && !agency.unit().equals(plan.issuer());
            reporters.add(committeeBelow ? standingOf(agency.unit()).orElse(id) : id);
        }
        reporters.addAll(below(plan));
        return reporters;
    }

    /** Who reports where the plan names nobody: who owns an indicator, and the units below. */
    private Set<AgencyId> everyone(PlanObligations plan, Optional<Agency> standing) {
        Set<AgencyId> everyone = plan.indicators().stream()
                .flatMap(indicator -> indicator.owners().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        everyone.addAll(below(plan));
        if (everyone.isEmpty()) {
            standing.ifPresent(agency -> everyone.add(agency.id()));
        }
        return everyone;
    }

    /** The standing agencies of the units below the issuer; where a unit below registered the plan for itself, its own. */
    private List<AgencyId> below(PlanObligations plan) {
        return plan.unit().equals(plan.issuer())
                ? organization.standingAgenciesBelow(plan.issuer()).stream()
                        .map(Agency::id)
                        .toList()
                : standingOf(plan.unit()).stream().toList();
    }

    private Optional<AgencyId> standingOf(UnitId unit) {
        return organization.standingAgency(unit).map(Agency::id);
    }

    private Map<AgencyId, Agency> agenciesIn(PlanObligations plan) {
        Set<AgencyId> ids = new LinkedHashSet<>();
        for (ReportOwed owed : plan.reports()) {
            ids.addAll(owed.from());
            if (owed.to() != null) {
                ids.add(owed.to());
            }
        }
        Map<AgencyId, Agency> agencies = new HashMap<>();
        organization.agencies(ids).forEach(agency -> agencies.put(agency.id(), agency));
        return agencies;
    }

    private static Time timeOf(Occurrence occurrence) {
        return new Time(occurrence.kind(), occurrence.period());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
