package vn.binhquyen.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;

/** The names and the standing role of agencies, each in its time; the agency itself holds those of today. */
@Component
class AgencyTimeRows {
    private final JdbcClient jdbc;

    AgencyTimeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else change agencies of the unit until the end of the transaction. */
    void lock(UnitId unit) {
        jdbc.sql("select id from unit where id = :unit for no key update")
                .param("unit", unit.value())
                .query(UUID.class)
                .single();
    }

    void begin(AgencyId id, UnitId unit, String name, @Nullable String shortName, boolean standing, LocalDate from) {
        insertName(id, unit, name, shortName, new Term(from, null));
        if (standing) {
            insertStanding(id, unit, new Term(from, null));
        }
    }

    /** The first day of the name that the agency bears last. */
    LocalDate lastNameFrom(AgencyId id) {
        return jdbc.sql("select max(lower(valid_during)) from agency_name where agency_id = :id")
                .param("id", id.value())
                .query(LocalDate.class)
                .single();
    }

    /** The name of before ends on the eve of the new one. */
    void rename(AgencyId id, UnitId unit, String name, @Nullable String shortName, Term term) {
        jdbc.sql("""
            update agency_name
               set valid_during = daterange(lower(valid_during), :from)
             where agency_id = :id and valid_during @> :from::date
            """).param("id", id.value()).param("from", term.from()).update();
        insertName(id, unit, name, shortName, term);
    }

    /** The last name was never right. */
    void correct(AgencyId id, String name, @Nullable String shortName) {
        jdbc.sql("""
            update agency_name
               set name = :name, short_name = :shortName
             where agency_id = :id
               and lower(valid_during) = (select max(lower(valid_during)) from agency_name where agency_id = :id)
            """)
                .param("id", id.value())
                .param("name", name)
                .param("shortName", shortName)
                .update();
    }

    /** Lets the last name, and the standing role where the agency still has it, end with the agency. */
    void endWith(AgencyId id, @Nullable LocalDate lastDay) {
        jdbc.sql("""
            update agency_name
               set valid_during = daterange(lower(valid_during), :lastDay::date, '[]')
             where agency_id = :id
               and lower(valid_during) = (select max(lower(valid_during)) from agency_name where agency_id = :id)
            """).param("id", id.value()).param("lastDay", lastDay).update();
        jdbc.sql("""
            delete from agency_standing
             where agency_id = :id and lower(valid_during) > :lastDay::date
            """).param("id", id.value()).param("lastDay", lastDay).update();
        jdbc.sql("""
            update agency_standing held
               set valid_during = daterange(lower(held.valid_during), :lastDay::date, '[]')
              from agency
             where agency.id = held.agency_id and held.agency_id = :id
               and (upper(held.valid_during) > :lastDay::date + 1 or upper_inf(held.valid_during)
                    or (agency.standing
                        and lower(held.valid_during)
                            = (select max(lower(valid_during)) from agency_standing where agency_id = :id)))
            """).param("id", id.value()).param("lastDay", lastDay).update();
    }

    /** The first day on which another agency took over the role on the day or after; empty where none did. */
    Optional<LocalDate> takenOverFrom(UnitId unit, AgencyId except, LocalDate from) {
        return jdbc.sql("""
            select min(lower(valid_during)) from agency_standing
             where unit_id = :unit and agency_id <> :except and lower(valid_during) >= :from
            """)
                .param("unit", unit.value())
                .param("except", except.value())
                .param("from", from)
                .query(LocalDate.class)
                .optional();
    }

    boolean isStanding(AgencyId id, LocalDate on) {
        return jdbc.sql("select exists (select 1 from agency_standing where agency_id = :id and valid_during @> :on)")
                .param("id", id.value())
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    /** Hands the role over: whoever has it on the day has it until the eve. */
    void appoint(UnitId unit, AgencyId id, Term term) {
        dismiss(unit, term.from());
        jdbc.sql("delete from agency_standing where agency_id = :id and lower(valid_during) >= :from")
                .param("id", id.value())
                .param("from", term.from())
                .update();
        insertStanding(id, unit, term);
        jdbc.sql("update agency set standing = false where unit_id = :unit and standing")
                .param("unit", unit.value())
                .update();
        jdbc.sql("update agency set standing = true, version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** From the day on the unit has no standing agency. */
    void relieve(UnitId unit, LocalDate from) {
        dismiss(unit, from);
        jdbc.sql("update agency set standing = false where unit_id = :unit and standing")
                .param("unit", unit.value())
                .update();
    }

    private void dismiss(UnitId unit, LocalDate from) {
        jdbc.sql("delete from agency_standing where unit_id = :unit and lower(valid_during) = :from")
                .param("unit", unit.value())
                .param("from", from)
                .update();
        jdbc.sql("""
            update agency_standing
               set valid_during = daterange(lower(valid_during), :from)
             where unit_id = :unit and valid_during @> :from::date
            """).param("unit", unit.value()).param("from", from).update();
    }

    /** The agencies of a unit on a day, under the names that they bore then. */
    List<Agency> named(UnitId unit, LocalDate on) {
        return jdbc.sql("""
            select agency.id, agency.key, agency.unit_id, borne.name, borne.short_name, agency.kind,
                   exists (select 1 from agency_standing
                            where agency_id = agency.id and valid_during @> :on) as standing
              from agency
              join agency_name borne on borne.agency_id = agency.id and borne.valid_during @> :on
             where agency.unit_id = :unit and agency.valid_during @> :on
             order by standing desc, borne.name collate "vi-x-icu"
            """)
                .param("unit", unit.value())
                .param("on", on)
                .query(AgencyRows::agency)
                .list();
    }

    /**
     * Other names under which a document of the day can speak of the unit's agencies: those that hold on it, and names of
     * before, which people go on writing, unless another agency bears them by then.
     */
    Map<AgencyId, List<String>> aliases(UnitId unit, LocalDate on) {
        record Alias(AgencyId agency, String alias) {}
        return jdbc
                .sql("""
                    select agency_id, alias
                      from agency_alias alias
                      join agency on id = agency_id
                     where unit_id = :unit and alias.valid_during @> :on
                     union
                    select former.agency_id, former.name
                      from agency_name former
                     where former.unit_id = :unit and upper(former.valid_during) <= :on
                       and not exists (select 1 from agency_name borne
                                        where borne.unit_id = :unit and borne.name = former.name
                                          and borne.valid_during @> :on)
                    """)
                .param("unit", unit.value())
                .param("on", on)
                .query((row, n) -> new Alias(new AgencyId(row.getObject(1, UUID.class)), row.getString(2)))
                .stream()
                .collect(Collectors.groupingBy(Alias::agency, Collectors.mapping(Alias::alias, Collectors.toList())));
    }

    private void insertName(AgencyId id, UnitId unit, String name, @Nullable String shortName, Term term) {
        jdbc.sql("""
            insert into agency_name (agency_id, unit_id, name, short_name, valid_during)
            values (:id, :unit, :name, :shortName, daterange(:from, :lastDay::date, '[]'))
            """)
                .param("id", id.value())
                .param("unit", unit.value())
                .param("name", name)
                .param("shortName", shortName)
                .param("from", term.from())
                .param("lastDay", term.lastDay())
                .update();
    }

    private void insertStanding(AgencyId id, UnitId unit, Term term) {
        jdbc.sql("""
            insert into agency_standing (agency_id, unit_id, valid_during)
            values (:id, :unit, daterange(:from, :lastDay::date, '[]'))
            """)
                .param("id", id.value())
                .param("unit", unit.value())
                .param("from", term.from())
                .param("lastDay", term.lastDay())
                .update();
    }
}
