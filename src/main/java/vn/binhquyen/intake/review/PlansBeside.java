package vn.binhquyen.intake.review;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.query.PlanFilter;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.PlanRow;

/** The plans that a draft is compared with, where they are kept here and the actor may know of them. */
@Component
public class PlansBeside {
    private static final int NEWEST = 20;

    private final Plans plans;
    private final PlanQueries queries;

    PlansBeside(Plans plans, PlanQueries queries) {
        this.plans = plans;
        this.queries = queries;
    }

    /** The plan of the level above that the draft carries out. */
    public Optional<PlanDraft> above(Actor actor, PlanContent.@Nullable Parent parent) {
        return parent == null || parent.plan() == null ? Optional.empty() : reading(actor, parent.plan());
    }

    /** The issued plan of the same issuer for the year before, the one that ends with it before one that goes on. */
    public Optional<PlanDraft> before(Actor actor, PlanDraft draft) {
        PlanContent.Period period = draft.content().period();
        if (period == null) {
            return Optional.empty();
        }
        int year = period.from() - 1;
        var filter = new PlanFilter(
                null,
                year,
                draft.head().issuer(),
                draft.content().documentType(),
                true,
                null,
                PlanFilter.Sort.ISSUED_ON,
                null,
                NEWEST);
        return queries.plans(actor, filter).rows().stream()
                .filter(row -> row.issuedOn() != null)
                .filter(row -> !row.id().equals(draft.head().id()))
                .min(Comparator.comparing(row -> endsAfter(row, year)))
                .flatMap(row -> reading(actor, row.id()));
    }

    private static boolean endsAfter(PlanRow row, int year) {
        PlanContent.Period period = row.period();
        return period == null || period.to() > year;
    }

    private Optional<PlanDraft> reading(Actor actor, PlanId id) {
        try {
            return Optional.of(plans.reading(actor, id));
        } catch (NotFound | AccessRefused hidden) {
            return Optional.empty();
        }
    }
}
