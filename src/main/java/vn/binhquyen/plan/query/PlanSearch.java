package vn.binhquyen.plan.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.SearchSource;

/** Finds plans by title, number and issuer, and tasks of plans in force by their words, as far as the actor may see them. */
@Component
class PlanSearch implements SearchSource {
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Hit> search(Actor actor, String words, int limit) {
        return jdbc.sql(PlanList.SEEN + """
            , words as (
                select regexp_split_to_table(fold(:words), '\\s+') as word),
            plans as (
                select 'search.plans' as kind, title, number, symbol, issuer_name as detail, id as plan_id,
                       null::uuid as task_id
                  from seen
                 where not exists (
                       select 1 from words
                        where strpos(fold(concat_ws(' ', title, number, symbol, issuer_name, unit_name)), word) = 0)
                 order by updated_at desc
                 limit :limit),
            tasks as (
                select 'search.tasks' as kind, task.text, seen.number, seen.symbol, seen.title as detail,
                       seen.id as plan_id, task.id as task_id
                  from seen
                  join plan_task task on task.plan_id = seen.id and task.until is null
                 where not exists (select 1 from words where strpos(fold(task.text), word) = 0)
                 order by seen.updated_at desc, task.position
                 limit :limit)
            select * from plans union all select * from tasks
            """)
                .param("unit", actor.unit().value())
                .param("watches", PlanList.watches(actor))
                .param("today", LocalDate.now(clock))
                .param("words", words.strip())
                .param("limit", limit)
                .query((row, n) -> hit(
                        row.getString("kind"),
                        row.getString("title"),
                        PlanList.numberAndSymbol(row.getObject("number", Integer.class), row.getString("symbol")),
                        row.getString("detail"),
                        row.getString("plan_id"),
                        row.getString("task_id")))
                .list();
    }

    private static Hit hit(
            String kind,
            @Nullable String title,
            String number,
            @Nullable String detail,
            String plan,
            @Nullable String task) {
        String link = "/plans/" + plan + (task == null ? "" : "/tasks/" + task);
        return new Hit(kind, title == null ? number : title, detail == null ? number : number + " – " + detail, link);
    }
}
