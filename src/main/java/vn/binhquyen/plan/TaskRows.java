package vn.binhquyen.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.NotFound;

@Component
class TaskRows {
    private final JdbcClient jdbc;

    TaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The status of the task's plan; nothing where the agency has no part in the task. */
    Optional<PlanStatus> statusWherePart(TaskId task, AgencyId agency) {
        return jdbc.sql("""
            select plan.status
              from plan_task_agency part
              join plan_task task on task.id = part.task_id
              join plan on plan.id = task.plan_id
             where part.task_id = :task and part.agency_id = :agency and part.until is null
            """)
                .param("task", task.value())
                .param("agency", agency.value())
                .query((row, n) -> PlanStatus.valueOf(row.getString(1)))
                .optional();
    }

    void insertProgress(Actor actor, AgencyId agency, NewProgress progress, OffsetDateTime at) {
        jdbc.sql("""
            insert into task_progress (task_id, agency_id, state, narrative, quantity, unit, percentage, at,
                                       account_id, actor_name)
            values (:task, :agency, :state, :narrative, :quantity, :unit, :percentage, :at, :account, :name)
            """)
                .param("task", progress.task().value())
                .param("agency", agency.value())
                .param("state", progress.state().name())
                .param("narrative", progress.narrative().strip())
                .param("quantity", progress.quantity())
                .param("unit", progress.quantity() == null ? null : progress.unit())
                .param("percentage", progress.percentage())
                .param("at", at)
                .param("account", actor.account().value())
                .param("name", actor.name())
                .update();
    }

    UUID insertEvidence(
            Actor actor, AgencyId agency, NewEvidence evidence, String mediaType, String sha256, OffsetDateTime at) {
        return jdbc.sql("""
            insert into task_evidence (task_id, agency_id, file_name, media_type, bytes, sha256, at,
                                       account_id, actor_name)
            values (:task, :agency, :file, :type, :bytes, :sha256, :at, :account, :name)
            returning id
            """)
                .param("task", evidence.task().value())
                .param("agency", agency.value())
                .param("file", evidence.fileName())
                .param("type", mediaType)
                .param("bytes", evidence.bytes())
                .param("sha256", sha256)
                .param("at", at)
                .param("account", actor.account().value())
                .param("name", actor.name())
                .query(UUID.class)
                .single();
    }

    /** @throws NotFound where the agency shows no such file */
    Evidence deleteEvidence(AgencyId agency, UUID evidence) {
        return jdbc.sql("""
            delete from task_evidence
             where id = :id and agency_id = :agency
            returning id, task_id, agency_id, file_name, media_type, length(bytes) as size, sha256, at, actor_name
            """)
                .param("id", evidence)
                .param("agency", agency.value())
                .query(TaskRows::evidence)
                .optional()
                .orElseThrow(() -> new NotFound("evidence", evidence));
    }

    EvidenceFile evidenceInSight(Actor actor, TaskId task, UUID evidence, LocalDate today) {
        return jdbc.sql("""
            with passed as materialized (
                select id from units_passed_into(:unit, :today))
            select shown.*, length(bytes) as size
              from task_evidence shown
              join plan_task task on task.id = shown.task_id
              join plan on plan.id = task.plan_id
              join unit keeper on keeper.id = plan.unit_id
              join agency on agency.id = shown.agency_id
              join unit agency_unit on agency_unit.id = agency.unit_id
              join unit me on me.id = :unit
             where shown.id = :id and shown.task_id = :task
               and (me.path @> keeper.path or me.path @> agency_unit.path
                    or keeper.id in (select id from passed) or agency_unit.id in (select id from passed))
            """)
                .param("id", evidence)
                .param("task", task.value())
                .param("unit", actor.unit().value())
                .param("today", today)
                .query((row, n) -> new EvidenceFile(evidence(row, n), row.getBytes("bytes")))
                .optional()
                .orElseThrow(() -> new NotFound("evidence", evidence));
    }

    List<AssignedTask> tasksOf(PlanId plan, AgencyId agency) {
        return jdbc.sql("""
            select task.id, task.text, task.kind, task.due_on, task.request,
                   part.role, part.state, part.narrative, part.quantity, part.unit, part.percentage, part.at,
                   part.actor_name
              from plan_task task
              join task_part part on part.task_id = task.id
             where task.plan_id = :plan and task.until is null and part.agency_id = :agency
             order by task.position
            """)
                .param("plan", plan.value())
                .param("agency", agency.value())
                .query((row, n) -> new AssignedTask(
                        new TaskId(row.getObject("id", UUID.class)),
                        plan,
                        agency,
                        TaskRole.valueOf(row.getString("role")),
                        row.getString("text"),
                        TaskKind.valueOf(row.getString("kind")),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("request"),
                        progress(row, agency)))
                .list();
    }

    private static @Nullable TaskProgress progress(ResultSet row, AgencyId agency) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return at == null
                ? null
                : new TaskProgress(
                        agency,
                        TaskState.valueOf(row.getString("state")),
                        row.getString("narrative"),
                        row.getBigDecimal("quantity"),
                        row.getString("unit"),
                        row.getObject("percentage", Integer.class),
                        at,
                        row.getString("actor_name"));
    }

    private static Evidence evidence(ResultSet row, int n) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                new TaskId(row.getObject("task_id", UUID.class)),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getInt("size"),
                row.getString("sha256"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor_name"));
    }
}
