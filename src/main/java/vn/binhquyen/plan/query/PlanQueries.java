package vn.binhquyen.plan.query;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.TaskId;

/** What the actor may see of plans and tasks. */
@Service
@Transactional(readOnly = true)
public class PlanQueries {
    /** The unit's own plans, the published ones of the units above, and of the units below for who watches them. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public PlanPage plans(Actor actor, PlanFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** All rows that the filter lets through, for a spreadsheet; at most 5 000. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public List<PlanRow> export(Actor actor, PlanFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public PlanSummary summary(Actor actor, PlanId id, LocalDate today) {
        throw new UnsupportedOperationException();
    }

    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public TaskBoard board(Actor actor, PlanId id, TaskBoard.Grouping grouping, LocalDate today) {
        throw new UnsupportedOperationException();
    }

    /** The open tasks of the actor's agency in all plans in force, the next due first. */
    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    public List<TaskRow> myTasks(Actor actor, LocalDate today) {
        throw new UnsupportedOperationException();
    }

    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    public TaskPage task(Actor actor, TaskId id, LocalDate today) {
        throw new UnsupportedOperationException();
    }

    /** Every unit that the plan asks for a plan of its own, and every unit that made one: the late first, then by name. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public List<ChildPlan> children(Actor actor, PlanId parent, LocalDate today) {
        throw new UnsupportedOperationException();
    }

    /** Newest first; the ones never issued are shown inside the unit only. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public List<VersionRow> versions(Actor actor, PlanId id) {
        throw new UnsupportedOperationException();
    }

    /** What was done to the plan, newest first; for people of the unit. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public List<AuditLog.Entry> history(Actor actor, PlanId id) {
        throw new UnsupportedOperationException();
    }
}
