package vn.binhquyen.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
class AccountRows {
    private static final String FIELDS = """
        select account.id, account.username, account.name, account.email, account.phone, account.active, account.version,
               post.id as post_id, post.valid_during @> :today as in_post, post.position, post.agency_id, post.roles,
               agency.name as agency_name, agency.unit_id, unit.province_id
        """;

    private static final String FROM = """
          from account
          join lateral (
              select * from post
               where account_id = account.id
               order by valid_during @> :today desc, id is not distinct from account.last_post_id desc,
                        lower(valid_during) desc, id
               limit 1) post on true
          join agency on agency.id = post.agency_id
          join unit on unit.id = agency.unit_id
        """;

    private static final String SELECT = FIELDS + FROM;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Account one(AccountId id) {
        return find(id).orElseThrow(() -> new NotFound("account", id));
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql(SELECT + " where account.id = :id")
                .param("id", id.value())
                .param("today", LocalDate.now(clock))
                .query(AccountRows::account)
                .optional();
    }

    Optional<Account> named(String username) {
        return jdbc.sql(SELECT + " where lower(account.username) = lower(:username)")
                .param("username", username.strip())
                .param("today", LocalDate.now(clock))
                .query(AccountRows::account)
                .optional();
    }

    /** In one query, since every request with a token comes by it. */
    Optional<Bearer> bearing(byte[] tokenHash, OffsetDateTime now) {
        return jdbc.sql(FIELDS + """
            , token.id as token_id, token.scopes, coalesce(token.last_used_at >= :before, false) as noted
            """ + FROM + """
              join api_token token on token.account_id = account.id
             where token.hash = :hash and token.revoked_at is null and token.expires_at > :now
            """)
                .param("hash", tokenHash)
                .param("now", now)
                .param("before", now.minusMinutes(1))
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Bearer(
                        row.getObject("token_id", UUID.class),
                        ApiScope.named((String[]) row.getArray("scopes").getArray()),
                        row.getBoolean("noted"),
                        account(row, n)))
                .optional();
    }

    boolean usernameTaken(String username) {
        return jdbc.sql("select exists (select 1 from account where lower(username) = lower(:username))")
                .param("username", username.strip())
                .query(Boolean.class)
                .single();
    }

    boolean emailTaken(String email, @Nullable AccountId but) {
        return jdbc.sql("""
            select exists (
                select 1 from account where lower(email) = lower(:email) and id is distinct from :but::uuid)
            """)
                .param("email", email.strip())
                .param("but", but == null ? null : but.value())
                .query(Boolean.class)
                .single();
    }

    Optional<String> passwordHash(AccountId id) {
        return jdbc.sql("select password_hash from account where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    boolean none() {
        return jdbc.sql("select not exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    AccountId insert(Person person, String username, String hash, OffsetDateTime at, AccountId by) {
        return new AccountId(jdbc.sql("""
            insert into account (username, name, email, phone, password_hash,
                                 created_at, created_by, updated_at, updated_by)
            values (:username, :name, :email, :phone, :hash, :at, :by, :at, :by)
            returning id
            """)
                .param("username", username.strip())
                .param("name", person.name())
                .param("email", person.email())
                .param("phone", person.phone())
                .param("hash", hash)
                .param("at", at)
                .param("by", by.value())
                .query(UUID.class)
                .single());
    }

    void update(AccountId id, Person person, boolean active, long version, OffsetDateTime at, AccountId by) {
        int changed = jdbc.sql("""
            update account
               set name = :name, email = :email, phone = :phone, active = :active,
                   version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            """)
                .param("name", person.name())
                .param("email", person.email())
                .param("phone", person.phone())
                .param("active", active)
                .param("at", at)
                .param("by", by.value())
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("account", id);
        }
    }

    /** Marks the account as changed, because its posts are. */
    void touch(AccountId id, long version, OffsetDateTime at, AccountId by) {
        Account account = one(id);
        update(id, Person.of(account), account.active(), version, at, by);
    }

    void updatePassword(AccountId id, String hash, OffsetDateTime at, AccountId by) {
        jdbc.sql("""
            update account
               set password_hash = :hash, version = version + 1, updated_at = :at, updated_by = :by
             where id = :id
            """)
                .param("hash", hash)
                .param("at", at)
                .param("by", by.value())
                .param("id", id.value())
                .update();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                new PostId(row.getObject("post_id", UUID.class)),
                row.getBoolean("in_post"),
                row.getString("position"),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("agency_name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getShort("province_id"),
                row.getBoolean("active"),
                PostRows.roles(row.getArray("roles")),
                row.getLong("version"));
    }
}
