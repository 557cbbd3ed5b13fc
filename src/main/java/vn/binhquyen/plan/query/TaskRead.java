package vn.binhquyen.plan.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.plan.Evidence;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskKind;
import vn.binhquyen.plan.TaskProgress;
import vn.binhquyen.plan.TaskRole;
import vn.binhquyen.plan.TaskState;

/**
 * Reads tasks with the parts of their agencies. People see the parts of plans kept by their unit or below, and of
 * agencies of their unit or below: a commune does not see what its neighbours told.
 */
@Component
class TaskRead {
    static final String PASSED = """
        with passed as materialized (
            select id from units_passed_into(:unit, :today))
        """;

    static final String IN_SIGHT = """
        (me.path @> keeper.path or me.path @> agency_unit.path
         or keeper.id in (select id from passed) or agency_unit.id in (select id from passed))
        """;

    private final JdbcClient jdbc;

    TaskRead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(TaskRow task, TaskRow.@Nullable Part part) {}

    List<TaskRow> ofPlan(Actor actor, PlanId plan, LocalDate today) {
        return read(actor, plan.value(), null, null, today);
    }

    List<TaskRow> one(Actor actor, TaskId task, LocalDate today) {
        return read(actor, null, task.value(), null, today);
    }

    /** What is still open for the agency in plans in force. */
    List<TaskRow> openOf(Actor actor, AgencyId agency, LocalDate today) {
        return read(actor, null, null, agency.value(), today);
    }

    private List<TaskRow> read(
            Actor actor, @Nullable UUID plan, @Nullable UUID task, @Nullable UUID openFor, LocalDate today) {
        List<Line> lines = jdbc.sql(PASSED + """
            select task.*, task_state.state as task_state,
                   task_state.state <> 'DONE' and coalesce(task_state.overdue_after < :today, false) as overdue,
                   seen.*
              from plan_task task
              join task_state on task_state.task_id = task.id
              join plan on plan.id = task.plan_id
              join unit keeper on keeper.id = plan.unit_id
              join unit me on me.id = :unit
              left join lateral (
                   select part.agency_id, agency.name as agency_name, part.role, part.state, part.percentage,
                          part.narrative, part.at
                     from task_part part
                     join agency on agency.id = part.agency_id
                     join unit agency_unit on agency_unit.id = agency.unit_id
                    where part.task_id = task.id
                      and
            """ + IN_SIGHT + """
                   ) seen on true
             where task.until is null
               and (:plan::uuid is null or task.plan_id = :plan)
               and (:task::uuid is null or task.id = :task)
               and (:openFor::uuid is null
                    or plan.status in ('ISSUED', 'AMENDING', 'AMENDMENT_IN_REVIEW', 'AMENDMENT_APPROVED')
                       and exists (
                           select 1
                             from task_part part
                            where part.task_id = task.id and part.agency_id = :openFor and part.state <> 'DONE'))
             order by case when :openFor::uuid is null then null else task.due_on end nulls last,
                      task.plan_id, task.position, seen.role desc, seen.agency_name collate "vi-x-icu"
            """)
                .param("unit", actor.unit().value())
                .param("plan", plan)
                .param("task", task)
                .param("openFor", openFor)
                .param("today", today)
                .query(TaskRead::line)
                .list();
        Map<TaskId, List<TaskRow.Part>> parts = new LinkedHashMap<>();
        Map<TaskId, TaskRow> tasks = new LinkedHashMap<>();
        for (Line line : lines) {
            tasks.putIfAbsent(line.task().id(), line.task());
            List<TaskRow.Part> ofTask = parts.computeIfAbsent(line.task().id(), id -> new ArrayList<>());
            if (line.part() != null) {
                ofTask.add(line.part());
            }
        }
        return tasks.values().stream()
                .map(row -> row.withParts(parts.getOrDefault(row.id(), List.of())))
                .toList();
    }

    List<TaskPage.Told> told(Actor actor, TaskId task, LocalDate today) {
        return jdbc.sql(PASSED + """
            select told.*, agency.name as agency_name
              from task_progress told
              join plan_task task on task.id = told.task_id
              join plan on plan.id = task.plan_id
              join unit keeper on keeper.id = plan.unit_id
              join agency on agency.id = told.agency_id
              join unit agency_unit on agency_unit.id = agency.unit_id
              join unit me on me.id = :unit
             where told.task_id = :task and
            """ + IN_SIGHT + """
             order by told.id desc
             limit 200
            """)
                .param("task", task.value())
                .param("unit", actor.unit().value())
                .param("today", today)
                .query((row, n) -> new TaskPage.Told(
                        row.getString("agency_name"),
                        new TaskProgress(
                                new AgencyId(row.getObject("agency_id", UUID.class)),
                                TaskState.valueOf(row.getString("state")),
                                row.getString("narrative"),
                                row.getBigDecimal("quantity"),
                                row.getString("unit"),
                                row.getObject("percentage", Integer.class),
                                row.getObject("at", OffsetDateTime.class),
                                row.getString("actor_name"))))
                .list();
    }

    List<Evidence> evidence(Actor actor, TaskId task, LocalDate today) {
        return jdbc.sql(PASSED + """
            select shown.id, shown.agency_id, file_name, media_type, length(bytes) as size, sha256, at, actor_name
              from task_evidence shown
              join plan_task task on task.id = shown.task_id
              join plan on plan.id = task.plan_id
              join unit keeper on keeper.id = plan.unit_id
              join agency on agency.id = shown.agency_id
              join unit agency_unit on agency_unit.id = agency.unit_id
              join unit me on me.id = :unit
             where shown.task_id = :task and
            """ + IN_SIGHT + """
             order by shown.id desc
            """)
                .param("task", task.value())
                .param("unit", actor.unit().value())
                .param("today", today)
                .query((row, n) -> new Evidence(
                        row.getObject("id", UUID.class),
                        task,
                        new AgencyId(row.getObject("agency_id", UUID.class)),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getInt("size"),
                        row.getString("sha256"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("actor_name")))
                .list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        String recurrence = row.getString("recurrence");
        TaskRow task = new TaskRow(
                new TaskId(row.getObject("id", UUID.class)),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getString("text"),
                row.getString("task_group"),
                row.getString("objective"),
                TaskKind.valueOf(row.getString("kind")),
                recurrence == null ? null : PlanItem.Frequency.valueOf(recurrence),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("request"),
                row.getString("lead_name"),
                row.getBoolean("overdue") ? TaskStatus.OVERDUE : TaskStatus.valueOf(row.getString("task_state")),
                List.of());
        UUID agency = row.getObject("agency_id", UUID.class);
        return new Line(
                task,
                agency == null
                        ? null
                        : new TaskRow.Part(
                                new AgencyId(agency),
                                row.getString("agency_name"),
                                TaskRole.valueOf(row.getString("role")),
                                TaskState.valueOf(row.getString("state")),
                                row.getObject("percentage", Integer.class),
                                row.getString("narrative"),
                                row.getObject("at", OffsetDateTime.class)));
    }
}
