package vn.binhquyen.access.signin;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.ApiScope;
import vn.binhquyen.kernel.AccountId;

@Component
@Transactional
class TokenRows {
    /** @param noted whether its use within the last minute is noted */
    record Found(UUID id, AccountId account, Set<ApiScope> scopes, boolean noted) {}

    private final JdbcClient jdbc;

    TokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    List<ApiTokens.Token> of(AccountId account, OffsetDateTime now) {
        return jdbc.sql("""
            select * from api_token
             where account_id = :account and revoked_at is null and expires_at > :now
             order by id desc
            """)
                .param("account", account.value())
                .param("now", now)
                .query((row, n) -> new ApiTokens.Token(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        scopes(row.getArray("scopes")),
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getObject("expires_at", OffsetDateTime.class),
                        row.getObject("last_used_at", OffsetDateTime.class)))
                .list();
    }

    UUID insert(
            AccountId account,
            String name,
            byte[] hash,
            Set<ApiScope> scopes,
            OffsetDateTime now,
            OffsetDateTime expires) {
        return jdbc.sql("""
            insert into api_token (account_id, name, hash, scopes, created_at, expires_at)
            values (:account, :name, :hash, :scopes, :now, :expires)
            returning id
            """)
                .param("account", account.value())
                .param("name", name)
                .param("hash", hash)
                .param("scopes", scopes.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("now", now)
                .param("expires", expires)
                .query(UUID.class)
                .single();
    }

    boolean revoke(AccountId account, UUID id, OffsetDateTime now) {
        return jdbc.sql("""
            update api_token set revoked_at = :now
             where id = :id and account_id = :account and revoked_at is null
            """)
                        .param("now", now)
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** @return how many opened something until now */
    int revokeAll(AccountId account, OffsetDateTime now) {
        return jdbc.sql("""
            update api_token set revoked_at = :now
             where account_id = :account and revoked_at is null and expires_at > :now
            """).param("now", now).param("account", account.value()).update();
    }

    /**
     * The token that opens now; its last use is noted to the minute. Without a transaction of its own, which would be most of the
     * work of what every request with a token comes by.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<Found> use(byte[] hash, OffsetDateTime now) {
        Optional<Found> found = jdbc.sql("""
            select id, account_id, scopes, coalesce(last_used_at >= :before, false) as noted
              from api_token
             where hash = :hash and revoked_at is null and expires_at > :now
            """)
                .param("hash", hash)
                .param("now", now)
                .param("before", now.minusMinutes(1))
                .query(TokenRows::found)
                .optional();
        found.filter(token -> !token.noted())
                .ifPresent(token -> jdbc.sql("update api_token set last_used_at = :now where id = :id")
                        .param("now", now)
                        .param("id", token.id())
                        .update());
        return found;
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                scopes(row.getArray("scopes")),
                row.getBoolean("noted"));
    }

    private static Set<ApiScope> scopes(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(ApiScope::valueOf).collect(Collectors.toSet());
    }
}
