package vn.binhquyen.plan.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.UnitHierarchy;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.TaskId;

/** What the actor may see of plans and tasks. */
@Service
@Transactional(readOnly = true)
public class PlanQueries {
    private static final int LARGEST_EXPORT = 5_000;

    private final Plans plans;
    private final PlanList list;
    private final PlanRead read;
    private final TaskRead tasks;
    private final TaskList taskList;
    private final PlanTargets targets;
    private final UnitHierarchy hierarchy;
    private final AuditLog audit;
    private final Clock clock;

    PlanQueries(
            Plans plans,
            PlanList list,
            PlanRead read,
            TaskRead tasks,
            TaskList taskList,
            PlanTargets targets,
            UnitHierarchy hierarchy,
            AuditLog audit,
            Clock clock) {
        this.plans = plans;
        this.list = list;
        this.read = read;
        this.tasks = tasks;
        this.taskList = taskList;
        this.targets = targets;
        this.hierarchy = hierarchy;
        this.audit = audit;
        this.clock = clock;
    }

    /** The unit's own plans, the published ones of the units above, and of the units below for who watches them. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public PlanPage plans(Actor actor, PlanFilter filter) {
        return list.page(actor, filter, LocalDate.now(clock));
    }

    /** All rows that the filter lets through, for a spreadsheet; at most 5 000. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public List<PlanRow> export(Actor actor, PlanFilter filter) {
        return list.all(actor, filter, LARGEST_EXPORT, LocalDate.now(clock));
    }

    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public PlanSummary summary(Actor actor, PlanId id, LocalDate today) {
        PlanDraft shown = plans.reading(actor, id);
        PlanRead.Surroundings around = read.around(shown.head(), today);
        return new PlanSummary(
                shown.head(),
                shown.content(),
                around.issuerName(),
                around.agencyName(),
                around.parent(),
                around.tasks(),
                around.children());
    }

    /** The tasks of a plan in force, grouped, with the parts that the actor may see; empty before the first issue. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public TaskBoard board(Actor actor, PlanId id, TaskBoard.Grouping grouping, LocalDate today) {
        return Boards.board(tasks.ofPlan(actor, id, today), grouping, actor.agency(), today);
    }

    /** The open tasks of the actor's agency in all plans in force, the next due first. */
    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    public List<TaskRow> myTasks(Actor actor, LocalDate today) {
        return tasks.openOf(actor, actor.agency(), today);
    }

    /** Tasks of plans in force, agency by agency, of the actor's unit and of those whose place it took, or of one agency. */
    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    public TaskListPage tasks(Actor actor, @Nullable AgencyId agency, TaskFilter filter) {
        return taskList.page(actor, agency, filter, LocalDate.now(clock));
    }

    /** How these tasks stand, of all agencies or of one. */
    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    public TaskCounts standing(Actor actor, @Nullable AgencyId agency) {
        return taskList.standing(actor, agency, LocalDate.now(clock));
    }

    /** What is aimed at in the plans in force that bind the unit: its own and those of the units above, those first. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public List<PlanTarget> targets(UnitId unit) {
        return targets.binding(unit, LocalDate.now(clock));
    }

    /** @throws NotFound where there is no such task in the version in force */
    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    public TaskPage task(Actor actor, TaskId id, LocalDate today) {
        TaskRow task = tasks.one(actor, id, today).stream().findFirst().orElseThrow(() -> new NotFound("task", id));
        return new TaskPage(
                plans.reading(actor, task.plan()).head(),
                task,
                tasks.told(actor, id, today),
                tasks.evidence(actor, id, today));
    }

    /**
     * Every unit that the plan asks for a plan of its own, and every unit that made one, as far as the actor's unit holds
     * them: the late first, then those without one, then by name.
     */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public List<ChildPlan> children(Actor actor, PlanId parent, LocalDate today) {
        return read.children(actor, parent, today);
    }

    /** Newest first; the ones never issued are shown inside the unit only. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public List<VersionRow> versions(Actor actor, PlanId id) {
        PlanHead head = plans.reading(actor, id).head();
        return read.versions(head, hierarchy.isOwn(actor, head.unit()));
    }

    /** What was done to the plan, newest first; for people of the unit, empty for others. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    public List<AuditLog.Entry> history(Actor actor, PlanId id) {
        return hierarchy.isOwn(actor, plans.reading(actor, id).head().unit())
                ? audit.historyOf(actor.province(), "plan", id)
                : List.of();
    }
}
