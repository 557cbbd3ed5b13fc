package vn.binhquyen.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;

@Component
class AgencyTypeRows {
    private static final String COLUMNS =
            "select type.*, lower(valid_during) as begins, upper(valid_during) - 1 as last_day from agency_type type";

    private final JdbcClient jdbc;

    AgencyTypeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a level on a day, in the order of the administration. */
    List<AgencyType> of(Level level, LocalDate on) {
        return jdbc.sql(COLUMNS + " where level = :level and valid_during @> :on order by place, code")
                .param("level", level.name())
                .param("on", on)
                .query(AgencyTypeRows::type)
                .list();
    }

    List<KeptType> find(AgencyTypeFilter filter, int limit) {
        return jdbc.sql(COLUMNS + """
             where (:level::text is null or level = :level)
               and (:kind::text is null or kind = :kind)
               and (:on::date is null or valid_during @> :on::date)
               and (:words = '' or fold(concat_ws(' ', name_vi, name_en, short_name, code, source))
                    like all (array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                                      from regexp_split_to_table(fold(:words), '\\s+') word)))
               and (:after::uuid is null
                    or (place, code, coalesce(lower(valid_during), '-infinity'), id)
                     > (select a.place, a.code, coalesce(lower(a.valid_during), '-infinity'), a.id
                          from agency_type a where a.id = :after))
             order by place, code, coalesce(lower(valid_during), '-infinity'), id
             limit :limit
            """)
                .param("level", filter.level() == null ? null : filter.level().name())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("on", filter.on())
                .param("words", filter.words().strip())
                .param("after", filter.after() == null ? null : filter.after().value())
                .param("limit", limit)
                .query(AgencyTypeRows::kept)
                .list();
    }

    KeptType one(AgencyTypeId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(AgencyTypeRows::kept)
                .optional()
                .orElseThrow(() -> new NotFound("agency type", id));
    }

    /** Whether the code has another entry in some of the time of this one. */
    boolean isTaken(AgencyType type, @Nullable AgencyTypeId except) {
        return jdbc.sql("""
            select exists (
                select 1 from agency_type
                 where code = :code and id is distinct from :except::uuid
                   and valid_during && daterange(:from::date, :lastDay::date, '[]'))
            """)
                .param("code", type.code())
                .param("from", type.from())
                .param("lastDay", type.lastDay())
                .param("except", except == null ? null : except.value())
                .query(Boolean.class)
                .single();
    }

    AgencyTypeId insert(AgencyType type, OffsetDateTime at, AccountId by) {
        return new AgencyTypeId(
                with(jdbc.sql("""
                    insert into agency_type (code, kind, level, tiers, name_vi, name_en, short_name, valid_during, typical,
                                             standing, source, confirmed, place, updated_at, updated_by)
                    values (:code, :kind, :level, :tiers, :name, :english, :shortName,
                            daterange(:from::date, :lastDay::date, '[]'), :typical, :standing, :source, :confirmed,
                            coalesce((select min(place) from agency_type where code = :code),
                                     (select max(place) + 1 from agency_type where level = :level), 1), :at, :by)
                    returning id
                    """), type, at, by).query(UUID.class).single());
    }

    void update(AgencyTypeId id, AgencyType type, long version, OffsetDateTime at, AccountId by) {
        int changed = with(jdbc.sql("""
            update agency_type
               set code = :code, kind = :kind, level = :level, tiers = :tiers, name_vi = :name, name_en = :english,
                   short_name = :shortName, valid_during = daterange(:from::date, :lastDay::date, '[]'),
                   typical = :typical, standing = :standing, source = :source, confirmed = :confirmed,
                   version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            """), type, at, by)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("agency type", id);
        }
    }

    void delete(AgencyTypeId id, long version) {
        int deleted = jdbc.sql("delete from agency_type where id = :id and version = :version")
                .param("id", id.value())
                .param("version", version)
                .update();
        if (deleted == 0) {
            throw new Conflict("agency type", id);
        }
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, AgencyType type, OffsetDateTime at, AccountId by) {
        return statement
                .param("code", type.code())
                .param("kind", type.kind().name())
                .param("level", type.level().name())
                .param("tiers", type.tiers().toArray(String[]::new))
                .param("name", type.name())
                .param("english", type.englishName())
                .param("shortName", type.shortName())
                .param("from", type.from())
                .param("lastDay", type.lastDay())
                .param("typical", type.typical())
                .param("standing", type.standing())
                .param("source", type.source())
                .param("confirmed", type.confirmed())
                .param("at", at)
                .param("by", by.value());
    }

    private static KeptType kept(ResultSet row, int n) throws SQLException {
        return new KeptType(new AgencyTypeId(row.getObject("id", UUID.class)), type(row, n), row.getLong("version"));
    }

    private static AgencyType type(ResultSet row, int n) throws SQLException {
        return new AgencyType(
                row.getString("code"),
                AgencyKind.valueOf(row.getString("kind")),
                Level.valueOf(row.getString("level")),
                List.of((String[]) row.getArray("tiers").getArray()),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("short_name"),
                row.getObject("begins", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("typical"),
                row.getBoolean("standing"),
                row.getString("source"),
                row.getBoolean("confirmed"));
    }
}
