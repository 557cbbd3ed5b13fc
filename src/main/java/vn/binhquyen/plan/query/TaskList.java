package vn.binhquyen.plan.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskRole;

/**
 * Tasks of plans in force, agency by agency: what is not done first, by its day. Those only that the actor may open.
 */
@Component
class TaskList {
    private static final String PARTS = TaskRead.PASSED + """
        , own as materialized (
            select id from unit_and_former(:unit, :today)),
        above as materialized (
            select id from units_above_and_former(:unit, :today)),
        parts as (
            select task.id as task_id, task.plan_id, plan.number, plan.symbol, plan.title, task.text, task.due_on,
                   task.position, agency.id as agency_id, agency.name as agency_name, part.role, %s,
                   case when part.state = 'DONE' then 'DONE'
                        when not task.request and task.kind <> 'STANDING' and task.due_on < :today then 'OVERDUE'
                        else part.state end as status
              from unit me
              join agency on case when :agency::uuid is null then agency.unit_id in (select id from own)
                                  else agency.id = :agency::uuid end
              join unit agency_unit on agency_unit.id = agency.unit_id
              left join unit former on former.id = agency_unit.id and upper(former.valid_during) <= :today
              join task_part part on part.agency_id = agency.id
              join plan_task task on task.id = part.task_id and task.until is null
              join plan on plan.id = task.plan_id
                       and plan.status in ('ISSUED', 'AMENDING', 'AMENDMENT_IN_REVIEW', 'AMENDMENT_APPROVED')
              join unit keeper on keeper.id = plan.unit_id
             where me.id = :unit and
        """.formatted(FormerUnit.COLUMNS) + TaskRead.IN_SIGHT + """
               and (me.path @> keeper.path or keeper.id in (select id from passed) or keeper.id in (select id from above)))
        """;

    private static final String KEY = """
        concat_ws('~', case when status = 'DONE' then 1 else 0 end, coalesce(to_char(due_on, 'YYYYMMDD'), '99999999'),
                  plan_id, to_char(position, 'FM000000'), task_id, agency_id) collate "C"
        """;

    private final JdbcClient jdbc;

    TaskList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Keyed(String key, TaskListPage.Line line) {}

    /** @param agency null for all of the actor's unit and of those whose place it took */
    TaskListPage page(Actor actor, @Nullable AgencyId agency, TaskFilter filter, LocalDate today) {
        List<Keyed> found = asked(actor, agency, today, PARTS + """
             select parts.*,
            """ + KEY + """
                    as key
               from parts
              where (:status::text is null or status = :status) and not (:open and status = 'DONE')
                and (:former or former_id is null)
                and not exists (
                    select 1
                      from regexp_split_to_table(fold(:words), '\\s+') word
                     where strpos(fold(concat_ws(' ', text, title, number, symbol, agency_name, former_name)), word) = 0)
                and (:after::text is null or
            """ + KEY + """
                    > :after)
              order by key
              limit :limit
            """)
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("open", filter.open())
                .param("former", filter.former())
                .param("words", filter.words() == null ? "" : filter.words().strip())
                .param("after", filter.after())
                .param("limit", filter.size() + 1)
                .query((row, n) -> new Keyed(row.getString("key"), line(row)))
                .list();
        boolean more = found.size() > filter.size();
        List<Keyed> shown = more ? found.subList(0, filter.size()) : found;
        return new TaskListPage(
                shown.stream().map(Keyed::line).toList(), more ? shown.getLast().key() : null);
    }

    TaskCounts standing(Actor actor, @Nullable AgencyId agency, LocalDate today) {
        return asked(actor, agency, today, PARTS + """
            select count(*) filter (where status = 'DONE') as done,
                   count(*) filter (where status = 'OVERDUE') as overdue,
                   count(*) filter (where status = 'UNDER_WAY') as under_way,
                   count(*) filter (where status = 'NOT_STARTED') as not_started
              from parts
            """)
                .query((row, n) -> PlanList.counts(row))
                .single();
    }

    private JdbcClient.StatementSpec asked(Actor actor, @Nullable AgencyId agency, LocalDate today, String sql) {
        return jdbc.sql(sql)
                .param("unit", actor.unit().value())
                .param("agency", agency == null ? null : agency.value())
                .param("today", today);
    }

    private static TaskListPage.Line line(ResultSet row) throws SQLException {
        return new TaskListPage.Line(
                new TaskId(row.getObject("task_id", UUID.class)),
                new PlanId(row.getObject("plan_id", UUID.class)),
                PlanList.numberAndSymbol(row.getObject("number", Integer.class), row.getString("symbol")),
                row.getString("title"),
                row.getString("text"),
                row.getObject("due_on", LocalDate.class),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("agency_name"),
                TaskRole.valueOf(row.getString("role")),
                FormerUnit.of(row),
                TaskStatus.valueOf(row.getString("status")));
    }
}
