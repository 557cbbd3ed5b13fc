package vn.binhquyen.reporting.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.reporting.ConsolidationState;
import vn.binhquyen.reporting.RoundId;
import vn.binhquyen.reporting.Rounds;
import vn.binhquyen.reporting.SubmissionId;
import vn.binhquyen.reporting.SubmissionState;

/** Rounds that the actor's unit receives or the actor's agency owes in. */
@Service
@Transactional(readOnly = true)
public class RoundQueries {
    private static final int DAYS_PRESENT = 60;

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final Clock clock;

    RoundQueries(JdbcClient jdbc, Rounds rounds, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    public RoundPage rounds(Actor actor, RoundFilter filter) {
        boolean coming = filter.span() == RoundFilter.Span.COMING;
        String after = filter.after();
        List<RoundRow> found = jdbc.sql(coming ? COMING : PRESENT)
                .param("unit", actor.unit().value())
                .param("agency", actor.agency().value())
                .param("today", today())
                .param("until", today().plusDays(DAYS_PRESENT))
                .param("year", filter.year())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("words", filter.words() == null ? "" : filter.words().strip())
                .param("afterDue", after == null ? null : after.substring(0, after.indexOf('_')))
                .param("afterId", after == null ? null : after.substring(after.indexOf('_') + 1))
                .param("size", filter.size() + 1)
                .query(RoundQueries::row)
                .list();
        if (found.size() <= filter.size()) {
            return new RoundPage(found, null);
        }
        RoundRow last = found.get(filter.size() - 1);
        return new RoundPage(found.subList(0, filter.size()), rounds.dueOn(last.id()) + "_" + last.id());
    }

    private static final String ROWS = """
        select round.id, round.title, reported_plan.title as plan_title, number_and_symbol,
               receiving_agency(round.unit_id) as receiver_name, round.unit_id = :unit as received, mine.agency_id is not null as mine,
               coalesce(mine.due_on, round.due_on) as due_on, own.state as own_state,
               consolidation.state as consolidation_state, counts.*
          from reporting_round round
          join reported_plan using (plan_id)
          left join round_reporter mine on mine.round_id = round.id and mine.agency_id = :agency
          left join submission own on own.round_id = round.id and own.agency_id = :agency
          left join consolidation on consolidation.round_id = round.id
          left join lateral (
                   select count(*) as owed,
                          count(*) filter (where state in ('SUBMITTED', 'ACCEPTED')) as arrived,
                          count(*) filter (where state = 'ACCEPTED') as accepted,
                          count(*) filter (where round_reporter.due_on < :today
                              and coalesce(state, 'DRAFT') in ('DRAFT', 'RETURNED')) as late
                     from round_reporter
                     left join submission on submission.round_id = round_reporter.round_id
                                         and submission.agency_id = round_reporter.agency_id
                    where round_reporter.round_id = round.id) counts on true
         where (round.unit_id = :unit or mine.agency_id is not null) and not round.withdrawn
           and (:year::int is null or extract(year from round.period_start) = :year::int)
           and (:kind::text is null or round.kind = :kind)
           and (:words = '' or (select bool_and(fold(round.title || ' ' || reported_plan.title || ' '
                                                     || number_and_symbol) like '%' || word || '%')
                                  from regexp_split_to_table(fold(:words), '\\s+') word))
        """;

    private static final String PRESENT = ROWS + """
           and round.due_on <= :until
           and (:afterDue::date is null or (round.due_on, round.id) < (:afterDue::date, :afterId::uuid))
         order by round.due_on desc, round.id desc
         limit :size
        """;

    private static final String COMING = ROWS + """
           and round.due_on > :until
           and (:afterDue::date is null or (round.due_on, round.id) > (:afterDue::date, :afterId::uuid))
         order by round.due_on, round.id
         limit :size
        """;

    /** The desk of a round of the actor's unit, or of a unit below. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    public Desk desk(Actor actor, RoundId id) {
        return new Desk(
                rounds.round(id),
                jdbc.sql("""
                    select round_reporter.agency_id, agency.name, unit.name as unit_name,
                           agency.unit_id = round.unit_id as own, round_reporter.due_on,
                           submission.id as submission, submission.state, coalesce(submission.edition, 0) as edition,
                           submission.submitted_at, submission.first_submitted_at,
                           coalesce(reminders.n, 0) as reminders, reminders.last_at
                      from round_reporter
                      join reporting_round round on round.id = round_reporter.round_id
                      join agency on agency.id = round_reporter.agency_id
                      join unit on unit.id = agency.unit_id
                      left join submission on submission.round_id = round_reporter.round_id
                                          and submission.agency_id = round_reporter.agency_id
                      left join (select agency_id, count(*) as n, max(at) as last_at
                                   from reminder
                                  where round_id = :round
                                  group by agency_id) reminders on reminders.agency_id = round_reporter.agency_id
                     where round_reporter.round_id = :round
                     order by own desc, unit.name collate "vi-x-icu", agency.name collate "vi-x-icu"
                    """).param("round", id.value()).query(this::reporter).list(),
                rounds.consolidation(id).orElse(null));
    }

    private Desk.Reporter reporter(ResultSet row, int n) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        @Nullable UUID submission = row.getObject("submission", UUID.class);
        @Nullable OffsetDateTime first = at(row, "first_submitted_at");
        LocalDate measured = first == null ? today() : first.toLocalDate();
        String state = row.getString("state");
        return new Desk.Reporter(
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("own") ? null : row.getString("unit_name"),
                dueOn,
                submission == null ? null : new SubmissionId(submission),
                state == null ? null : SubmissionState.valueOf(state),
                row.getInt("edition"),
                at(row, "submitted_at"),
                measured.isAfter(dueOn),
                row.getInt("reminders"),
                at(row, "last_at"));
    }

    private @Nullable OffsetDateTime at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }

    private static RoundRow row(ResultSet row, int n) throws SQLException {
        String state = row.getString("own_state");
        String consolidation = row.getString("consolidation_state");
        return new RoundRow(
                new RoundId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("plan_title"),
                row.getString("number_and_symbol"),
                row.getString("receiver_name"),
                row.getBoolean("received"),
                row.getBoolean("mine"),
                row.getObject("due_on", LocalDate.class),
                row.getInt("owed"),
                row.getInt("arrived"),
                row.getInt("accepted"),
                row.getInt("late"),
                state == null ? null : SubmissionState.valueOf(state),
                consolidation == null ? null : ConsolidationState.valueOf(consolidation));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
