package vn.binhquyen.organization;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;

@Component
class AgencyRows {
    private final JdbcClient jdbc;

    AgencyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Agency one(AgencyId id) {
        return jdbc.sql("select * from agency where id = :id")
                .param("id", id.value())
                .query(AgencyRows::agency)
                .optional()
                .orElseThrow(() -> new NotFound("agency", id));
    }

    List<Agency> all(Collection<AgencyId> ids) {
        return jdbc.sql("select * from agency where id = any(:ids)")
                .param("ids", ids.stream().map(AgencyId::value).toArray(UUID[]::new))
                .query(AgencyRows::agency)
                .list();
    }

    List<Agency> of(UnitId unit, LocalDate on) {
        return jdbc.sql("""
            select * from agency
             where unit_id = :unit and valid_during @> :on
             order by standing desc, name collate "vi-x-icu"
            """)
                .param("unit", unit.value())
                .param("on", on)
                .query(AgencyRows::agency)
                .list();
    }

    Optional<Agency> standing(UnitId unit, LocalDate on) {
        return jdbc.sql("""
            select agency.*
              from agency_standing held
              join agency on agency.id = held.agency_id
             where held.unit_id = :unit and held.valid_during @> :on
            """)
                .param("unit", unit.value())
                .param("on", on)
                .query(AgencyRows::agency)
                .optional();
    }

    List<Agency> standingBelow(UnitId unit, LocalDate on) {
        return jdbc.sql("""
            select agency.*
              from unit
              join agency on agency.unit_id = unit.id
             where unit.parent_id = :unit and unit.valid_during @> :on
               and agency.standing and agency.valid_during @> :on
             order by unit.name collate "vi-x-icu"
            """)
                .param("unit", unit.value())
                .param("on", on)
                .query(AgencyRows::agency)
                .list();
    }

    List<Agency> search(UnitId within, String words, LocalDate on) {
        return jdbc.sql("""
            select agency.*
              from unit ancestor
              join unit on ancestor.path @> unit.path
              join agency on agency.unit_id = unit.id
             where ancestor.id = :within and agency.valid_during @> :on
               and (select bool_and(fold(agency.name) like '%' || word || '%')
                      from regexp_split_to_table(fold(:words), '\\s+') word)
             order by agency.name collate "vi-x-icu"
             limit 20
            """)
                .param("within", within.value())
                .param("words", words.strip())
                .param("on", on)
                .query(AgencyRows::agency)
                .list();
    }

    AgencyId insert(NewAgency agency, OffsetDateTime at, AccountId by) {
        AgencyId id = new AgencyId(jdbc.sql("""
            insert into agency (unit_id, name, short_name, kind, type_code, standing, valid_during,
                                created_at, created_by, updated_at, updated_by)
            values (:unit, :name, :shortName, :kind, :type, :standing, daterange(:from, null), :at, :by, :at, :by)
            returning id
            """)
                .param("unit", agency.unit().value())
                .param("name", agency.name())
                .param("shortName", agency.shortName())
                .param("kind", agency.kind().name())
                .param("type", agency.type())
                .param("standing", agency.standing())
                .param("from", agency.from())
                .param("at", at)
                .param("by", by.value())
                .query(UUID.class)
                .single());
        agency.aliases().forEach(alias -> addAlias(id, alias));
        return id;
    }

    /** The types of the unit's agencies that are of one. */
    Map<AgencyId, String> typesIn(UnitId unit) {
        record Typed(AgencyId agency, String code) {}
        return jdbc
                .sql("select id, type_code from agency where unit_id = :unit and type_code is not null")
                .param("unit", unit.value())
                .query((row, n) -> new Typed(new AgencyId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(toMap(Typed::agency, Typed::code));
    }

    /** Whether another agency of the unit has the name at some time of the term; case does not matter. */
    boolean nameTaken(UnitId unit, String name, Term term, @Nullable AgencyId except) {
        return jdbc.sql("""
            select exists (
                select 1 from agency_name
                 where unit_id = :unit and lower(name) = lower(:name) and agency_id is distinct from :except::uuid
                   and valid_during && daterange(:from, :lastDay::date, '[]'))
            """)
                .param("unit", unit.value())
                .param("name", name.strip())
                .param("except", except == null ? null : except.value())
                .param("from", term.from())
                .param("lastDay", term.lastDay())
                .query(Boolean.class)
                .single();
    }

    /** Whether another agency coordinates the programme in the unit at some time of the term. */
    boolean standingTaken(UnitId unit, Term term, @Nullable AgencyId except) {
        return jdbc.sql("""
            select exists (
                select 1 from agency_standing
                 where unit_id = :unit and agency_id is distinct from :except::uuid
                   and valid_during && daterange(:from, :lastDay::date, '[]'))
            """)
                .param("unit", unit.value())
                .param("except", except == null ? null : except.value())
                .param("from", term.from())
                .param("lastDay", term.lastDay())
                .query(Boolean.class)
                .single();
    }

    Term term(AgencyId id) {
        return jdbc.sql("select lower(valid_during), upper(valid_during) - 1 from agency where id = :id")
                .param("id", id.value())
                .query((row, n) -> new Term(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .optional()
                .orElseThrow(() -> new NotFound("agency", id));
    }

    /** @throws Conflict where somebody else changed the agency since that version */
    void requireVersion(AgencyId id, long version) {
        long now = jdbc.sql("select version from agency where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
        if (now != version) {
            throw new Conflict("agency", id);
        }
    }

    /**
     * @param name of today
     * @param shortName of today
     */
    void update(
            AgencyId id,
            AgencyChange change,
            String name,
            @Nullable String shortName,
            OffsetDateTime at,
            AccountId by) {
        int changed = jdbc.sql("""
            update agency
               set name = :name, short_name = :shortName, kind = :kind, type_code = :type,
                   version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            """)
                .param("name", name)
                .param("shortName", shortName)
                .param("kind", change.kind().name())
                .param("type", change.type())
                .param("at", at)
                .param("by", by.value())
                .param("id", id.value())
                .param("version", change.version())
                .update();
        if (changed == 0) {
            throw new Conflict("agency", id);
        }
    }

    void updateTerm(AgencyId id, Term term, long version, OffsetDateTime at, AccountId by) {
        int changed = jdbc.sql("""
            update agency
               set valid_during = daterange(:from, :lastDay::date, '[]'),
                   version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            """)
                .param("from", term.from())
                .param("lastDay", term.lastDay())
                .param("at", at)
                .param("by", by.value())
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("agency", id);
        }
    }

    boolean removeAlias(AgencyId agency, String alias) {
        return jdbc.sql("delete from agency_alias where agency_id = :agency and alias = :alias")
                        .param("agency", agency.value())
                        .param("alias", alias)
                        .update()
                > 0;
    }

    void addAlias(AgencyId agency, String alias) {
        addAlias(agency, alias, null, null);
    }

    /** The name holds from the first to the last day; null leaves either side open. */
    void addAlias(AgencyId agency, String alias, @Nullable LocalDate from, @Nullable LocalDate lastDay) {
        jdbc.sql("""
            insert into agency_alias (agency_id, alias, valid_during)
            values (:agency, :alias, daterange(:from::date, :lastDay::date, '[]'))
            on conflict (agency_id, alias) do update set valid_during = excluded.valid_during
            """)
                .param("agency", agency.value())
                .param("alias", alias)
                .param("from", from)
                .param("lastDay", lastDay)
                .update();
    }

    static Agency agency(ResultSet row, int n) throws SQLException {
        return new Agency(
                new AgencyId(row.getObject("id", UUID.class)),
                row.getInt("key"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("name"),
                row.getString("short_name"),
                AgencyKind.valueOf(row.getString("kind")),
                row.getBoolean("standing"));
    }
}
