package vn.binhquyen.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanObligations;

@Component
class RoundRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    RoundRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void savePlan(PlanObligations plan) {
        jdbc.sql("""
            insert into reported_plan (plan_id, unit_id, title, number_and_symbol, issued_on, parent_plan_id)
            values (:plan, :unit, :title, :number, :issuedOn, :parent)
            on conflict (plan_id)
            do update set unit_id = excluded.unit_id, title = excluded.title,
                          number_and_symbol = excluded.number_and_symbol, issued_on = excluded.issued_on,
                          parent_plan_id = excluded.parent_plan_id, ended = false
            """)
                .param("plan", plan.plan().value())
                .param("unit", plan.issuer().value())
                .param("title", plan.title())
                .param("number", plan.numberAndSymbol())
                .param("issuedOn", plan.issuedOn())
                .param("parent", plan.parent() == null ? null : plan.parent().value())
                .update();
    }

    void endPlan(PlanId plan) {
        jdbc.sql("update reported_plan set ended = true where plan_id = :plan")
                .param("plan", plan.value())
                .update();
    }

    /** Makes or changes the round; who has begun to report stays a reporter. */
    RoundId save(
            Actor actor,
            PlanId plan,
            UnitId unit,
            Occurrence occurrence,
            @Nullable LocalDate sendUpOn,
            Map<AgencyId, LocalDate> reporters) {
        LocalDate dueOn = reporters.isEmpty() ? occurrence.dueOn() : Collections.max(reporters.values());
        RoundId id = new RoundId(jdbc.sql("""
            insert into reporting_round (plan_id, unit_id, title, kind, period_kind, period_start, due_on, cut_off,
                                         send_up_on, created_at, created_by, updated_at, updated_by)
            values (:plan, :unit, :title, :kind, :periodKind, :periodStart, :dueOn, :cutOff,
                    :sendUpOn, :now, :actor, :now, :actor)
            on conflict (plan_id, kind, period_kind, period_start)
            do update set due_on = excluded.due_on, cut_off = excluded.cut_off, send_up_on = excluded.send_up_on,
                          withdrawn = false, version = reporting_round.version + 1,
                          updated_at = excluded.updated_at, updated_by = excluded.updated_by
            returning id
            """)
                .param("plan", plan.value())
                .param("unit", unit.value())
                .param("title", Titles.of(occurrence.kind(), occurrence.period()))
                .param("kind", occurrence.kind().name())
                .param("periodKind", occurrence.period().kind().name())
                .param("periodStart", occurrence.period().start())
                .param("dueOn", dueOn)
                .param("cutOff", occurrence.cutOff())
                .param("sendUpOn", sendUpOn)
                .param("now", OffsetDateTime.now(clock))
                .param("actor", actor.account().value())
                .query(UUID.class)
                .single());
        saveReporters(id, reporters);
        adoptArrived(id);
        return id;
    }

    private void saveReporters(RoundId id, Map<AgencyId, LocalDate> reporters) {
        jdbc.sql("""
            delete from round_reporter
             where round_id = :round and not agency_id = any(:agencies)
               and not exists (
                   select 1
                     from submission
                    where submission.round_id = :round and submission.agency_id = round_reporter.agency_id)
            """)
                .param("round", id.value())
                .param(
                        "agencies",
                        reporters.keySet().stream().map(AgencyId::value).toArray(UUID[]::new))
                .update();
        reporters.forEach((agency, dueOn) -> jdbc.sql("""
            insert into round_reporter (round_id, agency_id, due_on)
            select :round, coalesce(merged_into, id), :dueOn from agency where id = :agency
            on conflict (round_id, agency_id) do update set due_on = excluded.due_on
            """)
                .param("round", id.value())
                .param("agency", agency.value())
                .param("dueOn", dueOn)
                .update());
    }

    /** Reports of units below that came before this round was there belong to it. */
    private void adoptArrived(RoundId id) {
        jdbc.sql("""
            update submission
               set round_id = reporting_round.id
              from reporting_round
              join round_reporter on round_reporter.round_id = reporting_round.id
             where reporting_round.id = :round
               and submission.round_id is null
               and submission.receiver_id = reporting_round.unit_id
               and submission.agency_id = round_reporter.agency_id
               and submission.kind = reporting_round.kind
               and submission.period_kind = reporting_round.period_kind
               and submission.period_start = reporting_round.period_start
               and not exists (
                   select 1
                     from submission other
                    where other.round_id = reporting_round.id and other.agency_id = round_reporter.agency_id)
            """).param("round", id.value()).update();
    }

    /** Rounds that the plan does not ask for any more are not owed; what was reported in them stays. */
    void withdrawOthers(PlanId plan, Collection<RoundId> asked) {
        jdbc.sql("update reporting_round set withdrawn = true where plan_id = :plan and not id = any(:asked)")
                .param("plan", plan.value())
                .param("asked", asked.stream().map(RoundId::value).toArray(UUID[]::new))
                .update();
    }

    Round one(RoundId id) {
        return jdbc.sql("""
            select reporting_round.*, reported_plan.title as plan_title, number_and_symbol, reported_plan.issued_on, parent_plan_id,
                   unit.name as unit_name, receiving_agency(unit.id) as receiver_name,
                   case when unit.level <> 'PROVINCE' then receiving_agency(unit.parent_id) end as above_name
              from reporting_round
              join reported_plan using (plan_id)
              join unit on unit.id = reporting_round.unit_id
             where reporting_round.id = :id
            """)
                .param("id", id.value())
                .query(RoundRows::round)
                .optional()
                .orElseThrow(() -> new NotFound("round", id));
    }

    /** By when the agency owes in the round; empty where it does not. */
    Optional<LocalDate> dueOf(RoundId round, AgencyId agency) {
        return jdbc.sql("select due_on from round_reporter where round_id = :round and agency_id = :agency")
                .param("round", round.value())
                .param("agency", agency.value())
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** How many owe in the round. */
    int reporters(RoundId round) {
        return jdbc.sql("select count(*) from round_reporter where round_id = :round")
                .param("round", round.value())
                .query(Integer.class)
                .single();
    }

    /** The round of a unit about the same time, in the given plan where there are several. */
    Optional<RoundId> about(UnitId unit, ReportKind kind, Period period, @Nullable PlanId plan) {
        return jdbc.sql("""
            select id
              from reporting_round
             where unit_id = :unit and kind = :kind and period_kind = :periodKind and period_start = :start
               and not withdrawn
             order by plan_id is not distinct from :plan::uuid desc, due_on
             limit 1
            """)
                .param("unit", unit.value())
                .param("kind", kind.name())
                .param("periodKind", period.kind().name())
                .param("start", period.start())
                .param("plan", plan == null ? null : plan.value())
                .query(UUID.class)
                .optional()
                .map(RoundId::new);
    }

    static Round round(ResultSet row, int n) throws SQLException {
        @Nullable UUID parent = row.getObject("parent_plan_id", UUID.class);
        return new Round(
                new RoundId(row.getObject("id", UUID.class)),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getString("plan_title"),
                row.getString("number_and_symbol"),
                row.getObject("issued_on", LocalDate.class),
                parent == null ? null : new PlanId(parent),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                row.getString("receiver_name"),
                row.getString("above_name"),
                row.getString("title"),
                ReportKind.valueOf(row.getString("kind")),
                new Period(
                        Period.Kind.valueOf(row.getString("period_kind")),
                        row.getObject("period_start", LocalDate.class)),
                row.getObject("due_on", LocalDate.class),
                row.getObject("cut_off", LocalDate.class),
                row.getObject("send_up_on", LocalDate.class),
                row.getBoolean("withdrawn"));
    }
}
