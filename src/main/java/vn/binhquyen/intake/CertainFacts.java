package vn.binhquyen.intake;

import java.util.List;
import java.util.function.Predicate;
import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.intake.extract.Evidence;
import vn.binhquyen.intake.extract.Evidence.Kind;

/** A plan as it was read, parted into the facts that are marked certain and those to be looked at. */
public record CertainFacts(ReadPlan certain, ReadPlan doubtful) {

    public static CertainFacts of(Reading.Plan reading) {
        Evidence evidence = Evidence.of(reading.plan(), reading.text());
        return new CertainFacts(only(reading.plan(), evidence, true), only(reading.plan(), evidence, false));
    }

    private static ReadPlan only(ReadPlan plan, Evidence evidence, boolean wanted) {
        return new ReadPlan(
                plan.source(),
                plan.documentType(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                kept(plan.legalBases(), basis -> evidence.speaksFor(Kind.LEGAL_BASIS, basis.at()) == wanted),
                List.of(),
                List.of(),
                plan.objectives().stream()
                        .map(objective -> only(objective, evidence, wanted))
                        .toList(),
                List.of(),
                kept(plan.assignments(), one -> evidence.speaksFor(Kind.AGENCY, one.at()) == wanted),
                List.of(),
                kept(plan.reporting(), duty -> evidence.speaksFor(Kind.REPORTING_DUTY, duty.at()) == wanted),
                kept(plan.events(), event -> evidence.speaksFor(Kind.EVENT, event.at()) == wanted),
                kept(plan.recipients(), one -> evidence.speaksFor(Kind.RECIPIENT, one.at()) == wanted),
                null,
                plan.places(),
                List.of());
    }

    /** An objective of the other part keeps its number only, which its indicators are known by. */
    private static Objective only(Objective objective, Evidence evidence, boolean wanted) {
        boolean own = evidence.speaksFor(Kind.OBJECTIVE, objective.at()) == wanted;
        List<Indicator> indicators =
                kept(objective.indicators(), indicator -> evidence.speaksFor(Kind.INDICATOR, indicator.at()) == wanted);
        return new Objective(objective.no(), own ? objective.title() : "", indicators, objective.at());
    }

    private static <T> List<T> kept(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
