package vn.binhquyen.intake.review;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.query.PlanFilter;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.PlanRow;

/** Finds among the issued plans of the units above the one that a document cites by number and date. */
@Component
public class CitedPlans {
    private static final int NEWEST = 200;

    private final PlanQueries plans;
    private final Organization organization;

    CitedPlans(PlanQueries plans, Organization organization) {
        this.plans = plans;
        this.organization = organization;
    }

    /** @param issuer the unit whose document cites it */
    public Optional<PlanId> cited(Actor actor, UnitId issuer, ReadPlan.LegalBasis basis) {
        String number = basis.number();
        PartialDate cited = basis.issuedOn();
        LocalDate date = cited != null && cited.isComplete() ? cited.latest().orElse(null) : null;
        if (number == null || date == null) {
            return Optional.empty();
        }
        return organization.ancestors(issuer).reversed().stream()
                .flatMap(unit -> plans.plans(actor, of(unit)).rows().stream())
                .filter(plan -> date.equals(plan.issuedOn()))
                .filter(plan -> withoutZeros(plan.numberAndSymbol()).equalsIgnoreCase(withoutZeros(number)))
                .map(PlanRow::id)
                .findFirst();
    }

    private static PlanFilter of(Unit issuer) {
        return new PlanFilter(null, null, issuer.id(), null, true, null, PlanFilter.Sort.ISSUED_ON, null, NEWEST);
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+", "").replaceAll("\\s", "");
    }
}
