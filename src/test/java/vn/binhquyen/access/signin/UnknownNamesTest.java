package vn.binhquyen.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.binhquyen.access.Identities;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Whether a name has an account can't be learned from how long a refusal takes: the work done for it is counted here. */
@IntegrationTest
class UnknownNamesTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Identities identities;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    SignInFailures failures;

    @Autowired
    KnownDevices devices;

    @Autowired
    Entrance entrance;

    @Autowired
    JdbcClient jdbc;

    Province province;
    Counting counting;
    PasswordSignIn signIn;

    @BeforeEach
    void count() {
        province = provinces.found();
        counting = new Counting(passwords);
        signIn = new PasswordSignIn(identities, counting, failures, devices, entrance);
    }

    /** Remembers how costly each hash was against which a password was compared. */
    private static final class Counting implements PasswordEncoder {
        private final PasswordEncoder real;
        private final List<String> compared = new ArrayList<>();

        private Counting(PasswordEncoder real) {
            this.real = real;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            compared.add(String.valueOf(hash).replaceFirst("\\$[^$]*\\$[^$]*$", ""));
            return real.matches(password, hash);
        }
    }

    @Test
    void an_unknown_name_costs_the_same_comparison_as_a_wrong_password() {
        AuthenticationException known = refused(nameOf(province.leader()), "khong-dung-dau");
        AuthenticationException unknown = refused("khong-co-" + number(), "khong-dung-dau");
        assertThat(counting.compared).hasSize(2).allMatch(counting.compared.getFirst()::equals);
        assertThat(unknown)
                .isExactlyInstanceOf(BadCredentialsException.class)
                .hasSameClassAs(known)
                .hasMessage(known.getMessage());
    }

    @Test
    void a_closed_account_and_one_without_a_post_cost_the_same_and_say_the_same_even_to_the_right_password() {
        String closed = nameOf(province.clerk());
        String left = nameOf(province.leader());
        jdbc.sql("update account set active = false where lower(username) = lower(:name)")
                .param("name", closed)
                .update();
        jdbc.sql("update post set valid_during = daterange('2025-07-01', '2026-01-01') where account_id = :id")
                .param("id", province.leader().account().value())
                .update();
        AuthenticationException unknown = refused("khong-co-" + number(), Provinces.PASSWORD);
        for (String name : List.of(closed, left)) {
            assertThat(refused(name, Provinces.PASSWORD))
                    .as(name)
                    .hasSameClassAs(unknown)
                    .hasMessage(unknown.getMessage());
        }
        assertThat(counting.compared).hasSize(3).allMatch(counting.compared.getFirst()::equals);
    }

    @Test
    void a_name_that_was_tried_too_often_is_compared_with_nothing_whether_it_is_known_or_not() {
        List<String> names = List.of(nameOf(province.leader()), "khong-co-" + number());
        for (String name : names) {
            for (int i = 0; i < 5; i++) {
                refused(name, "khong-dung-dau");
            }
        }
        counting.compared.clear();
        for (String name : names) {
            assertThat(refused(name, Provinces.PASSWORD)).isInstanceOf(LockedException.class);
        }
        assertThat(counting.compared).isEmpty();
    }

    private AuthenticationException refused(String name, String password) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        attempt.setDetails(new Origin("10.7.0." + number() % 250 + "-" + name, null, ""));
        return catchThrowableOfType(AuthenticationException.class, () -> signIn.authenticate(attempt));
    }

    private String nameOf(Actor actor) {
        return identities.open(actor.account()).orElseThrow().username();
    }

    private int number() {
        return province.consolidator().province();
    }
}
