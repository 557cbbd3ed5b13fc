package vn.binhquyen.access.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.AccountId;

/** Ten codes to be kept on paper for the day on which the phone is lost; each opens once. */
@Component
@Transactional
class RecoveryCodes {
    private static final int NUMBER = 10;
    private static final int BYTES = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New codes instead of all earlier ones; they can't be read again. */
    List<String> renew(AccountId account) {
        jdbc.sql("delete from recovery_code where account_id = :id")
                .param("id", account.value())
                .update();
        List<String> codes = Stream.generate(RecoveryCodes::code).limit(NUMBER).toList();
        for (String code : codes) {
            jdbc.sql("insert into recovery_code (account_id, hash) values (:id, :hash)")
                    .param("id", account.value())
                    .param("hash", hash(code))
                    .update();
        }
        return codes;
    }

    /** @return whether it is one of the account's codes that was not used before */
    boolean use(AccountId account, String code) {
        return jdbc.sql("""
            update recovery_code set used_at = :now
             where account_id = :id and hash = :hash and used_at is null
            """)
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", account.value())
                        .param("hash", hash(code))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    int left(AccountId account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :id and used_at is null")
                .param("id", account.value())
                .query(Integer.class)
                .single();
    }

    private static String code() {
        return new Base32()
                .encodeToString(Secrets.random(BYTES))
                .toLowerCase(Locale.ROOT)
                .replaceAll("(.{4})(?!$)", "$1-");
    }

    private static byte[] hash(String code) {
        return Secrets.hash(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
