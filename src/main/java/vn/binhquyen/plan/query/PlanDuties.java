package vn.binhquyen.plan.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Duty;
import vn.binhquyen.kernel.DutySource;
import vn.binhquyen.kernel.Role;

/** What plans ask of a person: to approve, to number, to write on, to make one of one's own, to do one's tasks. */
@Component
class PlanDuties implements DutySource {
    private static final int MANY = 200;

    private final JdbcClient jdbc;

    PlanDuties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> dutiesOf(Actor actor, LocalDate today) {
        return Stream.concat(ofPlans(actor, today).stream(), ofTasks(actor, today).stream())
                .toList();
    }

    private List<Duty> ofPlans(Actor actor, LocalDate today) {
        boolean writes = actor.is(Role.STANDING_OFFICER) || actor.is(Role.CONSOLIDATOR);
        return jdbc.sql("""
            with own as materialized (
                select id from unit_and_former(:unit, :today))
            select case when status in ('IN_REVIEW', 'AMENDMENT_IN_REVIEW') then 'plan-approve'
                        when status in ('APPROVED', 'AMENDMENT_APPROVED') then 'plan-number'
                        when status = 'DRAFT' and remark is not null then 'plan-returned'
                        else 'plan-draft' end as kind,
                   id, symbol, number, title, remark, null::date as due_on
              from plan
             where unit_id in (select id from own)
               and (:approves and status in ('IN_REVIEW', 'AMENDMENT_IN_REVIEW')
                    or :numbers and status in ('APPROVED', 'AMENDMENT_APPROVED')
                    or :writes and status in ('DRAFT', 'AMENDING'))
            union all
            -- plans that ask the unit for one of its own, which it has not begun
            select 'plan-child', plan.id, plan.symbol, plan.number, plan.title, null, min(asked.due_on)
              from plan_child_asked asked
              join plan on plan.id = asked.plan_id
             where asked.unit_id in (select id from own) and :writes
               and plan.status in ('ISSUED', 'AMENDING', 'AMENDMENT_IN_REVIEW', 'AMENDMENT_APPROVED')
               and not exists (
                   select 1
                     from plan own
                    where own.parent_id = plan.id and own.unit_id in (select id from own) and own.status <> 'DISCARDED')
             group by plan.id
             order by due_on nulls last, id
             limit :many
            """)
                .param("unit", actor.unit().value())
                .param("today", today)
                .param("approves", actor.is(Role.LEADER))
                .param("numbers", actor.is(Role.CLERK))
                .param("writes", writes)
                .param("many", MANY)
                .query(PlanDuties::ofPlan)
                .list();
    }

    private static Duty ofPlan(ResultSet row, int n) throws SQLException {
        String kind = row.getString("kind");
        String link = "/plans/" + row.getString("id");
        String name = PlanList.numberAndSymbol(row.getObject("number", Integer.class), row.getString("symbol"));
        String title = row.getString("title");
        String remark = row.getString("remark");
        String icon = switch (kind) {
            case "plan-approve" -> "signature";
            case "plan-number" -> "file-certificate";
            case "plan-returned" -> "arrow-back-up";
            case "plan-child" -> "sitemap";
            default -> "pencil";
        };
        return new Duty(
                kind,
                icon,
                List.of(name),
                kind.equals("plan-returned") ? remark : title,
                row.getObject("due_on", LocalDate.class),
                !kind.equals("plan-draft") && !kind.equals("plan-child"),
                link);
    }

    /** One duty for what falls due on one day in one plan; what has no day, or none that can be missed, is one quiet line a plan. */
    private List<Duty> ofTasks(Actor actor, LocalDate today) {
        return jdbc.sql("""
            with open as (
                select plan.id as plan_id, plan.number, plan.symbol, plan.title, task.id as task_id, task.text,
                       case when task.request or task.kind = 'STANDING' then null else task.due_on end as due_on
                  from task_part part
                  join plan_task task on task.id = part.task_id and task.until is null
                  join plan on plan.id = task.plan_id
                 where part.agency_id = :agency and part.state <> 'DONE'
                   and plan.status in ('ISSUED', 'AMENDING', 'AMENDMENT_IN_REVIEW', 'AMENDMENT_APPROVED'))
            select plan_id, number, symbol, title, due_on, count(*) as tasks,
                   min(text) as text, min(task_id::text) as task_id
              from open
             group by plan_id, number, symbol, title, due_on
             order by due_on nulls last, plan_id
             limit :many
            """)
                .param("agency", actor.agency().value())
                .param("many", MANY)
                .query((row, n) -> ofTask(row, today))
                .list();
    }

    private static Duty ofTask(ResultSet row, LocalDate today) throws SQLException {
        int tasks = row.getInt("tasks");
        @Nullable LocalDate due = row.getObject("due_on", LocalDate.class);
        String plan = "/plans/" + row.getString("plan_id") + "/tasks";
        String kind = due == null ? "task-open" : due.isBefore(today) ? "task-overdue" : "task-due";
        return new Duty(
                kind,
                due == null ? "refresh" : "list-check",
                List.of(
                        String.valueOf(tasks),
                        PlanList.numberAndSymbol(row.getObject("number", Integer.class), row.getString("symbol"))),
                tasks == 1 ? row.getString("text") : row.getString("title"),
                due,
                false,
                tasks == 1 ? plan + "/" + row.getString("task_id") : plan);
    }
}
