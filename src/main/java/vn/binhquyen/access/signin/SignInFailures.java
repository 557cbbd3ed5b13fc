package vn.binhquyen.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down within fifteen minutes: five failures for one name, or fifty for all names, from one address; a
 * hundred for one name from everywhere, with longer and longer answers from the tenth on. A device that the account
 * knows is counted for itself alone, so that nobody can lock somebody else out.
 */
@Component
@Transactional
class SignInFailures {
    enum Kind {
        PASSWORD,
        CODE
    }

    private static final int MINUTES = 15;
    private static final int FOR_ONE_NAME = 5;
    private static final int FOR_ALL_NAMES = 50;
    private static final int FROM_EVERYWHERE = 100;
    private static final int UNHURRIED = 10;
    private static final int CODES = 10;
    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInFailures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean tooMany(String username, Origin origin, boolean known) {
        return jdbc.sql("""
            select count(*) filter (where address = :source and username = lower(:username)) >= :forOne
                or count(*) filter (where address = :source) >= :forAll
                or count(*) filter (where username = lower(:username)) >= :everywhere and not :known
              from sign_in_failure
             where (address = :source or username = lower(:username)) and at > :since
            """)
                .param("username", username.strip())
                .param("source", source(origin, known))
                .param("since", since())
                .param("forOne", FOR_ONE_NAME)
                .param("forAll", FOR_ALL_NAMES)
                .param("everywhere", FROM_EVERYWHERE)
                .param("known", known)
                .query(Boolean.class)
                .single();
    }

    /** How long the answer to a device that the account doesn't know has to wait. */
    Duration slowDown(String username) {
        int beyond = count(username) - UNHURRIED;
        Duration pause = STEP.multipliedBy(Math.max(0, beyond + 1));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** Codes can only be guessed by who knows the password, so that counting them by account locks nobody out. */
    boolean tooManyCodes(String account) {
        return count(account) >= CODES;
    }

    void note(String username, Origin origin, boolean known, Kind kind) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from sign_in_failure where at < :before")
                .param("before", since())
                .update();
        jdbc.sql("insert into sign_in_failure (username, address, at) values (lower(:username), :source, :at)")
                .param("username", username.strip())
                .param("source", source(origin, known))
                .param("at", now)
                .update();
        jdbc.sql("""
            insert into failed_sign_in (account_id, at, address, device, kind)
            select id, :at, :address, :device, :kind
              from account
             where lower(username) = lower(:username) or id::text = :username
            """)
                .param("username", username.strip())
                .param("at", now)
                .param("address", origin.address())
                .param("device", Agents.describe(origin.agent()))
                .param("kind", kind.name())
                .update();
    }

    void forget(String username, Origin origin, boolean known) {
        jdbc.sql("delete from sign_in_failure where username = lower(:username) and address = :source")
                .param("username", username.strip())
                .param("source", source(origin, known))
                .update();
    }

    private int count(String username) {
        return jdbc.sql("select count(*) from sign_in_failure where username = lower(:username) and at > :since")
                .param("username", username.strip())
                .param("since", since())
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime since() {
        return OffsetDateTime.now(clock).minusMinutes(MINUTES);
    }

    private static String source(Origin origin, boolean known) {
        return known ? "device " + Objects.requireNonNull(origin.device()) : origin.address();
    }
}
