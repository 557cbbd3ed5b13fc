package vn.binhquyen.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AgencyId;

/**
 * Makes rows of what is worked with while a plan is in force: tasks, targets, who owes what. An item keeps its row
 * through all versions, and with it what was told of it.
 */
@Component
class LivingParts {
    private record TaskLine(
            UUID id,
            int position,
            String text,
            @Nullable String taskGroup,
            @Nullable String objective,
            TaskKind kind,
            PlanItem.@Nullable Frequency recurrence,
            @Nullable LocalDate dueOn,
            boolean request,
            @Nullable String leadName) {}

    private record TaskPart(UUID taskId, UUID agencyId, TaskRole role, boolean decides) {}

    private record IndicatorLine(int position, String objective, PlanItem.Indicator indicator) {}

    private record TargetLine(UUID indicatorId, int position, PlanItem.Target target) {}

    private record Owner(UUID indicatorId, UUID agencyId) {}

    private record Asked(UUID agencyId, @Nullable LocalDate dueOn) {}

    private final JdbcClient jdbc;

    LivingParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void reconcile(PlanId plan, int version, PlanContent content) {
        Map<UUID, PlanItem.Party> parties = new HashMap<>();
        content.parties().forEach(party -> parties.put(party.id(), party));
        tasks(plan, version, content, parties);
        indicators(plan, version, content, parties);
        childrenAsked(plan, content, parties);
    }

    private void tasks(PlanId plan, int version, PlanContent content, Map<UUID, PlanItem.Party> parties) {
        Map<UUID, String> groups = new HashMap<>();
        content.taskGroups().forEach(group -> groups.put(group.id(), group.title()));
        Map<UUID, String> objectives = new HashMap<>();
        content.objectives().forEach(objective -> objectives.put(objective.id(), objective.title()));
        List<TaskLine> lines = new ArrayList<>();
        List<TaskPart> parts = new ArrayList<>();
        for (PlanItem.Task task : content.tasks()) {
            PlanItem.Party lead = task.lead() == null ? null : parties.get(task.lead());
            lines.add(new TaskLine(
                    task.id(),
                    lines.size(),
                    task.text(),
                    task.group() == null ? null : groups.get(task.group()),
                    task.objective() == null ? null : objectives.get(task.objective()),
                    task.kind(),
                    task.recurrence(),
                    task.dueOn(),
                    task.request() || (lead != null && lead.request()),
                    lead == null ? null : lead.name()));
            parts.addAll(parts(task, lead, parties));
        }
        requireAll(
                lines.size(),
                jdbc.sql("""
                    insert into plan_task (id, plan_id, position, text, task_group, objective, kind, recurrence, due_on,
                                           request, lead_name)
                    select id, :plan, position, text, "taskGroup", objective, kind, recurrence, "dueOn", request, "leadName"
                      from jsonb_to_recordset(:lines::jsonb) as line (id uuid, position integer, text text,
                               "taskGroup" text, objective text, kind text, recurrence text, "dueOn" date, request boolean,
                               "leadName" text)
                    on conflict (id) do update
                       set position = excluded.position, text = excluded.text, task_group = excluded.task_group,
                           objective = excluded.objective, kind = excluded.kind, recurrence = excluded.recurrence,
                           due_on = excluded.due_on, request = excluded.request, lead_name = excluded.lead_name, until = null
                     where plan_task.plan_id = excluded.plan_id
                    """)
                        .param("plan", plan.value())
                        .param("lines", json(lines))
                        .update());
        jdbc.sql("""
            update plan_task set until = :version
             where plan_id = :plan and until is null and not id = any(:kept)
            """)
                .param("plan", plan.value())
                .param("version", version)
                .param("kept", ids(lines.stream().map(TaskLine::id).toList()))
                .update();
        jdbc.sql("""
            update plan_task_agency set until = :version
              from plan_task
             where plan_task.id = task_id and plan_id = :plan and plan_task_agency.until is null
            """).param("plan", plan.value()).param("version", version).update();
        jdbc.sql("""
            insert into plan_task_agency (task_id, agency_id, role, decides)
            select "taskId", coalesce(agency.merged_into, agency.id),
                   case when bool_or(role = 'LEAD') then 'LEAD' else 'COORDINATE' end, bool_or(decides)
              from jsonb_to_recordset(:parts::jsonb)
                       as part ("taskId" uuid, "agencyId" uuid, role text, decides boolean)
              join agency on agency.id = "agencyId"
             group by 1, 2
            on conflict (task_id, agency_id) do update
               set role = excluded.role, decides = excluded.decides, until = null
            """).param("parts", json(parts)).update();
    }

    /** Each agency once; one that leads does not also coordinate. Where nobody leads, all who take part decide. */
    private static Collection<TaskPart> parts(
            PlanItem.Task task, PlanItem.@Nullable Party lead, Map<UUID, PlanItem.Party> parties) {
        List<AgencyId> leading = lead == null ? List.of() : lead.agencies();
        Map<AgencyId, TaskPart> parts = new LinkedHashMap<>();
        leading.forEach(agency -> parts.put(agency, new TaskPart(task.id(), agency.value(), TaskRole.LEAD, true)));
        agencies(task.coordinating(), parties)
                .forEach(agency -> parts.putIfAbsent(
                        agency, new TaskPart(task.id(), agency.value(), TaskRole.COORDINATE, leading.isEmpty())));
        return parts.values();
    }

    private void indicators(PlanId plan, int version, PlanContent content, Map<UUID, PlanItem.Party> parties) {
        List<IndicatorLine> lines = new ArrayList<>();
        List<TargetLine> targets = new ArrayList<>();
        List<Owner> owners = new ArrayList<>();
        for (PlanItem.Objective objective : content.objectives()) {
            for (PlanItem.Indicator indicator : objective.indicators()) {
                lines.add(new IndicatorLine(lines.size(), objective.title(), indicator));
                indicator
                        .targets()
                        .forEach(target -> targets.add(new TargetLine(indicator.id(), targets.size(), target)));
                agencies(indicator.owners(), parties)
                        .distinct()
                        .forEach(agency -> owners.add(new Owner(indicator.id(), agency.value())));
            }
        }
        requireAll(
                lines.size(),
                jdbc.sql("""
                    insert into plan_indicator (id, plan_id, position, no, text, objective, direction, catalogue, counts_persons)
                    select item.id, :plan, line.position, item.no, item.text, line.objective, item.direction, item.catalogue,
                           item."countsPersons"
                      from jsonb_to_recordset(:lines::jsonb) as line (position integer, objective text, indicator jsonb)
                     cross join jsonb_to_record(line.indicator)
                               as item (id uuid, no text, text text, direction text, catalogue text, "countsPersons" boolean)
                    on conflict (id) do update
                       set position = excluded.position, no = excluded.no, text = excluded.text, objective = excluded.objective,
                           direction = excluded.direction, catalogue = excluded.catalogue,
                           counts_persons = excluded.counts_persons, until = null
                     where plan_indicator.plan_id = excluded.plan_id
                    """)
                        .param("plan", plan.value())
                        .param("lines", json(lines))
                        .update());
        jdbc.sql("""
            update plan_indicator set until = :version
             where plan_id = :plan and until is null and not id = any(:kept)
            """)
                .param("plan", plan.value())
                .param("version", version)
                .param(
                        "kept",
                        ids(lines.stream().map(line -> line.indicator().id()).toList()))
                .update();
        jdbc.sql("""
            delete from plan_indicator_owner using plan_indicator where id = indicator_id and plan_id = :plan
            """).param("plan", plan.value()).update();
        jdbc.sql("""
            insert into plan_indicator_owner (indicator_id, agency_id)
            select distinct "indicatorId", coalesce(agency.merged_into, agency.id)
              from jsonb_to_recordset(:owners::jsonb) as owner ("indicatorId" uuid, "agencyId" uuid)
              join agency on agency.id = "agencyId"
            """).param("owners", json(owners)).update();
        jdbc.sql("""
            delete from plan_target using plan_indicator
             where plan_indicator.id = indicator_id and plan_id = :plan
            """).param("plan", plan.value()).update();
        jdbc.sql("""
            insert into plan_target (id, indicator_id, position, what, comparator, value, high, unit, baseline, by_year,
                                     frequency, catalogue)
            select item.id, line."indicatorId", line.position, item.what, item.comparator, item.value, item.high,
                   item.unit, item.baseline, item."byYear", item.frequency, item.catalogue
              from jsonb_to_recordset(:targets::jsonb) as line ("indicatorId" uuid, position integer, target jsonb)
             cross join jsonb_to_record(line.target)
                       as item (id uuid, what text, comparator text, value numeric, high numeric, unit text,
                                baseline numeric, "byYear" smallint, frequency text, catalogue text)
            """).param("targets", json(targets)).update();
    }

    private void childrenAsked(PlanId plan, PlanContent content, Map<UUID, PlanItem.Party> parties) {
        List<Asked> asked = content.reportingDuties().stream()
                .filter(duty -> duty.kind() == PlanItem.ReportKind.ISSUE_OWN_PLAN)
                .flatMap(duty -> agencies(duty.from(), parties)
                        .map(agency -> new Asked(
                                agency.value(),
                                duty.dueOn() == null
                                        ? null
                                        : duty.dueOn().latest().orElse(null))))
                .toList();
        jdbc.sql("delete from plan_child_asked where plan_id = :plan")
                .param("plan", plan.value())
                .update();
        jdbc.sql("""
            insert into plan_child_asked (plan_id, unit_id, due_on)
            select :plan, agency.unit_id, min("dueOn")
              from jsonb_to_recordset(:asked::jsonb) as asked ("agencyId" uuid, "dueOn" date)
              join agency on agency.id = "agencyId"
              join plan on plan.id = :plan
             where agency.unit_id <> plan.issuer_id
             group by agency.unit_id
            """).param("plan", plan.value()).param("asked", json(asked)).update();
    }

    static Stream<AgencyId> agencies(Collection<UUID> of, Map<UUID, PlanItem.Party> parties) {
        return of.stream()
                .map(parties::get)
                .filter(java.util.Objects::nonNull)
                .flatMap(party -> party.agencies().stream());
    }

    /** The rows of a plan are its own: an id that another plan's item bears is a mistake of the writer of the content. */
    private static void requireAll(int asked, int written) {
        if (asked != written) {
            throw new IllegalStateException((asked - written) + " items bear ids of another plan");
        }
    }

    private static String json(Object rows) {
        return ContentJson.MAPPER.writeValueAsString(rows);
    }

    private static UUID[] ids(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
