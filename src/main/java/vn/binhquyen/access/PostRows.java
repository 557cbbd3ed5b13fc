package vn.binhquyen.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;

@Component
class PostRows {
    private static final String SELECT = """
        select post.id, post.account_id, post.position, post.agency_id, post.roles, lower(post.valid_during) as from_day,
               upper(post.valid_during) - 1 as last_day,
               agency.name as agency_name, agency.unit_id, unit.name as unit_name, unit.province_id
          from post
          join agency on agency.id = post.agency_id
          join unit on unit.id = agency.unit_id
        """;

    private final JdbcClient jdbc;

    PostRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Post one(PostId id) {
        return jdbc.sql(SELECT + " where post.id = :id")
                .param("id", id.value())
                .query(PostRows::post)
                .optional()
                .orElseThrow(() -> new NotFound("post", id));
    }

    /** All posts of the account, the latest first. */
    List<Post> of(AccountId account) {
        return jdbc.sql(SELECT
                        + " where post.account_id = :account order by lower(post.valid_during) desc, post.id desc")
                .param("account", account.value())
                .query(PostRows::post)
                .list();
    }

    /** The post that the account holds in the agency on the day. */
    Optional<Post> in(AccountId account, AgencyId agency, LocalDate on) {
        return jdbc.sql(SELECT
                        + " where post.account_id = :account and post.agency_id = :agency and post.valid_during @> :on")
                .param("account", account.value())
                .param("agency", agency.value())
                .param("on", on)
                .query(PostRows::post)
                .optional();
    }

    /** Whether another post of the account in the agency shares a day with these. */
    boolean taken(
            AccountId account, AgencyId agency, LocalDate from, @Nullable LocalDate lastDay, @Nullable PostId but) {
        return jdbc.sql("""
            select exists (
                select 1 from post
                 where account_id = :account and agency_id = :agency and id is distinct from :but::uuid
                   and valid_during && daterange(:from, :lastDay::date, '[]'))
            """)
                .param("account", account.value())
                .param("agency", agency.value())
                .param("from", from)
                .param("lastDay", lastDay)
                .param("but", but == null ? null : but.value())
                .query(Boolean.class)
                .single();
    }

    PostId insert(AccountId account, AgencyId agency, NewPost post, OffsetDateTime at, AccountId by) {
        return new PostId(jdbc.sql("""
            insert into post (account_id, agency_id, position, roles, valid_during,
                              created_at, created_by, updated_at, updated_by)
            values (:account, :agency, :position, :roles, daterange(:from, :lastDay::date, '[]'), :at, :by, :at, :by)
            returning id
            """)
                .param("account", account.value())
                .param("agency", agency.value())
                .param("position", post.position())
                .param("roles", names(post.roles()))
                .param("from", post.from())
                .param("lastDay", post.lastDay())
                .param("at", at)
                .param("by", by.value())
                .query(UUID.class)
                .single());
    }

    void update(
            PostId id,
            AgencyId agency,
            @Nullable String position,
            Set<Role> roles,
            @Nullable LocalDate lastDay,
            OffsetDateTime at,
            AccountId by) {
        jdbc.sql("""
            update post
               set agency_id = :agency, position = :position, roles = :roles,
                   valid_during = daterange(lower(valid_during), :lastDay::date, '[]'),
                   updated_at = :at, updated_by = :by
             where id = :id
            """)
                .param("agency", agency.value())
                .param("position", position)
                .param("roles", names(roles))
                .param("lastDay", lastDay)
                .param("at", at)
                .param("by", by.value())
                .param("id", id.value())
                .update();
    }

    /** Whether anybody but the account keeps the whole installation today, not counting those who come later. */
    boolean anotherSystemAdministrator(AccountId but, LocalDate on) {
        return jdbc.sql("""
            select exists (
                select 1 from post
                  join account on account.id = post.account_id
                 where account.active and account.id <> :but and post.valid_during @> :on
                   and 'SYSTEM_ADMINISTRATOR' = any (post.roles))
            """)
                .param("but", but.value())
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    /** Lets one at a time decide about those who keep the whole installation, so that no two close each other. */
    void lockSystemAdministrators() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext('system administrators'))) locked")
                .query(Integer.class)
                .single();
    }

    static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    /** In the order of {@link Role}. */
    static Set<Role> roles(Array names) throws SQLException {
        return Collections.unmodifiableSet(Arrays.stream((String[]) names.getArray())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
    }

    private static Post post(ResultSet row, int n) throws SQLException {
        return new Post(
                new PostId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("position"),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("agency_name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                row.getShort("province_id"),
                roles(row.getArray("roles")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
