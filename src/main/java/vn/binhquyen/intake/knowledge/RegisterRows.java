package vn.binhquyen.intake.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.intake.EntryId;
import vn.binhquyen.intake.Kept;
import vn.binhquyen.intake.RegisterFilter;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;

/** A register in the database. */
public abstract class RegisterRows<E extends RegisterEntry> {

    /**
     * Where the table holds what all registers have. All but {@code table} are expressions of SQL.
     *
     * @param kind of the entry, by which a list may be narrowed; null where there is none
     * @param title by which a list is sorted
     * @param day by which a list is sorted, newest first
     * @param words in which a list is searched
     * @param same whether a row says the same as the entry whose values are the parameters
     * @param order in which the rules read
     */
    record Shape(String table, String kind, String title, String day, String words, String same, String order) {}

    private final JdbcClient jdbc;
    private final Shape shape;

    RegisterRows(JdbcClient jdbc, Shape shape) {
        this.jdbc = jdbc;
        this.shape = shape;
    }

    /** What is kept of the entry, by column. */
    abstract Map<String, @Nullable Object> values(E entry);

    abstract E entry(ResultSet row) throws SQLException;

    public List<E> all() {
        return jdbc.sql("select * from %s order by %s".formatted(shape.table(), shape.order()))
                .query((row, n) -> entry(row))
                .list();
    }

    /** The first {@code limit} of the filter's order after its {@code after}. */
    public List<Kept<E>> find(RegisterFilter filter, LocalDate today, int limit) {
        return jdbc.sql("""
            with shown as (
                select *,
                       case :sort when 'NAME' then %s
                                  when 'LAST_DAY' then coalesce(last_day::text, '9999')
                                  else lpad((date '3000-01-01' - coalesce(%s, date '1000-01-01'))::text, 7, '0') end as key
                  from %s
                 where (:kind::text is null or %s = :kind)
                   and (:state::text is null
                        or :state = 'UNCONFIRMED' and not confirmed
                        or :state = 'OVER' and last_day < :today
                        or :state = 'IN_FORCE' and (last_day is null or last_day >= :today))
                   and (:words = '' or fold(%s)
                        like all (array(select '%%' || regexp_replace(word, '([%%_\\\\])', '\\\\\\1', 'g') || '%%'
                                          from regexp_split_to_table(fold(:words), '\\s+') word))))
            select * from shown
             where :after::uuid is null
                or (key collate "vi-x-icu", id)
                   > (select key collate "vi-x-icu", id from shown where id = :after)
             order by key collate "vi-x-icu", id
             limit :limit
            """.formatted(shape.title(), shape.day(), shape.table(), shape.kind(), shape.words()))
                .param("sort", filter.sort().name())
                .param("kind", filter.type() == null ? null : filter.type().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("today", today)
                .param("words", filter.words().strip())
                .param("after", filter.after())
                .param("limit", limit)
                .query((row, n) -> kept(row))
                .list();
    }

    /** @throws NotFound where there is no such entry */
    public Kept<E> one(EntryId id) {
        return jdbc.sql("select * from %s where id = :id".formatted(shape.table()))
                .param("id", id.value())
                .query((row, n) -> kept(row))
                .optional()
                .orElseThrow(() -> new NotFound(shape.table(), id));
    }

    /** Whether another entry says the same. */
    public boolean isTaken(E entry, @Nullable EntryId except) {
        return jdbc.sql("""
            select exists (select 1 from %s where %s and id is distinct from :except::uuid)
            """.formatted(shape.table(), shape.same()))
                .params(values(entry))
                .param("except", except == null ? null : except.value())
                .query(Boolean.class)
                .single();
    }

    public EntryId insert(E entry, OffsetDateTime at, AccountId by) {
        Map<String, @Nullable Object> values = values(entry);
        String columns = String.join(", ", values.keySet());
        String parameters = values.keySet().stream().map(":"::concat).collect(Collectors.joining(", "));
        return jdbc.sql("""
            insert into %s (%s, created_at, created_by, updated_at, updated_by)
            values (%s, :at, :by, :at, :by)
            returning id
            """.formatted(shape.table(), columns, parameters))
                .params(values)
                .param("at", at)
                .param("by", by.value())
                .query((row, n) -> new EntryId(row.getObject("id", UUID.class)))
                .single();
    }

    /** @throws Conflict where the version is no longer the one kept */
    public void update(EntryId id, E entry, long version, OffsetDateTime at, AccountId by) {
        Map<String, @Nullable Object> values = values(entry);
        String columns =
                values.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
        int changed = jdbc.sql("""
            update %s
               set %s, version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            """.formatted(shape.table(), columns))
                .params(values)
                .param("at", at)
                .param("by", by.value())
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict(shape.table(), id);
        }
    }

    /** @throws Conflict where the version is no longer the one kept */
    public void delete(EntryId id, long version) {
        int gone = jdbc.sql("delete from %s where id = :id and version = :version".formatted(shape.table()))
                .param("id", id.value())
                .param("version", version)
                .update();
        if (gone == 0) {
            throw new Conflict(shape.table(), id);
        }
    }

    private Kept<E> kept(ResultSet row) throws SQLException {
        return new Kept<>(new EntryId(row.getObject("id", UUID.class)), entry(row), row.getLong("version"));
    }
}
