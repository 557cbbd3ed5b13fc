package vn.binhquyen.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.binhquyen.access.Identities;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Provinces;

/** Many strangers guess at once: they are slowed down, and the person at the usual device notices nothing. */
@IntegrationTest
class GuessingTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Identities identities;

    @Autowired
    SignInFailures failures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    Actor person;
    String username;

    @BeforeEach
    void found() {
        person = provinces.found().commune().policeOfficer();
        username = identities.open(person.account()).orElseThrow().username();
    }

    @Test
    void answers_to_strangers_come_later_and_later_but_never_later_than_five_seconds() {
        guessFromEverywhere(9);
        assertThat(failures.slowDown(username)).isZero();
        guessFromEverywhere(1);
        assertThat(failures.slowDown(username)).isEqualTo(Duration.ofMillis(250));
        guessFromEverywhere(40);
        assertThat(failures.slowDown(username)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_known_device_gets_in_while_strangers_are_told_to_wait() throws Exception {
        Cookie device = Objects.requireNonNull(signIn("10.1.0.1", Provinces.PASSWORD, null)
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("device"));
        guessFromEverywhere(100);
        signIn("10.1.0.2", Provinces.PASSWORD, null).andExpect(redirectedUrl("/sign-in?wait"));
        signIn("10.1.0.2", Provinces.PASSWORD, device).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_known_device_behind_the_address_of_a_guesser_gets_in() throws Exception {
        Cookie device = Objects.requireNonNull(signIn("10.1.0.3", Provinces.PASSWORD, null)
                .andReturn()
                .getResponse()
                .getCookie("device"));
        for (int i = 0; i < 5; i++) {
            signIn("10.1.0.3", "sai-mat-khau-roi", null).andExpect(redirectedUrl("/sign-in?wrong"));
        }
        signIn("10.1.0.3", Provinces.PASSWORD, null).andExpect(redirectedUrl("/sign-in?wait"));
        signIn("10.1.0.3", Provinces.PASSWORD, device).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_mark_that_nobody_gave_out_makes_no_device_known() throws Exception {
        guessFromEverywhere(100);
        signIn("10.1.0.4", Provinces.PASSWORD, new Cookie("device", "made-up"))
                .andExpect(redirectedUrl("/sign-in?wait"));
    }

    @Test
    void what_a_stranger_says_of_the_address_behind_them_is_not_believed() throws Exception {
        for (int i = 0; i < 5; i++) {
            mvc.perform(attempt("10.1.0.5", "sai-mat-khau-roi").header("X-Forwarded-For", "192.0.2." + i))
                    .andExpect(redirectedUrl("/sign-in?wrong"));
        }
        signIn("10.1.0.5", Provinces.PASSWORD, null).andExpect(redirectedUrl("/sign-in?wait"));
    }

    @Test
    void the_typed_name_stays_after_a_wrong_password_and_only_once() throws Exception {
        Cookie session = Objects.requireNonNull(signIn("10.1.0.6", "sai-mat-khau-roi", null)
                .andReturn()
                .getResponse()
                .getCookie("SESSION"));
        String field = "value=\"" + username + "\"";
        mvc.perform(get("/sign-in?wrong").cookie(session)).andExpect(content().string(containsString(field)));
        assertThat(mvc.perform(get("/sign-in").cookie(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain(field);
    }

    @Test
    void sign_ins_and_failures_are_recorded_with_their_place() throws Exception {
        signIn("10.1.0.7", "sai-mat-khau-roi", null);
        signIn("10.1.0.7", Provinces.PASSWORD, null);
        assertThat(jdbc.sql("select detail ->> 'address' from audit_entry where action = 'signed-in' and thing_id"
                                + " = :id")
                        .param("id", person.account().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("10.1.0.7");
        assertThat(jdbc.sql("select address from failed_sign_in where account_id = :id and kind = 'PASSWORD'")
                        .param("id", person.account().value())
                        .query(String.class)
                        .single())
                .isEqualTo("10.1.0.7");
    }

    private void guessFromEverywhere(int times) {
        for (int i = 0; i < times; i++) {
            failures.note(username, new Origin("192.0.2." + i, null, ""), false, SignInFailures.Kind.PASSWORD);
        }
    }

    private ResultActions signIn(String address, String password, @org.jspecify.annotations.Nullable Cookie device)
            throws Exception {
        MockHttpServletRequestBuilder attempt = attempt(address, password);
        return mvc.perform(device == null ? attempt : attempt.cookie(device));
    }

    private MockHttpServletRequestBuilder attempt(String address, String password) {
        return post("/sign-in")
                .param("username", username)
                .param("password", password)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
    }
}
