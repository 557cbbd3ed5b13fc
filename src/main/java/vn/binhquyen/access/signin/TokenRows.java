package vn.binhquyen.access.signin;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.ApiScope;
import vn.binhquyen.kernel.AccountId;

@Component
@Transactional
class TokenRows {
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
                        ApiScope.named((String[]) row.getArray("scopes").getArray()),
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

    /** In no transaction with what the token opens; once a minute is enough. */
    @Transactional(propagation = Propagation.SUPPORTS)
    void noteUse(UUID id, OffsetDateTime now) {
        jdbc.sql("update api_token set last_used_at = :now where id = :id")
                .param("now", now)
                .param("id", id)
                .update();
    }
}
