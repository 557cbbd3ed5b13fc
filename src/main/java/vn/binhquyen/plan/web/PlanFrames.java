package vn.binhquyen.plan.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.Permissions;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.organization.UnitHierarchy;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanLifecycle;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.PlanSummary;

/** Finds what every page of a plan needs: the summary, and what its reader may do. */
@Component
class PlanFrames {
    private final PlanQueries queries;
    private final Permissions permissions;
    private final UnitHierarchy hierarchy;
    private final Clock clock;

    PlanFrames(PlanQueries queries, Permissions permissions, UnitHierarchy hierarchy, Clock clock) {
        this.queries = queries;
        this.permissions = permissions;
        this.hierarchy = hierarchy;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    PlanFrame of(Actor actor, PlanId id) {
        PlanSummary summary = queries.summary(actor, id, today());
        PlanHead head = summary.head();
        boolean childrenAsked = summary.children() > 0
                || summary.content().reportingDuties().stream()
                        .anyMatch(duty -> duty.kind() == PlanItem.ReportKind.ISSUE_OWN_PLAN);
        return new PlanFrame(
                summary,
                Arrays.stream(PlanStep.values())
                        .filter(step -> PlanLifecycle.allows(head.status(), step.step()))
                        .filter(step -> may(actor, step.action(), head))
                        .toList(),
                head.status().editable() && may(actor, Action.WRITE, head),
                hierarchy.isOwn(actor, head.unit()),
                head.status().inForce() && mayBegin(actor) && isBelow(actor, head),
                childrenAsked);
    }

    private boolean isBelow(Actor actor, PlanHead head) {
        return !hierarchy.isOwn(actor, head.issuer()) && hierarchy.isOver(head.issuer(), actor.unit());
    }

    /** Whether the actor may begin a plan for the own unit. */
    boolean mayBegin(Actor actor) {
        return permissions.allows(actor, Action.WRITE, Thing.PLAN, Place.of(actor.unit()));
    }

    boolean may(Actor actor, Action action, PlanHead head) {
        return permissions.allows(actor, action, Thing.PLAN, Place.of(head.unit()));
    }
}
