package vn.binhquyen.reporting.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
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
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reach;
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
    private final Organization organization;
    private final Clock clock;

    RoundQueries(JdbcClient jdbc, Rounds rounds, Organization organization, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.organization = organization;
        this.clock = clock;
    }

    private record Keyed(String key, RoundRow row) {}

    /** The last row of the page before. */
    private record Last(LocalDate dueOn, UUID round, UUID reporter) {
        /** Empty where the address names no row: the list begins at its first. */
        static Optional<Last> of(@Nullable String after) {
            String[] parts = after == null ? new String[0] : after.split("_", -1);
            if (parts.length != 3) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Last(LocalDate.parse(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2])));
            } catch (DateTimeParseException | IllegalArgumentException noRow) {
                return Optional.empty();
            }
        }
    }

    /** Also what is owed to or by units whose place the actor's took: each report of theirs is a row of its own. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    public RoundPage rounds(Actor actor, RoundFilter filter) {
        boolean coming = filter.span() == RoundFilter.Span.COMING;
        Optional<Last> after = Last.of(filter.after());
        List<Keyed> found = jdbc.sql(coming ? COMING : PRESENT)
                .param("unit", actor.unit().value())
                .param("agency", actor.agency().value())
                .param("today", today())
                .param("until", today().plusDays(DAYS_PRESENT))
                .param("year", filter.year())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("former", filter.former())
                .param("words", filter.words() == null ? "" : filter.words().strip())
                .param("afterDue", after.map(Last::dueOn).orElse(null))
                .param("afterId", after.map(Last::round).orElse(null))
                .param("afterReporter", after.map(Last::reporter).orElse(null))
                .param("size", filter.size() + 1)
                .query((row, n) -> new Keyed(row.getString("key"), row(row)))
                .list();
        boolean more = found.size() > filter.size();
        List<Keyed> shown = more ? found.subList(0, filter.size()) : found;
        return new RoundPage(
                shown.stream().map(Keyed::row).toList(),
                more ? shown.getLast().key() : null,
                organization.hasFormer(actor.unit(), Reach.OWN, today()));
    }

    private static final String SEEN = """
        with own as materialized (
            select id from unit_and_former(:unit, :today)),
        -- what is owed to the unit, what its agency owes, and report by report what former units owed to others
        about as (
            select id as round_id, null::uuid as reporter_id, unit_id as ended_id
              from reporting_round
             where unit_id in (select id from own)
             union all
            select round_id, null, null
              from round_reporter
              join reporting_round on id = round_id
             where agency_id = :agency and unit_id not in (select id from own)
             union all
            select round_id, agency.id, agency.unit_id
              from own
              join agency on agency.unit_id = own.id and agency.unit_id <> :unit
              join round_reporter on agency_id = agency.id
              join reporting_round round on round.id = round_id
             where agency.id <> :agency and round.unit_id not in (select id from own)),
        seen as (
            select about.*, %s
              from about
              join reporting_round on reporting_round.id = round_id and not withdrawn
              left join unit former on former.id = ended_id and upper(former.valid_during) <= :today)
        """.formatted(FormerUnit.COLUMNS);

    private static final String ROWS = SEEN + """
        select round.id, round.title, reported_plan.title as plan_title, number_and_symbol,
               former_id, former_name, former_last_day,
               concat_ws('_', round.due_on, round.id, coalesce(reporter_id, round.id)) as key,
               receiving_agency(round.unit_id) as receiver_name, round.unit_id in (select id from own) as received,
               mine.agency_id is not null and reporter_id is null as mine,
               reporter.name as reporter_name, case when own_report.edition > 0 and reporter_id is not null then own_report.id end as sent,
               coalesce(mine.due_on, round.due_on) as due_on, own_report.state as own_state,
               consolidation.state as consolidation_state, counts.*
          from seen
          join reporting_round round on round.id = round_id
          join reported_plan using (plan_id)
          left join agency reporter on reporter.id = reporter_id
          left join round_reporter mine on mine.round_id = round.id and mine.agency_id = coalesce(reporter_id, :agency)
          left join submission own_report on own_report.round_id = round.id
                                         and own_report.agency_id = coalesce(reporter_id, :agency)
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
         where (:former or former_id is null)
           and (:year::int is null or extract(year from round.period_start) = :year::int)
           and (:kind::text is null or round.kind = :kind)
           and (:words = '' or (select bool_and(fold(concat_ws(' ', round.title, reported_plan.title, number_and_symbol,
                                                               former_name)) like '%' || word || '%')
                                  from regexp_split_to_table(fold(:words), '\\s+') word))
        """;

    private static final String PRESENT = ROWS + """
           and round.due_on <= :until
           and (:afterDue::date is null or (round.due_on, round.id, coalesce(reporter_id, round.id))
                                           < (:afterDue::date, :afterId::uuid, :afterReporter::uuid))
         order by round.due_on desc, round.id desc, coalesce(reporter_id, round.id) desc
         limit :size
        """;

    private static final String COMING = ROWS + """
           and round.due_on > :until
           and (:afterDue::date is null or (round.due_on, round.id, coalesce(reporter_id, round.id))
                                           > (:afterDue::date, :afterId::uuid, :afterReporter::uuid))
         order by round.due_on, round.id, coalesce(reporter_id, round.id)
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
                rounds.consolidation(actor, id).orElse(null));
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

    private static RoundRow row(ResultSet row) throws SQLException {
        String state = row.getString("own_state");
        String consolidation = row.getString("consolidation_state");
        UUID sent = row.getObject("sent", UUID.class);
        return new RoundRow(
                new RoundId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("plan_title"),
                row.getString("number_and_symbol"),
                row.getString("receiver_name"),
                FormerUnit.of(row),
                row.getBoolean("received"),
                row.getBoolean("mine"),
                row.getObject("due_on", LocalDate.class),
                row.getInt("owed"),
                row.getInt("arrived"),
                row.getInt("accepted"),
                row.getInt("late"),
                row.getString("reporter_name"),
                sent == null ? null : new SubmissionId(sent),
                state == null ? null : SubmissionState.valueOf(state),
                consolidation == null ? null : ConsolidationState.valueOf(consolidation));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
