package vn.binhquyen.access.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.AccountId;

/** Browsers in which an account was signed in to before; what strangers try elsewhere doesn't slow these down. */
@Component
@Transactional
class KnownDevices {
    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Costs the same for a name that nobody has. */
    @Transactional(readOnly = true)
    boolean knows(String username, Origin origin) {
        return jdbc.sql("""
            select exists (select 1
                             from known_device
                             join account on account.id = account_id
                            where lower(username) = lower(:username) and hash = :hash)
            """)
                .param("username", username.strip())
                .param("hash", bytes(origin.device() == null ? "" : origin.device()))
                .query(Boolean.class)
                .single();
    }

    void remember(AccountId account, String device) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from known_device where account_id = :id and last_used_at < :before")
                .param("id", account.value())
                .param("before", now.minusMonths(MONTHS))
                .update();
        jdbc.sql("""
            insert into known_device (account_id, hash, last_used_at) values (:id, :hash, :now)
            on conflict (account_id, hash) do update set last_used_at = excluded.last_used_at
            """)
                .param("id", account.value())
                .param("hash", bytes(device))
                .param("now", now)
                .update();
    }

    void forgetAll(AccountId account) {
        jdbc.sql("delete from known_device where account_id = :id")
                .param("id", account.value())
                .update();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
