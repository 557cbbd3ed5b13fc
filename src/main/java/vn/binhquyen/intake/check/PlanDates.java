package vn.binhquyen.intake.check;

import java.time.LocalDate;
import java.util.Optional;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.PartialDate;

/** The day on which a plan speaks. */
final class PlanDates {

    private PlanDates() {}

    /** The day of issue; where the clerk has still to give it, the first that it can be; else the begin of the period. */
    static Optional<LocalDate> of(ReadPlan plan) {
        return Optional.ofNullable(plan.issuedOn())
                .flatMap(PartialDate::earliest)
                .or(() -> Optional.ofNullable(plan.period()).map(period -> LocalDate.of(period.from(), 1, 1)));
    }
}
