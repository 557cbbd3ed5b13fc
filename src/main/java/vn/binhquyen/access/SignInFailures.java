package vn.binhquyen.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Slows guessing down: five failures for one name, or fifty for all names, from one address in fifteen minutes. */
@Component
@Transactional
class SignInFailures {
    private static final int MINUTES = 15;
    private static final int FOR_ONE_NAME = 5;
    private static final int FOR_ALL_NAMES = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInFailures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean tooMany(String username, String address) {
        return jdbc.sql("""
            select count(*) filter (where username = lower(:username)) >= :forOne or count(*) >= :forAll
              from sign_in_failure
             where address = :address and at > :since
            """)
                .param("username", username.strip())
                .param("address", address)
                .param("since", OffsetDateTime.now(clock).minusMinutes(MINUTES))
                .param("forOne", FOR_ONE_NAME)
                .param("forAll", FOR_ALL_NAMES)
                .query(Boolean.class)
                .single();
    }

    void note(String username, String address) {
        jdbc.sql("delete from sign_in_failure where at < :before")
                .param("before", OffsetDateTime.now(clock).minusMinutes(MINUTES))
                .update();
        jdbc.sql("insert into sign_in_failure (username, address, at) values (lower(:username), :address, :at)")
                .param("username", username.strip())
                .param("address", address)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void forget(String username, String address) {
        jdbc.sql("delete from sign_in_failure where username = lower(:username) and address = :address")
                .param("username", username.strip())
                .param("address", address)
                .update();
    }
}
