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

    /** The first day of the name of today; of the last one where the agency has ended, of the first where it is to come. */
    LocalDate presentNameFrom(AgencyId id, LocalDate today) {
        return jdbc.sql("""
            select lower(valid_during) from agency_name
             where agency_id = :id
             order by valid_during @> :today desc, lower(valid_during) <= :today desc,
                      abs(lower(valid_during) - :today::date)
             limit 1
            """)
                .param("id", id.value())
                .param("today", today)
                .query(LocalDate.class)
                .single();
    }

    /** The first day of a name that is decided for later; empty where none is. */
    Optional<LocalDate> comingNameFrom(AgencyId id, LocalDate present) {
        return jdbc.sql("select lower(valid_during) from agency_name where agency_id = :id and lower(valid_during) >"
                        + " :present order by 1 limit 1")
                .param("id", id.value())
                .param("present", present)
                .query(LocalDate.class)
                .optional();
    }

    /** The name of before goes on in the place of the one to come. */
    void takeBackName(AgencyId id, LocalDate coming, @Nullable LocalDate lastDay) {
        jdbc.sql("delete from agency_name where agency_id = :id and lower(valid_during) = :coming")
                .param("id", id.value())
                .param("coming", coming)
                .update();
        jdbc.sql("""
            update agency_name
               set valid_during = daterange(lower(valid_during), :lastDay::date, '[]')
             where agency_id = :id and upper(valid_during) = :coming
            """)
                .param("id", id.value())
                .param("coming", coming)
                .param("lastDay", lastDay)
                .update();
    }

    String name(AgencyId id, LocalDate from) {
        return jdbc.sql("select name from agency_name where agency_id = :id and lower(valid_during) = :from")
                .param("id", id.value())
                .param("from", from)
                .query(String.class)
                .single();
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

    /** The name that began on the day was never right. */
    void correct(AgencyId id, LocalDate from, String name, @Nullable String shortName) {
        jdbc.sql("""
            update agency_name
               set name = :name, short_name = :shortName
             where agency_id = :id and lower(valid_during) = :from
            """)
                .param("id", id.value())
                .param("from", from)
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
        jdbc.sql("update agency set version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The days after this one from which the agency has the role, the last one first. */
    List<LocalDate> standingFromAfter(AgencyId id, LocalDate day) {
        return jdbc.sql("""
            select lower(valid_during) from agency_standing
             where agency_id = :id and lower(valid_during) > :day
             order by 1 desc
            """)
                .param("id", id.value())
                .param("day", day)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /** The other agency that had the role to the eve goes on in the place of the one that was to take it over. */
    void takeBackStanding(UnitId unit, AgencyId id, LocalDate coming) {
        jdbc.sql("""
            with gone as (
                delete from agency_standing
                 where agency_id = :id and lower(valid_during) = :coming
                returning upper(valid_during) as until)
            update agency_standing held
               set valid_during = daterange(lower(held.valid_during), least(gone.until, upper(agency.valid_during)))
              from gone, agency
             where held.unit_id = :unit and held.agency_id <> :id and upper(held.valid_during) = :coming
               and agency.id = held.agency_id
            """)
                .param("unit", unit.value())
                .param("id", id.value())
                .param("coming", coming)
                .update();
    }

    /** Changes whenever the role changes hands in the unit, for what day ever: who decides hands back what they saw. */
    String standingMark(UnitId unit) {
        return jdbc.sql("select standing_mark(:unit)")
                .param("unit", unit.value())
                .query(String.class)
                .single();
    }

    /**
     * Lets agencies bear the name of today and have the role of today, as was decided before; of an ended agency it says
     * whether it had the role to its end and nobody has it since.
     *
     * @param unit null for the agencies of all units
     */
    void takeEffect(@Nullable UnitId unit, LocalDate today) {
        jdbc.sql("""
            update agency
               set name = borne.name, short_name = borne.short_name, version = version + 1
              from agency_name borne
             where borne.agency_id = agency.id and borne.valid_during @> :today::date
               and (:unit::uuid is null or agency.unit_id = :unit)
               and (agency.name, agency.short_name) is distinct from (borne.name, borne.short_name)
            """)
                .param("unit", unit == null ? null : unit.value())
                .param("today", today)
                .update();
        jdbc.sql("""
            update agency
               set standing = false
             where standing and (:unit::uuid is null or unit_id = :unit)
               and (valid_during @> :today::date
                    and not exists (select 1 from agency_standing own
                                     where own.agency_id = agency.id and own.valid_during @> :today::date)
                    or exists (select 1 from agency_standing other
                                where other.unit_id = agency.unit_id and other.agency_id <> agency.id
                                  and other.valid_during @> :today::date))
            """)
                .param("unit", unit == null ? null : unit.value())
                .param("today", today)
                .update();
        jdbc.sql("""
            update agency
               set standing = true
              from agency_standing held
             where held.agency_id = agency.id and not agency.standing and agency.merged_into is null
               and held.valid_during @> :today::date and agency.valid_during @> :today::date
               and (:unit::uuid is null or agency.unit_id = :unit)
            """)
                .param("unit", unit == null ? null : unit.value())
                .param("today", today)
                .update();
    }

    /** From the day on the unit has no standing agency. */
    void relieve(UnitId unit, LocalDate from) {
        dismiss(unit, from);
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
                .list()
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
