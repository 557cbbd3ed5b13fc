package vn.binhquyen.reporting;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Duty;
import vn.binhquyen.kernel.DutySource;
import vn.binhquyen.kernel.Role;

/** What people have to do about reports: send, mend, check, consolidate, approve, number. */
@Component
@Transactional(readOnly = true)
class ReportingDuties implements DutySource {

    /** How long before its day a report is shown among the duties. */
    private static final int DAYS_AHEAD = 45;

    private static final int NAMES = 3;

    private final JdbcClient jdbc;
    private final MessageSource messages;

    ReportingDuties(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public List<Duty> dutiesOf(Actor actor, LocalDate today) {
        List<Duty> duties = new ArrayList<>();
        boolean receives = actor.is(Role.STANDING_OFFICER) || actor.is(Role.CONSOLIDATOR);
        if (receives || actor.is(Role.AGENCY_OFFICER)) {
            duties.addAll(owed(actor, today));
        }
        if (receives || actor.is(Role.LEADER) || actor.is(Role.CLERK)) {
            duties.addAll(ofUnit(actor, today, receives));
        }
        return duties;
    }

    /** Reports of the actor's agency that are due, returned or reminded of. */
    private List<Duty> owed(Actor actor, LocalDate today) {
        return jdbc.sql("""
            select round.id, round.title, round_reporter.due_on, receiving_agency(round.unit_id) as receiver,
                   exists (select 1
                             from agency
                            where agency.id = :agency and standing and agency.unit_id = round.unit_id) as to_itself,
                   submission.id as submission_id, coalesce(submission.state, 'NONE') as state,
                   own.id as own_round,
                   (select remark from submission_remark
                     where submission_id = submission.id and submission_remark.edition = submission.edition
                     order by submission_remark.id limit 1) as remark,
                   (select note from reminder
                     where reminder.round_id = round.id and reminder.agency_id = :agency
                     order by at desc limit 1) as reminder
              from round_reporter
              join reporting_round round on round.id = round_id and not withdrawn
              left join submission on submission.round_id = round.id and submission.agency_id = :agency
              left join lateral (
                       select own.id
                         from reporting_round own
                        where own.unit_id = :unit and own.unit_id <> round.unit_id and own.kind = round.kind
                          and own.period_kind = round.period_kind and own.period_start = round.period_start
                          and not own.withdrawn
                        order by own.due_on
                        limit 1) own on true
             where round_reporter.agency_id = :agency
               and coalesce(submission.state, 'NONE') in ('NONE', 'DRAFT', 'RETURNED')
               and round_reporter.due_on <= :until
             order by round_reporter.due_on, round.id
            """)
                .param("agency", actor.agency().value())
                .param("unit", actor.unit().value())
                .param("until", today.plusDays(DAYS_AHEAD))
                .query((row, n) -> owed(row))
                .list();
    }

    private static Duty owed(ResultSet row) throws SQLException {
        String ownRound = row.getString("own_round");
        boolean returned = row.getString("state").equals("RETURNED");
        String reminder = row.getString("reminder");
        String kind = returned
                ? "report-returned"
                : ownRound != null
                        ? "report-send-up"
                        : row.getBoolean("to_itself")
                                ? "report-own"
                                : reminder != null ? "report-reminded" : "report-due";
        String detail = returned ? row.getString("remark") : kind.equals("report-reminded") ? reminder : null;
        return new Duty(
                kind,
                returned ? "message-report" : "report",
                List.of(inSentence(row.getString("title")), row.getString("receiver")),
                detail == null || detail.isBlank() ? null : detail,
                row.getObject("due_on", LocalDate.class),
                returned,
                ownRound != null ? "/reports/rounds/" + ownRound : "/reports/rounds/" + row.getString("id") + "/mine");
    }

    /** "báo cáo năm 2026" of "Báo cáo năm 2026" for who reads Vietnamese; quoted as it is for who reads another language. */
    private static String inSentence(String title) {
        boolean quoted = LocaleContextHolder.getLocaleContext() != null
                && !LocaleContextHolder.getLocale().getLanguage().equals("vi");
        return quoted ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** The first few names, and how many more there are. */
    private @Nullable String names(List<String> names) {
        if (names.isEmpty()) {
            return null;
        }
        String first = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() <= NAMES
                ? first
                : messages.getMessage(
                        "reporting.names.more",
                        new Object[] {first, names.size() - NAMES},
                        LocaleContextHolder.getLocale());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** What the actor's unit has to do with reports owed to it. */
    private List<Duty> ofUnit(Actor actor, LocalDate today, boolean receives) {
        record Standing(
                String round,
                String title,
                LocalDate dueOn,
                LocalDate consolidateBy,
                int owed,
                int toCheck,
                List<String> toCheckNames,
                int accepted,
                List<String> missing,
                String state,
                String consolidation,
                @Nullable String above) {}
        List<Standing> all = jdbc.sql("""
            select round.id, round.title, round.due_on, coalesce(round.send_up_on, round.due_on) as consolidate_by,
                   count(round_reporter.agency_id) as owed,
                   count(*) filter (where submission.state = 'SUBMITTED') as to_check,
                   array_agg(reporter.name order by reporter.name collate "vi-x-icu")
                       filter (where submission.state = 'SUBMITTED') as to_check_names,
                   count(*) filter (where submission.state = 'ACCEPTED') as accepted,
                   array_agg(reporter.name order by reporter.name collate "vi-x-icu")
                       filter (where round_reporter.due_on < :today and round_reporter.agency_id <> :agency
                           and coalesce(submission.state, 'DRAFT') in ('DRAFT', 'RETURNED')) as missing,
                   coalesce(consolidation.state, 'NONE') as state, coalesce(consolidation.id::text, '') as consolidation,
                   case when unit.level <> 'PROVINCE' then receiving_agency(unit.parent_id) end as above
              from reporting_round round
              join unit on unit.id = round.unit_id
              left join round_reporter on round_reporter.round_id = round.id
              left join lateral ( -- an agency of another unit bears that unit's name
                       select agency.name || case when place.id = unit.id then '' else ' ' || place.name end as name
                         from agency
                         join unit place on place.id = agency.unit_id
                        where agency.id = round_reporter.agency_id) reporter on true
              left join submission on submission.round_id = round.id and submission.agency_id = round_reporter.agency_id
              left join consolidation on consolidation.round_id = round.id
             where round.unit_id in (select id from unit_and_former(:unit, :today))
               and not round.withdrawn and round.due_on <= :until
               and coalesce(consolidation.state, 'NONE') <> 'SENT'
             group by round.id, consolidation.id, unit.id
             order by round.due_on, round.id
             limit 50
            """)
                .param("unit", actor.unit().value())
                .param("agency", actor.agency().value())
                .param("today", today)
                .param("until", today.plusDays(DAYS_AHEAD))
                .query((row, n) -> new Standing(
                        row.getString("id"),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("consolidate_by", LocalDate.class),
                        row.getInt("owed"),
                        row.getInt("to_check"),
                        texts(row, "to_check_names"),
                        row.getInt("accepted"),
                        texts(row, "missing"),
                        row.getString("state"),
                        row.getString("consolidation"),
                        row.getString("above")))
                .list();
        Stream.Builder<Duty> duties = Stream.builder();
        for (Standing one : all) {
            String desk = "/reports/rounds/" + one.round();
            String report = "/reports/consolidated/" + one.consolidation();
            String title = inSentence(one.title());
            if (receives && one.toCheck() > 0) {
                duties.add(new Duty(
                        "report-to-check",
                        "inbox",
                        List.of(String.valueOf(one.toCheck()), title),
                        names(one.toCheckNames()),
                        one.consolidateBy(),
                        true,
                        desk));
            }
            if (receives && !one.missing().isEmpty() && !isProposed(one.state())) {
                duties.add(new Duty(
                        "report-missing",
                        "alert-circle",
                        List.of(String.valueOf(one.missing().size()), title),
                        names(one.missing()),
                        one.dueOn(),
                        false,
                        desk));
            }
            if (receives && !isProposed(one.state()) && one.accepted() > 0 && one.toCheck() == 0) {
                duties.add(new Duty(
                        "report-consolidate",
                        "files",
                        List.of(title, String.valueOf(one.accepted()), String.valueOf(one.owed())),
                        null,
                        one.consolidateBy(),
                        false,
                        desk));
            }
            if (actor.is(Role.LEADER) && one.state().equals("IN_APPROVAL")) {
                duties.add(new Duty(
                        "report-approve", "signature", List.of(title), null, one.consolidateBy(), true, report));
            }
            if (actor.is(Role.CLERK) && one.state().equals("APPROVED")) {
                duties.add(new Duty(
                        "report-number", "file-certificate", List.of(title), null, one.consolidateBy(), true, report));
            }
            if (receives && one.above() != null && one.state().equals("ISSUED")) {
                duties.add(new Duty(
                        "report-send", "send", List.of(title, one.above()), null, one.consolidateBy(), true, report));
            }
        }
        return Stream.concat(duties.build(), receives ? arrived(actor, today).stream() : Stream.of())
                .toList();
    }

    /** Reports that units below sent without having been asked here. */
    private List<Duty> arrived(Actor actor, LocalDate today) {
        return jdbc.sql("""
            select submission.id, 'UBND ' || unit.name as name
              from submission
              join agency on agency.id = agency_id
              join unit on unit.id = agency.unit_id
             where receiver_id in (select id from unit_and_former(:unit, :today)) and round_id is null and state = 'SUBMITTED'
             order by submitted_at
             limit 50
            """)
                .param("unit", actor.unit().value())
                .param("today", today)
                .query((row, n) -> new Duty(
                        "report-arrived",
                        "inbox",
                        List.of(row.getString("name")),
                        null,
                        null,
                        true,
                        "/reports/" + row.getString("id")))
                .list();
    }

    private static boolean isProposed(String state) {
        return !state.equals("NONE") && !state.equals("DRAFT");
    }
}
