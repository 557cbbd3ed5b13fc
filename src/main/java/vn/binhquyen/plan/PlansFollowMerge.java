package vn.binhquyen.plan;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.AgencyMergeParticipant;

/**
 * Tasks and indicators of plans in force, and the drafts, follow an agency that turned out to be another one. Versions
 * that were issued keep their text.
 */
@Component
class PlansFollowMerge implements AgencyMergeParticipant {
    private static final String OPEN_PARTS = """
          from plan_task_agency part
          join plan_task task on task.id = part.task_id and task.until is null
          join plan on plan.id = task.plan_id and plan.status not in ('CLOSED', 'REVOKED', 'DISCARDED')
         where part.agency_id = :duplicate and part.until is null
        """;

    private final JdbcClient jdbc;

    PlansFollowMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Following> following(AgencyId duplicate, AgencyId survivor) {
        return List.of(
                new Following("tasks", count("select count(*) " + OPEN_PARTS, duplicate)),
                new Following("indicators", count("""
                    select count(*)
                      from plan_indicator_owner owner
                      join plan_indicator indicator on indicator.id = owner.indicator_id and indicator.until is null
                     where owner.agency_id = :duplicate
                    """, duplicate)),
                new Following("drafts", count("""
                    select count(*) from plan_version
                     where state = 'IN_WORK' and content::text like '%' || :duplicate::text || '%'
                    """, duplicate)));
    }

    @Override
    public void follow(AgencyId duplicate, AgencyId survivor, Actor actor) {
        tasks(duplicate, survivor);
        update("""
            insert into plan_indicator_owner (indicator_id, agency_id)
            select indicator_id, :survivor from plan_indicator_owner where agency_id = :duplicate
            on conflict do nothing
            """, duplicate, survivor);
        jdbc.sql("delete from plan_indicator_owner where agency_id = :duplicate")
                .param("duplicate", duplicate.value())
                .update();
        update("""
            update plan set agency_id = :survivor, version = version + 1
             where agency_id = :duplicate and status not in ('CLOSED', 'REVOKED', 'DISCARDED')
            """, duplicate, survivor);
        drafts(duplicate, survivor);
    }

    /** The survivor takes the part with what was told last and its evidence; the record of the duplicate stays. */
    private void tasks(AgencyId duplicate, AgencyId survivor) {
        update("""
            insert into plan_task_agency (task_id, agency_id, role, decides)
            select part.task_id, :survivor, part.role, part.decides
            """ + OPEN_PARTS + """
            on conflict (task_id, agency_id) do update
               set role = case when plan_task_agency.until is null and plan_task_agency.role = 'LEAD'
                               then 'LEAD' else excluded.role end,
                   decides = excluded.decides or (plan_task_agency.until is null and plan_task_agency.decides),
                   until = null
            """, duplicate, survivor);
        update("""
            insert into task_progress (task_id, agency_id, state, narrative, quantity, unit, percentage, at, account_id,
                                       actor_name)
            select distinct on (told.task_id)
                   told.task_id, :survivor, told.state, told.narrative, told.quantity, told.unit, told.percentage,
                   told.at, told.account_id, told.actor_name
              from task_progress told
             where told.agency_id = :duplicate
               and told.task_id in (select part.task_id
            """ + OPEN_PARTS + """
                   )
               and not exists (select 1 from task_progress own
                                where own.task_id = told.task_id and own.agency_id = :survivor)
             order by told.task_id, told.id desc
            """, duplicate, survivor);
        update("""
            update task_evidence shown
               set agency_id = :survivor
             where shown.agency_id = :duplicate
               and shown.task_id in (select part.task_id
            """ + OPEN_PARTS + """
                   )
               and not exists (select 1 from task_evidence own
                                where own.task_id = shown.task_id and own.agency_id = :survivor
                                  and own.sha256 = shown.sha256)
            """, duplicate, survivor);
        jdbc.sql("""
            update plan_task_agency dropped
               set until = plan.in_force
              from plan_task task
              join plan on plan.id = task.plan_id and plan.status not in ('CLOSED', 'REVOKED', 'DISCARDED')
             where task.id = dropped.task_id and task.until is null
               and dropped.agency_id = :duplicate and dropped.until is null
            """).param("duplicate", duplicate.value()).update();
    }

    private void drafts(AgencyId duplicate, AgencyId survivor) {
        record Draft(UUID plan, int no, String content) {}
        List<Draft> drafts = jdbc.sql("""
            select plan_id, no, content::text as content from plan_version
             where state = 'IN_WORK' and content::text like '%' || :duplicate::text || '%'
            """)
                .param("duplicate", duplicate.toString())
                .query((row, n) ->
                        new Draft(row.getObject("plan_id", UUID.class), row.getInt("no"), row.getString("content")))
                .list();
        for (Draft draft : drafts) {
            JsonNode content = ContentJson.MAPPER.readTree(draft.content());
            replace(content, duplicate.toString(), survivor.toString());
            jdbc.sql("update plan_version set content = :content::jsonb where plan_id = :plan and no = :no")
                    .param("content", content.toString())
                    .param("plan", draft.plan())
                    .param("no", draft.no())
                    .update();
            jdbc.sql("update plan set version = version + 1 where id = :plan")
                    .param("plan", draft.plan())
                    .update();
        }
    }

    /** In lists of agencies the survivor stands once. */
    private static void replace(JsonNode node, String duplicate, String survivor) {
        if (node instanceof ObjectNode object) {
            object.forEach(child -> replace(child, duplicate, survivor));
        } else if (node instanceof ArrayNode array) {
            boolean there = false;
            for (JsonNode child : array) {
                there |= child.isString() && child.stringValue().equals(survivor);
                replace(child, duplicate, survivor);
            }
            for (int i = array.size() - 1; i >= 0; i--) {
                JsonNode child = array.get(i);
                if (child.isString() && child.stringValue().equals(duplicate)) {
                    if (there) {
                        array.remove(i);
                    } else {
                        array.set(i, survivor);
                        there = true;
                    }
                }
            }
        }
    }

    private int count(String sql, AgencyId duplicate) {
        return jdbc.sql(sql)
                .param("duplicate", sql.contains("::text") ? duplicate.toString() : duplicate.value())
                .query(Integer.class)
                .single();
    }

    private void update(String sql, AgencyId duplicate, AgencyId survivor) {
        jdbc.sql(sql)
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .update();
    }
}
