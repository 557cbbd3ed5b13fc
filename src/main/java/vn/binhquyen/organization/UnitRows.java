package vn.binhquyen.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;

@Component
class UnitRows {
    private final JdbcClient jdbc;

    UnitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Unit one(UnitId id) {
        return jdbc.sql("select * from unit where id = :id")
                .param("id", id.value())
                .query(UnitRows::unit)
                .optional()
                .orElseThrow(() -> new NotFound("unit", id));
    }

    List<Unit> children(UnitId parent, LocalDate on) {
        return jdbc.sql("""
            select * from unit
             where parent_id = :parent and valid_during @> :on
             order by name collate "vi-x-icu"
            """)
                .param("parent", parent.value())
                .param("on", on)
                .query(UnitRows::unit)
                .list();
    }

    List<Unit> ancestors(UnitId id) {
        return jdbc.sql("""
            select ancestor.*
              from unit
              join unit ancestor on ancestor.path @> unit.path and ancestor.id <> unit.id
             where unit.id = :id
             order by nlevel(ancestor.path)
            """).param("id", id.value()).query(UnitRows::unit).list();
    }

    /** Whether the unit is the other or below it. */
    boolean isWithin(UnitId unit, UnitId ancestor) {
        return unit.equals(ancestor)
                || jdbc.sql("""
                    select exists (
                        select 1
                          from unit
                          join unit ancestor on ancestor.path @> unit.path
                         where unit.id = :unit and ancestor.id = :ancestor)
                    """)
                        .param("unit", unit.value())
                        .param("ancestor", ancestor.value())
                        .query(Boolean.class)
                        .single();
    }

    /** As {@link #isWithin}, or whether one that took its place until today is. */
    boolean isOrBecameWithin(UnitId unit, UnitId ancestor, LocalDate today) {
        return unit.equals(ancestor)
                || jdbc.sql("""
                    -- path by path: joined, everything below the other would be looked for first
                    select exists (
                        select 1
                          from unit_heirs(:unit, :today) heir
                         where (select path from unit where id = :other) @> (select path from unit where id = heir.id))
                    """)
                        .param("unit", unit.value())
                        .param("other", ancestor.value())
                        .param("today", today)
                        .query(Boolean.class)
                        .single();
    }

    /** Whether the unit, or one that took its place until today, is the other or stands above it. */
    boolean isOrBecameOver(UnitId unit, UnitId below, LocalDate today) {
        return unit.equals(below)
                || jdbc.sql("select :unit in (select id from units_above_and_former(:below, :today))")
                        .param("unit", unit.value())
                        .param("below", below.value())
                        .param("today", today)
                        .query(Boolean.class)
                        .single();
    }

    /** Whether the other took the place of the unit until today, by one change or by several. */
    boolean became(UnitId unit, UnitId other, LocalDate today) {
        return jdbc.sql("select :other in (select id from unit_heirs(:unit, :today))")
                .param("unit", unit.value())
                .param("other", other.value())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** The units whose place this one took until today, the latest to end first. */
    List<FormerUnit> former(UnitId heir, LocalDate today) {
        return former("select id from unit_and_former(:unit, :today)", heir, today);
    }

    /** The units whose place one above this one took until today, the latest to end first. */
    List<FormerUnit> formerAbove(UnitId unit, LocalDate today) {
        return former("""
            select id from units_above_and_former(:unit, :today) except select id from unit_and_former(:unit, :today)
            """, unit, today);
    }

    private List<FormerUnit> former(String among, UnitId unit, LocalDate today) {
        return jdbc.sql("""
            select former.id as former_id, former.name as former_name, upper(former.valid_during) - 1 as former_last_day
              from unit former
             where upper(former.valid_during) <= :today and former.id in (%s)
             order by upper(former.valid_during) desc, former.name collate "vi-x-icu", former.id
            """.formatted(among))
                .param("unit", unit.value())
                .param("today", today)
                .query((row, n) -> FormerUnit.read(row))
                .list();
    }

    /** Whether another unit that had ended by the day is among those of the reach. */
    boolean hasFormer(UnitId unit, Reach reach, LocalDate on) {
        return jdbc.sql("""
            select exists (
                select 1
                  from (select id from unit_and_former(:unit, :on)
                        union all
                        select id from units_above_and_former(:unit, :on) where :above
                        union all
                        select id from units_passed_into(:unit, :on) where :below
                        union all
                        select lower.id from unit top join unit lower on top.path @> lower.path
                         where top.id = :unit and :below) reached
                  join unit former on former.id = reached.id
                 where former.id <> :unit and upper(former.valid_during) <= :on)
            """)
                .param("unit", unit.value())
                .param("above", reach.above)
                .param("below", reach.below)
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    Optional<LocalDate> lastDay(UnitId unit) {
        return jdbc.sql("select upper(valid_during) - 1 from unit where id = :unit and not upper_inf(valid_during)")
                .param("unit", unit.value())
                .query(LocalDate.class)
                .optional();
    }

    /** Whether another unit of the level has the code on the day or later. */
    boolean codeTaken(String code, Level level, LocalDate from) {
        return jdbc.sql("""
            select exists (
                select 1 from unit_state
                 where code = :code and level = :level and valid_during && daterange(:from, null))
            """)
                .param("code", code)
                .param("level", level.name())
                .param("from", from)
                .query(Boolean.class)
                .single();
    }

    UnitId insert(NewUnit unit, OffsetDateTime at, AccountId by) {
        UUID id = jdbc.sql("""
            insert into unit (code, name, level, parent_id, path, province_id, valid_during,
                              created_at, created_by, updated_at, updated_by)
            select :code, :name, :level, parent.id, parent.path,
                   case when :level = 'PROVINCE' then :code::smallint else parent.province_id end,
                   daterange(:from, null), :at, :by, :at, :by
              from unit parent
             where parent.id = :parent
            returning id
            """)
                .param("code", unit.code())
                .param("name", unit.name())
                .param("level", unit.level().name())
                .param("parent", unit.parent().value())
                .param("from", unit.from())
                .param("at", at)
                .param("by", by.value())
                .query(UUID.class)
                .single();
        extendPath(id);
        beginState(id);
        return new UnitId(id);
    }

    void insertNation(UnitId id, String name, LocalDate from, OffsetDateTime at, AccountId by) {
        jdbc.sql("""
            insert into unit (id, code, name, level, path, province_id, valid_during,
                              created_at, created_by, updated_at, updated_by)
            values (:id, 'VN', :name, 'NATION', '', 0, daterange(:from, null), :at, :by, :at, :by)
            """)
                .param("id", id.value())
                .param("name", name)
                .param("from", from)
                .param("at", at)
                .param("by", by.value())
                .update();
        extendPath(id.value());
        beginState(id.value());
    }

    private void extendPath(UUID id) {
        jdbc.sql("update unit set path = path || key::text where id = :id")
                .param("id", id)
                .update();
    }

    /** What is true of a new unit is its first state. */
    private void beginState(UUID id) {
        jdbc.sql("""
            insert into unit_state (unit_id, code, name, kind, level, parent_id, path, province_id, valid_during)
            select id, code, name,
                   (select kind from unit_kind
                     where unit_kind.level = unit.level and lower(unit.name) like kind || ' %'
                     order by length(kind) desc limit 1),
                   level, parent_id, path, province_id, valid_during
              from unit where id = :id
            """).param("id", id).update();
    }

    /** Whether the unit exists on all days from this one on, as far as is known. */
    boolean livesFrom(UnitId id, LocalDate from) {
        return jdbc.sql("select valid_during @> daterange(:from, null) from unit where id = :id")
                .param("id", id.value())
                .param("from", from)
                .query(Boolean.class)
                .single();
    }

    static Unit unit(ResultSet row, int n) throws SQLException {
        @Nullable UUID parent = row.getObject("parent_id", UUID.class);
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                row.getInt("key"),
                row.getString("code"),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                parent == null ? null : new UnitId(parent),
                row.getShort("province_id"));
    }
}
