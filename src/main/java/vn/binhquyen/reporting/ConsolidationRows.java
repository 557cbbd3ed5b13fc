package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.reporting.ConsolidatedReport.Basis;
import vn.binhquyen.reporting.ConsolidatedReport.Edit;
import vn.binhquyen.reporting.Lifecycle.ConsolidationEvent;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Nature;

@Component
class ConsolidationRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final RoundRows rounds;

    ConsolidationRows(JdbcClient jdbc, JsonMapper json, Clock clock, RoundRows rounds) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.rounds = rounds;
    }

    Optional<ConsolidationHead> of(RoundId round) {
        return jdbc.sql(HEAD + " where round_id = :round")
                .param("round", round.value())
                .query(this::head)
                .optional();
    }

    ConsolidationHead one(ConsolidationId id) {
        return jdbc.sql(HEAD + " where consolidation.id = :id")
                .param("id", id.value())
                .query(this::head)
                .optional()
                .orElseThrow(() -> new NotFound("consolidation", id));
    }

    private static final String HEAD = """
        select consolidation.*, signed_by, signed_as
          from consolidation
          left join consolidation_edition
                 on consolidation_id = consolidation.id
                and consolidation_edition.edition = consolidation.edition
                and state in ('APPROVED', 'ISSUED', 'SENT')
        """;

    ConsolidationId insert(Actor actor, RoundId round, String symbol) {
        return new ConsolidationId(jdbc.sql("""
            insert into consolidation (round_id, state, symbol, created_at, created_by, updated_at, updated_by)
            values (:round, 'DRAFT', :symbol, :now, :actor, :now, :actor)
            returning id
            """)
                .param("round", round.value())
                .param("symbol", symbol)
                .param("now", now())
                .param("actor", actor.account().value())
                .query(UUID.class)
                .single());
    }

    /** @throws Conflict where somebody else changed the report since */
    void move(Actor actor, ConsolidationId id, long version, ConsolidationState state, @Nullable String remark) {
        int rows = jdbc.sql("""
            update consolidation
               set state = :state, remark = :remark, version = version + 1, updated_at = :now, updated_by = :actor
             where id = :id and version = :version
            """)
                .param("id", id.value())
                .param("version", version)
                .param("state", state.name())
                .param("remark", remark)
                .param("now", now())
                .param("actor", actor.account().value())
                .update();
        if (rows == 0) {
            throw new Conflict("consolidation", id);
        }
    }

    /** What it is made of has changed: who looks at an older page of it can't decide on it. */
    void touch(RoundId round) {
        jdbc.sql("""
            update consolidation set version = version + 1 where round_id = :round and state in ('DRAFT', 'IN_APPROVAL')
            """).param("round", round.value()).update();
    }

    /** The level above returned it: it is written anew and gets a new number. */
    void reopen(Actor actor, ConsolidationId id, String remark) {
        ConsolidationHead head = one(id);
        move(
                actor,
                id,
                head.version(),
                Lifecycle.OF_CONSOLIDATION.step(head.state(), ConsolidationEvent.RETURNED_FROM_ABOVE),
                remark);
        jdbc.sql("update consolidation set number = null, issued_on = null where id = :id")
                .param("id", id.value())
                .update();
    }

    void keep(Actor actor, ConsolidationId id, ReportContent content, @Nullable String position) {
        jdbc.sql("update consolidation set edition = edition + 1 where id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
            insert into consolidation_edition (consolidation_id, edition, content, signed_by, signed_as, at, by, by_name)
            select id, edition, :content::jsonb, :name, :position, :now, :actor, :name
              from consolidation
             where id = :id
            """)
                .param("id", id.value())
                .param("content", json.writeValueAsString(content))
                .param("position", position)
                .param("now", now())
                .param("actor", actor.account().value())
                .param("name", actor.name())
                .update();
    }

    ReportContent edition(ConsolidationHead head) {
        return jdbc.sql("select content from consolidation_edition where consolidation_id = :id and edition = :edition")
                .param("id", head.id().value())
                .param("edition", head.edition())
                .query((row, n) -> json.readValue(row.getString(1), ReportContent.class))
                .single();
    }

    int nextNumber(ConsolidationHead head, int year) {
        return jdbc.sql("""
            select coalesce(max(number), 0) + 1 from report_number where unit_id = :unit and symbol = :symbol and year = :year
            """)
                .param("unit", head.round().unit().value())
                .param("symbol", head.symbol())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** @throws Refused where the number is taken */
    void number(ConsolidationHead head, int number, LocalDate date) {
        try {
            jdbc.sql("""
                insert into report_number (unit_id, symbol, year, number, consolidation_id)
                values (:unit, :symbol, :year, :number, :id)
                """)
                    .param("unit", head.round().unit().value())
                    .param("symbol", head.symbol())
                    .param("year", date.getYear())
                    .param("number", number)
                    .param("id", head.id().value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("reporting.refused.number-taken", number + "/" + head.symbol(), date.getYear());
        }
        jdbc.sql("update consolidation set number = :number, issued_on = :date where id = :id")
                .param("id", head.id().value())
                .param("number", number)
                .param("date", date)
                .update();
        jdbc.sql("""
            update consolidation_edition set number = :number, issued_on = :date
             where consolidation_id = :id and edition = :edition
            """)
                .param("id", head.id().value())
                .param("edition", head.edition())
                .param("number", number)
                .param("date", date)
                .update();
    }

    Map<Section, Passage> sections(ConsolidationId id) {
        Map<Section, Passage> written = new EnumMap<>(Section.class);
        jdbc.sql("select section, text, version from consolidation_section where consolidation_id = :id")
                .param("id", id.value())
                .query(row -> {
                    Section section = Section.valueOf(row.getString("section"));
                    written.put(section, new Passage(section, row.getString("text"), row.getLong("version")));
                });
        return written;
    }

    /** @throws Conflict where somebody else wrote the section since */
    void saveSection(Actor actor, ConsolidationId id, Section section, String text, long version) {
        int rows = jdbc.sql("""
            insert into consolidation_section (consolidation_id, section, text, version, updated_at, updated_by)
            select :id, :section, :text, 1, :now, :actor
             where :version = 0
            on conflict (consolidation_id, section) do nothing
            """)
                        .param("id", id.value())
                        .param("section", section.name())
                        .param("text", text)
                        .param("version", version)
                        .param("now", now())
                        .param("actor", actor.account().value())
                        .update()
                + jdbc.sql("""
                    update consolidation_section
                       set text = :text, version = version + 1, updated_at = :now, updated_by = :actor
                     where consolidation_id = :id and section = :section and version = :version and :version > 0
                    """)
                        .param("id", id.value())
                        .param("section", section.name())
                        .param("text", text)
                        .param("version", version)
                        .param("now", now())
                        .param("actor", actor.account().value())
                        .update();
        if (rows == 0) {
            throw new Conflict("section", section);
        }
    }

    /** A sent report whose words a section holds already. */
    record Taken(Section section, SubmissionId submission, int edition) {}

    Set<Taken> taken(ConsolidationId id) {
        return new HashSet<>(jdbc.sql("""
            select section, submission_id, edition from consolidation_source where consolidation_id = :id
            """)
                .param("id", id.value())
                .query((row, n) -> new Taken(
                        Section.valueOf(row.getString("section")),
                        new SubmissionId(row.getObject("submission_id", UUID.class)),
                        row.getInt("edition")))
                .list());
    }

    void take(ConsolidationId id, Taken taken) {
        jdbc.sql("""
            insert into consolidation_source (consolidation_id, section, submission_id, edition)
            values (:id, :section, :submission, :edition)
            on conflict (consolidation_id, section, submission_id) do update set edition = excluded.edition
            """)
                .param("id", id.value())
                .param("section", taken.section().name())
                .param("submission", taken.submission().value())
                .param("edition", taken.edition())
                .update();
    }

    Map<Cell, Edit> edits(ConsolidationId id) {
        Map<Cell, Edit> edits = new HashMap<>();
        jdbc.sql("select * from consolidation_edit where consolidation_id = :id")
                .param("id", id.value())
                .query(row -> {
                    edits.put(
                            new Cell(
                                    row.getInt("element_key"),
                                    new Breakdown(row.getInt("breakdown_key")),
                                    Nature.valueOf(row.getString("nature"))),
                            new Edit(
                                    row.getBigDecimal("value"),
                                    row.getBigDecimal("was"),
                                    row.getString("reason"),
                                    row.getString("by_name")));
                });
        return edits;
    }

    void edit(Actor actor, ConsolidationId id, Cell cell, BigDecimal value, @Nullable BigDecimal was, String reason) {
        jdbc.sql("""
            insert into consolidation_edit (consolidation_id, element_key, breakdown_key, nature, value, was, reason,
                                            at, by, by_name)
            values (:id, :element, :breakdown, :nature, :value, :was, :reason, :now, :actor, :name)
            on conflict (consolidation_id, element_key, breakdown_key, nature)
            do update set value = excluded.value, was = excluded.was, reason = excluded.reason,
                          at = excluded.at, by = excluded.by, by_name = excluded.by_name
            """)
                .param("id", id.value())
                .param("element", cell.element())
                .param("breakdown", cell.breakdown().key())
                .param("nature", cell.nature().name())
                .param("value", value)
                .param("was", was)
                .param("reason", reason)
                .param("now", now())
                .param("actor", actor.account().value())
                .param("name", actor.name())
                .update();
    }

    void undoEdit(ConsolidationId id, Cell cell) {
        jdbc.sql("""
            delete from consolidation_edit
             where consolidation_id = :id and element_key = :element and breakdown_key = :breakdown and nature = :nature
            """)
                .param("id", id.value())
                .param("element", cell.element())
                .param("breakdown", cell.breakdown().key())
                .param("nature", cell.nature().name())
                .update();
    }

    Map<IndicatorId, Basis> bases(ConsolidationId id) {
        Map<IndicatorId, Basis> bases = new HashMap<>();
        jdbc.sql("select indicator_id, basis from consolidation_basis where consolidation_id = :id")
                .param("id", id.value())
                .query(row -> {
                    bases.put(
                            new IndicatorId(row.getObject("indicator_id", UUID.class)),
                            Basis.valueOf(row.getString("basis")));
                });
        return bases;
    }

    void setBasis(ConsolidationId id, IndicatorId indicator, Basis basis) {
        jdbc.sql("""
            insert into consolidation_basis (consolidation_id, indicator_id, basis)
            values (:id, :indicator, :basis)
            on conflict (consolidation_id, indicator_id) do update set basis = excluded.basis
            """)
                .param("id", id.value())
                .param("indicator", indicator.value())
                .param("basis", basis.name())
                .update();
    }

    private ConsolidationHead head(ResultSet row, int n) throws SQLException {
        return new ConsolidationHead(
                new ConsolidationId(row.getObject("id", UUID.class)),
                rounds.one(new RoundId(row.getObject("round_id", UUID.class))),
                ConsolidationState.valueOf(row.getString("state")),
                row.getInt("edition"),
                row.getString("remark"),
                row.getObject("number", Integer.class),
                row.getString("symbol"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("signed_by"),
                row.getString("signed_as"),
                row.getLong("version"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
