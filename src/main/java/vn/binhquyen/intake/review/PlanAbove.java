package vn.binhquyen.intake.review;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.draft.ReadingOfDraft;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanHead;

/** The plan above that a draft carries out, as the rules read it. */
@Component
public class PlanAbove {
    private final PlansBeside beside;
    private final Organization organization;

    PlanAbove(PlansBeside beside, Organization organization) {
        this.beside = beside;
        this.organization = organization;
    }

    /** Empty where the draft names none that is kept here, or none that the actor may know of. */
    public Optional<ReadPlan> of(Actor actor, PlanContent.@Nullable Parent parent) {
        return beside.above(actor, parent)
                .map(above -> ReadingOfDraft.of(above.content(), nothing(above.head()))
                        .plan());
    }

    /** What is read of a plan before a word of its content: whose it is. */
    public ReadPlan nothing(PlanHead head) {
        Unit unit = organization.unit(head.issuer());
        var parents = organization.ancestors(head.issuer()).reversed().stream()
                .map(Unit::name)
                .toList();
        Level level = switch (unit.level()) {
            case NATION -> Level.NATION;
            case PROVINCE -> Level.PROVINCE;
            case DISTRICT -> Level.DISTRICT;
            case COMMUNE, VILLAGE -> Level.COMMUNE;
        };
        return ReadingOfDraft.ofNothing(
                new ReadPlan.Issuer("UBND " + unit.name(), level, unit.name(), parents, null), head.symbol());
    }
}
