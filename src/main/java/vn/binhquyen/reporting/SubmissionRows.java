package vn.binhquyen.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.PlanId;

/** The heads of reports, their sent editions and the remarks on them. */
@Component
class SubmissionRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SubmissionRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private static final String HEAD = """
        select submission.*, round.plan_id, reported_plan.title as plan_title, number_and_symbol,
               coalesce(round.cut_off, submission.cut_off) as last_day,
               round_reporter.due_on, agency.name as agency_name, agency.key as agency_key,
               agency.unit_id, unit.name as unit_name, unit.key as unit_key, unit.province_id,
               receiving_agency(submission.receiver_id) as receiver_name
          from submission
          join agency on agency.id = submission.agency_id
          join unit on unit.id = agency.unit_id
          left join reporting_round round on round.id = submission.round_id
          left join reported_plan on reported_plan.plan_id = round.plan_id
          left join round_reporter on round_reporter.round_id = submission.round_id
                                  and round_reporter.agency_id = submission.agency_id
        """;

    Optional<ReportHead> find(SubmissionId id) {
        return jdbc.sql(HEAD + " where submission.id = :id")
                .param("id", id.value())
                .query(this::head)
                .optional();
    }

    ReportHead one(SubmissionId id) {
        return find(id).orElseThrow(() -> new NotFound("report", id));
    }

    Optional<ReportHead> of(RoundId round, AgencyId agency) {
        return jdbc.sql(HEAD + " where submission.round_id = :round and submission.agency_id = :agency")
                .param("round", round.value())
                .param("agency", agency.value())
                .query(this::head)
                .optional();
    }

    /** What a unit below sent about the same time without having been asked. */
    Optional<ReportHead> arrived(UnitId receiver, AgencyId agency, ReportKind kind, Period period) {
        return jdbc.sql(HEAD + """
             where submission.round_id is null and receiver_id = :receiver and submission.agency_id = :agency
               and submission.kind = :kind and submission.period_kind = :periodKind
               and submission.period_start = :start
            """)
                .param("receiver", receiver.value())
                .param("agency", agency.value())
                .param("kind", kind.name())
                .param("periodKind", period.kind().name())
                .param("start", period.start())
                .query(this::head)
                .optional();
    }

    /** @param round null where nobody asked for it here; then {@code consolidation} says what it is */
    SubmissionId insert(
            Actor actor,
            @Nullable RoundId round,
            UnitId receiver,
            AgencyId agency,
            ReportKind kind,
            Period period,
            LocalDate cutOff,
            boolean official,
            @Nullable ConsolidationId consolidation) {
        return new SubmissionId(jdbc.sql("""
            insert into submission (round_id, receiver_id, agency_id, kind, period_kind, period_start, cut_off, state,
                                    official, consolidation_id, created_at, created_by, updated_at, updated_by)
            values (:round, :receiver, :agency, :kind, :periodKind, :start, :cutOff, 'DRAFT',
                    :official, :consolidation, :now, :actor, :now, :actor)
            returning id
            """)
                .param("round", round == null ? null : round.value())
                .param("receiver", receiver.value())
                .param("agency", agency.value())
                .param("kind", kind.name())
                .param("periodKind", period.kind().name())
                .param("start", period.start())
                .param("cutOff", cutOff)
                .param("official", official)
                .param("consolidation", consolidation == null ? null : consolidation.value())
                .param("now", now())
                .param("actor", actor.account().value())
                .query(UUID.class)
                .single());
    }

    void becomeConsolidated(SubmissionId id, ConsolidationId consolidation) {
        jdbc.sql("update submission set consolidation_id = :consolidation where id = :id")
                .param("id", id.value())
                .param("consolidation", consolidation.value())
                .update();
    }

    /** @throws Conflict where somebody else changed the report since */
    void move(Actor actor, SubmissionId id, long version, SubmissionState state) {
        int rows = jdbc.sql("""
            update submission
               set state = :state, version = version + 1, updated_at = :now, updated_by = :actor,
                   settled_at = case when :state in ('ACCEPTED', 'RETURNED') then :now::timestamptz end
             where id = :id and version = :version
            """)
                .param("id", id.value())
                .param("version", version)
                .param("state", state.name())
                .param("now", now())
                .param("actor", actor.account().value())
                .update();
        if (rows == 0) {
            throw new Conflict("report", id);
        }
    }

    /** Keeps what was sent as the next edition. */
    void keep(Actor actor, SubmissionId id, ReportContent content) {
        jdbc.sql("""
            update submission
               set edition = edition + 1, submitted_at = :now, first_submitted_at = coalesce(first_submitted_at, :now)
             where id = :id
            """).param("id", id.value()).param("now", now()).update();
        jdbc.sql("""
            insert into submission_edition (submission_id, edition, content, at, by, by_name)
            select id, edition, :content::jsonb, :now, :actor, :name
              from submission
             where id = :id
            """)
                .param("id", id.value())
                .param("content", json.writeValueAsString(content))
                .param("now", now())
                .param("actor", actor.account().value())
                .param("name", actor.name())
                .update();
    }

    ReportContent edition(SubmissionId id, int edition) {
        return jdbc.sql("select content from submission_edition where submission_id = :id and edition = :edition")
                .param("id", id.value())
                .param("edition", edition)
                .query((row, n) -> json.readValue(row.getString(1), ReportContent.class))
                .optional()
                .orElseThrow(() -> new NotFound("edition", edition));
    }

    List<Edition> editions(SubmissionId id) {
        return jdbc.sql("""
            select edition, at, by_name from submission_edition where submission_id = :id order by edition desc
            """)
                .param("id", id.value())
                .query((row, n) -> new Edition(row.getInt(1), at(row, "at"), row.getString("by_name")))
                .list();
    }

    /** @param by name of the person who sent it */
    public record Edition(int number, OffsetDateTime at, String by) {}

    /** A report that was accepted in a round, as it was accepted. */
    record Accepted(
            SubmissionId id,
            int edition,
            AgencyId agency,
            String agencyName,
            UnitId unit,
            String unitName,
            ReportContent content) {}

    List<Accepted> accepted(RoundId round) {
        return jdbc.sql("""
            select submission.id, edition, agency_id, agency.name as agency_name, agency.unit_id,
                   unit.name as unit_name, content
              from submission
              join submission_edition using (edition)
              join agency on agency.id = agency_id
              join unit on unit.id = agency.unit_id
             where submission_id = submission.id and round_id = :round and state = 'ACCEPTED'
             order by unit.name collate "vi-x-icu", agency.name collate "vi-x-icu"
            """)
                .param("round", round.value())
                .query((row, n) -> new Accepted(
                        new SubmissionId(row.getObject("id", UUID.class)),
                        row.getInt("edition"),
                        new AgencyId(row.getObject("agency_id", UUID.class)),
                        row.getString("agency_name"),
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getString("unit_name"),
                        json.readValue(row.getString("content"), ReportContent.class)))
                .list();
    }

    void remark(Actor actor, SubmissionId id, int edition, NewRemark remark) {
        jdbc.sql("""
            insert into submission_remark (submission_id, edition, place, remark, at, by, by_name)
            values (:id, :edition, :place, :remark, :now, :actor, :name)
            """)
                .param("id", id.value())
                .param("edition", edition)
                .param("place", remark.place())
                .param("remark", remark.text().strip())
                .param("now", now())
                .param("actor", actor.account().value())
                .param("name", actor.name())
                .update();
    }

    List<Remark> remarks(SubmissionId id) {
        return jdbc.sql("""
            select place, remark, edition, at, by_name
              from submission_remark
             where submission_id = :id
             order by edition desc, id
            """)
                .param("id", id.value())
                .query((row, n) -> new Remark(
                        row.getString("place"),
                        row.getString("remark"),
                        row.getInt("edition"),
                        at(row, "at"),
                        row.getString("by_name")))
                .list();
    }

    private ReportHead head(ResultSet row, int n) throws SQLException {
        @Nullable UUID round = row.getObject("round_id", UUID.class);
        @Nullable UUID plan = row.getObject("plan_id", UUID.class);
        @Nullable UUID consolidation = row.getObject("consolidation_id", UUID.class);
        return new ReportHead(
                new SubmissionId(row.getObject("id", UUID.class)),
                round == null ? null : new RoundId(round),
                plan == null ? null : new PlanId(plan),
                row.getString("plan_title"),
                row.getString("number_and_symbol"),
                new UnitId(row.getObject("receiver_id", UUID.class)),
                row.getString("receiver_name"),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getInt("agency_key"),
                row.getString("agency_name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                row.getInt("unit_key"),
                row.getShort("province_id"),
                ReportKind.valueOf(row.getString("kind")),
                new Period(
                        Period.Kind.valueOf(row.getString("period_kind")),
                        row.getObject("period_start", LocalDate.class)),
                row.getObject("due_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                SubmissionState.valueOf(row.getString("state")),
                row.getInt("edition"),
                row.getBoolean("official"),
                consolidation == null ? null : new ConsolidationId(consolidation),
                atOrNull(row, "first_submitted_at"),
                atOrNull(row, "submitted_at"),
                row.getLong("version"));
    }

    private OffsetDateTime at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(clock.getZone())
                .toOffsetDateTime();
    }

    private @Nullable OffsetDateTime atOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : at(row, column);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
