package vn.binhquyen.access.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.AccountId;

/** The code generators that people keep on their phones: set up, confirmed by a first code, then asked for. */
@Component
@Transactional
class CodeGenerators {
    private static final int SECRET_BYTES = 20;

    private final JdbcClient jdbc;
    private final Keyset keyset;
    private final Clock clock;

    CodeGenerators(JdbcClient jdbc, Keyset keyset, Clock clock) {
        this.jdbc = jdbc;
        this.keyset = keyset;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean has(AccountId account) {
        return jdbc.sql("select exists (select 1 from second_factor where account_id = :id and confirmed_at is not"
                        + " null)")
                .param("id", account.value())
                .query(Boolean.class)
                .single();
    }

    /** The secret that waits to be confirmed: the same one until it is, so that a page can be opened again. */
    byte[] begin(AccountId account) {
        jdbc.sql("""
            insert into second_factor (account_id, secret, created_at) values (:id, :secret, :now)
            on conflict (account_id) do nothing
            """)
                .param("id", account.value())
                .param("secret", keyset.seal(Secrets.random(SECRET_BYTES), account.toString()))
                .param("now", OffsetDateTime.now(clock))
                .update();
        return secret(account, false).orElseThrow(() -> new IllegalStateException("already confirmed"));
    }

    /** @return whether the code is right and the generator counts from now on */
    boolean confirm(AccountId account, String code) {
        return use(account, code, false);
    }

    /** @return whether the code is right and was not used before */
    boolean check(AccountId account, String code) {
        return use(account, code, true);
    }

    private boolean use(AccountId account, String code, boolean confirmed) {
        var step = secret(account, confirmed).map(secret -> Codes.matching(secret, code, clock.instant()));
        return step.isPresent()
                && step.get().isPresent()
                && jdbc.sql("""
                    update second_factor
                       set last_step = :step, confirmed_at = coalesce(confirmed_at, :now)
                     where account_id = :id and last_step < :step
                    """)
                                .param("step", step.get().getAsLong())
                                .param("now", OffsetDateTime.now(clock))
                                .param("id", account.value())
                                .update()
                        == 1;
    }

    boolean remove(AccountId account) {
        jdbc.sql("delete from recovery_code where account_id = :id")
                .param("id", account.value())
                .update();
        return jdbc.sql("delete from second_factor where account_id = :id")
                        .param("id", account.value())
                        .update()
                > 0;
    }

    private Optional<byte[]> secret(AccountId account, boolean confirmed) {
        return jdbc.sql("""
            select secret from second_factor
             where account_id = :id and (confirmed_at is not null) = :confirmed
            """)
                .param("id", account.value())
                .param("confirmed", confirmed)
                .query(byte[].class)
                .optional()
                .map(closed -> keyset.open(closed, account.toString()));
    }
}
