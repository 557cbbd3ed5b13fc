package vn.binhquyen.intake.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.Kept;
import vn.binhquyen.intake.ObsoleteBodyId;
import vn.binhquyen.intake.RegisterFilter;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;

/** The register of obsolete bodys in the database. */
@Component
public class ObsoleteBodyRows {
    private final JdbcClient jdbc;

    ObsoleteBodyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ObsoleteBody> all() {
        return jdbc.sql("select * from obsolete_body order by length(name) desc, name")
                .query((row, n) -> body(row))
                .list();
    }

    /** The first {@code limit} of the filter's order after its {@code after}. */
    public List<Kept<ObsoleteBodyId, ObsoleteBody>> find(RegisterFilter filter, LocalDate today, int limit) {
        return jdbc.sql("""
            with shown as (
                select *,
                       case :sort when 'NAME' then name
                                  when 'LAST_DAY' then last_day::text
                                  else lpad((date '3000-01-01' - last_day)::text, 7, '0') end as key
                  from obsolete_body
                 where (:state::text is null
                        or :state = 'UNCONFIRMED' and not confirmed
                        or :state = 'OVER' and last_day < :today
                        or :state = 'IN_FORCE' and last_day >= :today)
                   and (:words = '' or fold(name || ' ' || array_to_string(others, ' ') || ' ' || coalesce(successor, ''))
                        like all (array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                                          from regexp_split_to_table(fold(:words), '\\s+') word))))
            select * from shown
             where :after::uuid is null
                or (key collate "vi-x-icu", id)
                   > (select key collate "vi-x-icu", id from shown where id = :after)
             order by key collate "vi-x-icu", id
             limit :limit
            """)
                .param("sort", filter.sort().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("today", today)
                .param("words", filter.words().strip())
                .param("after", filter.after())
                .param("limit", limit)
                .query((row, n) -> kept(row))
                .list();
    }

    public Kept<ObsoleteBodyId, ObsoleteBody> one(ObsoleteBodyId id) {
        return jdbc.sql("select * from obsolete_body where id = :id")
                .param("id", id.value())
                .query((row, n) -> kept(row))
                .optional()
                .orElseThrow(() -> new NotFound("obsolete body", id));
    }

    /** Whether another entry has the name. */
    public boolean isTaken(ObsoleteBody body, @Nullable ObsoleteBodyId except) {
        return jdbc.sql("""
            select exists (
                select 1 from obsolete_body where lower(name) = lower(:name) and id is distinct from :except::uuid)
            """)
                .param("name", body.name())
                .param("except", except == null ? null : except.value())
                .query(Boolean.class)
                .single();
    }

    public ObsoleteBodyId insert(ObsoleteBody body, OffsetDateTime at, AccountId by) {
        return new ObsoleteBodyId(
                values(jdbc.sql("""
                    insert into obsolete_body (name, others, last_day, successor, source, confirmed,
                           created_at, created_by, updated_at, updated_by)
                    values (:name, string_to_array(:others, '|'), :lastDay, :successor, :source, :confirmed,
                            :at, :by, :at, :by)
                    returning id
                    """), body, at, by).query(UUID.class).single());
    }

    public void update(ObsoleteBodyId id, ObsoleteBody body, long version, OffsetDateTime at, AccountId by) {
        int changed = values(jdbc.sql("""
            update obsolete_body
               set name = :name, others = string_to_array(:others, '|'), last_day = :lastDay, successor = :successor,
                   source = :source, confirmed = :confirmed, version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            """), body, at, by)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("obsolete body", id);
        }
    }

    public void delete(ObsoleteBodyId id, long version) {
        int gone = jdbc.sql("delete from obsolete_body where id = :id and version = :version")
                .param("id", id.value())
                .param("version", version)
                .update();
        if (gone == 0) {
            throw new Conflict("obsolete body", id);
        }
    }

    private static StatementSpec values(StatementSpec sql, ObsoleteBody body, OffsetDateTime at, AccountId by) {
        return sql.param("name", body.name())
                .param("others", String.join("|", body.others()))
                .param("lastDay", body.lastDay())
                .param("successor", body.successor())
                .param("source", body.source())
                .param("confirmed", body.confirmed())
                .param("at", at)
                .param("by", by.value());
    }

    private static Kept<ObsoleteBodyId, ObsoleteBody> kept(ResultSet row) throws SQLException {
        return new Kept<>(new ObsoleteBodyId(row.getObject("id", UUID.class)), body(row), row.getLong("version"));
    }

    private static ObsoleteBody body(ResultSet row) throws SQLException {
        return new ObsoleteBody(
                row.getString("name"),
                List.of((String[]) row.getArray("others").getArray()),
                row.getObject("last_day", LocalDate.class),
                row.getString("successor"),
                row.getString("source"),
                row.getBoolean("confirmed"));
    }
}
