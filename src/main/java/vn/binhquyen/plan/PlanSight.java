package vn.binhquyen.plan;

import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.organization.UnitHierarchy;

/** What of a plan a person may know of: drafts and versions never issued only inside the unit that keeps the plan. */
@Component
class PlanSight {
    private final PlanRows rows;
    private final UnitHierarchy hierarchy;

    PlanSight(PlanRows rows, UnitHierarchy hierarchy) {
        this.rows = rows;
        this.hierarchy = hierarchy;
    }

    /** @throws NotFound where the actor may not know of the plan */
    PlanHead head(Actor actor, PlanId id) {
        PlanHead head = rows.head(id);
        if (!head.status().published() && !hierarchy.isOwn(actor, head.unit())) {
            throw new NotFound("plan", id);
        }
        return head;
    }

    /** The newest version for who is inside the unit, the one in force for others. */
    PlanDraft newest(Actor actor, PlanId id) {
        PlanHead head = head(actor, id);
        return new PlanDraft(
                head, rows.content(id, hierarchy.isOwn(actor, head.unit()) ? head.content() : head.inForce()));
    }

    PlanDraft version(Actor actor, PlanId id, int no) {
        PlanHead head = head(actor, id);
        if (!hierarchy.isOwn(actor, head.unit()) && !rows.wasIssued(id, no)) {
            throw new NotFound("version " + no + " of plan", id);
        }
        return new PlanDraft(head, rows.content(id, no));
    }
}
