package vn.binhquyen.statistics.quality;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.quality.PeriodLock.Excepted;

/** Locks and their exceptions in the database. */
@Component
class LockRows {
    private static final String SELECT = """
        select lock.*, unit.name as unit_name,
               concat_ws('~', to_char(9999999 - lock.period_key % 1000000, 'FM0000000'), lock.id) collate "C" as cursor
          from period_lock lock
          join unit on unit.id = lock.unit_id
        """;

    private final JdbcClient jdbc;

    LockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Bare(PeriodLock lock, String cursor) {}

    /** Those that concern the unit, from above or below it, or were made there; the latest period first. */
    LockPage page(UnitId unit, LockFilter filter, int size) {
        List<Bare> found = jdbc.sql(SELECT + """
              join unit me on me.id = :unit
             where (unit.path @> me.path or me.path @> unit.path)
               and (lifted_at is not null) = :lifted
               and not exists (
                   select 1
                     from regexp_split_to_table(fold(:words), '\\s+') word
                    where strpos(fold(concat_ws(' ', unit.name, lock.reason)), word) = 0)
               and (:after::text is null
                    or concat_ws('~', to_char(9999999 - lock.period_key % 1000000, 'FM0000000'), lock.id) collate "C" > :after)
             order by cursor
             limit :limit
            """)
                .param("unit", unit.value())
                .param("lifted", filter.lifted())
                .param("words", filter.words())
                .param("after", filter.after())
                .param("limit", size + 1)
                .query((row, n) -> bare(row))
                .list();
        boolean more = found.size() > size;
        List<Bare> shown = more ? found.subList(0, size) : found;
        return new LockPage(withExceptions(shown), more ? shown.getLast().cursor() : null);
    }

    PeriodLock one(PeriodLockId id) {
        return withExceptions(jdbc.sql(SELECT + "where lock.id = :id")
                        .param("id", id.value())
                        .query((row, n) -> bare(row))
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("lock", id));
    }

    Optional<PeriodLock> over(int unit, Period period, LocalDate today) {
        return withExceptions(jdbc.sql(SELECT + """
             where lock.id in (select lock_id from locks_on(array[:unit::int], array[:period::int], :today))
             order by lock.from_day
             limit 1
            """)
                        .param("unit", unit)
                        .param("period", period.key())
                        .param("today", today)
                        .query((row, n) -> bare(row))
                        .list())
                .stream()
                .findFirst();
    }

    Map<String, String> forms(UnitId unit) {
        Map<String, String> forms = new LinkedHashMap<>();
        jdbc.sql("""
            select distinct on (figure_form.code) figure_form.code, name_vi
              from figure_form
              join unit me on me.id = :unit
              left join unit owner on owner.id = figure_form.unit_id
             where state <> 'DRAFT' and (owner.id is null or owner.path @> me.path or me.path @> owner.path)
             order by figure_form.code, edition desc
            """).param("unit", unit.value()).query(row -> {
            forms.put(row.getString("code"), row.getString("name_vi"));
        });
        return forms;
    }

    List<UnitId> named(PeriodLockId id, String nameOrCode) {
        return jdbc.sql("""
            select below.id
              from period_lock lock
              join unit owner on owner.id = lock.unit_id
              join unit below on owner.path @> below.path
             where lock.id = :id and (below.code = :named or fold(below.name) = fold(:named))
             limit 2
            """)
                .param("id", id.value())
                .param("named", nameOrCode)
                .query((row, n) -> new UnitId(row.getObject("id", UUID.class)))
                .list();
    }

    boolean isLocked(NewLock lock) {
        return jdbc.sql("""
            select exists (select 1 from period_lock
                            where unit_id = :unit and period_key = :period and form_code is not distinct from :form
                              and lifted_at is null)
            """)
                .param("unit", lock.unit().value())
                .param("period", lock.period().key())
                .param("form", lock.form())
                .query(Boolean.class)
                .single();
    }

    boolean isWithin(UnitId unit, UnitId owner) {
        return jdbc.sql("""
            select exists (select 1 from unit top join unit below on top.path @> below.path
                            where top.id = :owner and below.id = :unit)
            """)
                .param("unit", unit.value())
                .param("owner", owner.value())
                .query(Boolean.class)
                .single();
    }

    PeriodLockId insert(NewLock lock, OffsetDateTime now, AccountId by) {
        return new PeriodLockId(jdbc.sql("""
            insert into period_lock (unit_id, period_key, form_code, from_day, reason, locked_at, locked_by)
            values (:unit, :period, :form, :from, :reason, :now, :by)
            returning id
            """)
                .param("unit", lock.unit().value())
                .param("period", lock.period().key())
                .param("form", lock.form())
                .param("from", lock.from())
                .param("reason", lock.reason())
                .param("now", now)
                .param("by", by.value())
                .query(UUID.class)
                .single());
    }

    void lift(PeriodLockId id, String reason, long version, OffsetDateTime now, AccountId by) {
        int changed = jdbc.sql("""
            update period_lock
               set lifted_at = :now, lifted_by = :by, lifted_for = :reason, version = version + 1
             where id = :id and version = :version and lifted_at is null
            """)
                .param("id", id.value())
                .param("version", version)
                .param("reason", reason)
                .param("now", now)
                .param("by", by.value())
                .update();
        if (changed == 0) {
            throw new Conflict("lock", id);
        }
    }

    void except(PeriodLockId id, NewException exception, OffsetDateTime now, AccountId by) {
        jdbc.sql("""
            insert into period_lock_exception (lock_id, unit_id, last_day, reason, given_at, given_by)
            values (:lock, :unit, :lastDay, :reason, :now, :by)
            """)
                .param("lock", id.value())
                .param("unit", exception.unit().value())
                .param("lastDay", exception.lastDay())
                .param("reason", exception.reason())
                .param("now", now)
                .param("by", by.value())
                .update();
    }

    boolean takeBack(PeriodLockId id, UUID exception, OffsetDateTime now, AccountId by) {
        return jdbc.sql("""
            update period_lock_exception
               set taken_back_at = :now, taken_back_by = :by
             where id = :exception and lock_id = :lock and taken_back_at is null
            """)
                        .param("lock", id.value())
                        .param("exception", exception)
                        .param("now", now)
                        .param("by", by.value())
                        .update()
                > 0;
    }

    private List<PeriodLock> withExceptions(List<Bare> bare) {
        record Of(UUID lock, Excepted excepted) {}
        Map<UUID, List<Of>> exceptions = jdbc
                .sql("""
                    select excepted.*, unit.name as unit_name
                      from period_lock_exception excepted
                      join unit on unit.id = excepted.unit_id
                     where lock_id = any(:locks)
                     order by excepted.last_day desc, excepted.id
                    """)
                .param(
                        "locks",
                        bare.stream().map(each -> each.lock().id().value()).toArray(UUID[]::new))
                .query((row, n) -> new Of(
                        row.getObject("lock_id", UUID.class),
                        new Excepted(
                                row.getObject("id", UUID.class),
                                new UnitId(row.getObject("unit_id", UUID.class)),
                                row.getString("unit_name"),
                                row.getObject("last_day", LocalDate.class),
                                row.getString("reason"),
                                row.getObject("taken_back_at") != null)))
                .list()
                .stream()
                .collect(groupingBy(Of::lock));
        List<PeriodLock> locks = new ArrayList<>();
        for (Bare each : bare) {
            PeriodLock lock = each.lock();
            locks.add(new PeriodLock(
                    lock.id(),
                    lock.unit(),
                    lock.unitName(),
                    lock.period(),
                    lock.form(),
                    lock.from(),
                    lock.reason(),
                    lock.lifted(),
                    exceptions.getOrDefault(lock.id().value(), List.of()).stream()
                            .map(Of::excepted)
                            .toList(),
                    lock.version()));
        }
        return locks;
    }

    private static Bare bare(ResultSet row) throws SQLException {
        return new Bare(
                new PeriodLock(
                        new PeriodLockId(row.getObject("id", UUID.class)),
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getString("unit_name"),
                        Period.ofKey(row.getInt("period_key")),
                        row.getString("form_code"),
                        row.getObject("from_day", LocalDate.class),
                        row.getString("reason"),
                        lifted(row),
                        List.of(),
                        row.getLong("version")),
                row.getString("cursor"));
    }

    private static PeriodLock.@Nullable Lifted lifted(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("lifted_at", OffsetDateTime.class);
        return at == null ? null : new PeriodLock.Lifted(at, row.getString("lifted_for"));
    }
}
