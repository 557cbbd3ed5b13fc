package vn.binhquyen.plan.query;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;

/** Reads what stands around one plan: names, the plan above, plans below, versions. */
@Component
class PlanRead {
    /** Names around a plan. */
    record Surroundings(
            String issuerName,
            String agencyName,
            PlanSummary.@Nullable Parent parent,
            int children,
            TaskCounts tasks) {}

    private final JdbcClient jdbc;

    PlanRead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Surroundings around(PlanHead head, LocalDate today) {
        return jdbc.sql("""
            select case when strpos(plan.symbol, 'UBND') > 0 then 'UBND ' || issuer.name else agency.name end as issuer_name,
                   agency.name as agency_name,
                   parent.id as parent_id, parent.number, parent.symbol, parent.title,
                   (select count(*) from plan child where child.parent_id = plan.id and child.in_force > 0) as children,
                   tasks.*
              from plan
              join unit issuer on issuer.id = plan.issuer_id
              join agency on agency.id = plan.agency_id
              left join plan parent on parent.id = plan.parent_id
             cross join lateral (
                   select count(*) filter (where state = 'DONE') as done,
                          count(*) filter (where state <> 'DONE' and overdue_after < :today) as overdue,
                          count(*) filter (where state = 'UNDER_WAY'
                                             and coalesce(overdue_after >= :today, true)) as under_way,
                          count(*) filter (where state = 'NOT_STARTED'
                                             and coalesce(overdue_after >= :today, true)) as not_started
                     from task_state
                    where task_state.plan_id = plan.id) tasks
             where plan.id = :plan
            """)
                .param("plan", head.id().value())
                .param("today", today)
                .query((row, n) -> {
                    UUID parent = row.getObject("parent_id", UUID.class);
                    String title = row.getString("title");
                    return new Surroundings(
                            row.getString("issuer_name"),
                            row.getString("agency_name"),
                            parent == null
                                    ? null
                                    : new PlanSummary.Parent(
                                            new PlanId(parent),
                                            PlanList.numberAndSymbol(
                                                    row.getObject("number", Integer.class), row.getString("symbol")),
                                            title == null ? "" : title),
                            row.getInt("children"),
                            PlanList.counts(row));
                })
                .single();
    }

    /** Only units that the actor's own unit holds. */
    List<ChildPlan> children(Actor actor, PlanId parent, LocalDate today) {
        return jdbc.sql("""
            with issued as (
                select distinct on (unit_id) unit_id, id, title, number, symbol, issued_on
                  from plan
                 where parent_id = :parent and in_force > 0 and status <> 'REVOKED' and issuer_id = unit_id
                 order by unit_id, issued_on desc),
            asked as (
                select unit_id, due_on from plan_child_asked where plan_id = :parent)
            select unit.id as unit, unit.name, issued.id, issued.title, issued.number, issued.symbol, issued.issued_on,
                   asked.due_on,
                   coalesce(coalesce(issued.issued_on, :today) > asked.due_on, false) as late
              from issued
              full join asked using (unit_id)
              join unit on unit.id = unit_id
              join unit me on me.id = :unit
             where me.path @> unit.path
             order by late desc, issued.id is not null, unit.name collate "vi-x-icu"
            """)
                .param("parent", parent.value())
                .param("unit", actor.unit().value())
                .param("today", today)
                .query((row, n) -> {
                    UUID plan = row.getObject("id", UUID.class);
                    return new ChildPlan(
                            new UnitId(row.getObject("unit", UUID.class)),
                            row.getString("name"),
                            plan == null ? null : new PlanId(plan),
                            row.getString("title"),
                            plan == null
                                    ? null
                                    : PlanList.numberAndSymbol(
                                            row.getObject("number", Integer.class), row.getString("symbol")),
                            row.getObject("issued_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            row.getBoolean("late"));
                })
                .list();
    }

    List<VersionRow> versions(PlanHead head, boolean inside) {
        return jdbc.sql("""
            select no, state, reason, number, symbol, issued_on, signed_by, created_at
              from plan_version
             where plan_id = :plan and (:inside or number is not null)
             order by no desc
            """)
                .param("plan", head.id().value())
                .param("inside", inside)
                .query((row, n) -> {
                    Integer number = row.getObject("number", Integer.class);
                    return new VersionRow(
                            row.getInt("no"),
                            VersionRow.State.valueOf(row.getString("state")),
                            row.getString("reason"),
                            number == null ? null : PlanList.numberAndSymbol(number, row.getString("symbol")),
                            row.getObject("issued_on", LocalDate.class),
                            row.getString("signed_by"),
                            row.getObject("created_at", OffsetDateTime.class));
                })
                .list();
    }
}
