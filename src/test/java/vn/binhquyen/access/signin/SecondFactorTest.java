package vn.binhquyen.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.Identities;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.SignedInAs;

@IntegrationTest
class SecondFactorTest {
    @Autowired
    Provinces provinces;

    @Autowired
    SecondFactors factors;

    @Autowired
    CodeGenerators generators;

    @Autowired
    Identities identities;

    @Autowired
    CurrentActor current;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    Province province;
    Actor person;
    String username;
    byte[] secret = {};
    List<String> recovery = List.of();

    @BeforeEach
    void enrol() {
        province = provinces.found();
        person = province.commune().policeOfficer();
        username = identities.open(person.account()).orElseThrow().username();
        current.as(person, () -> {
            secret = new Base32().decode(factors.begin(person).typed().replace(" ", ""));
            recovery = factors.confirm(person, code(-1));
        });
    }

    @Test
    void after_the_password_nothing_opens_before_the_code() throws Exception {
        Cookie half = afterPassword();
        mvc.perform(get("/").cookie(half)).andExpect(redirectedUrl("/sign-in/code"));
        mvc.perform(get("/account/security").cookie(half)).andExpect(redirectedUrl("/sign-in/code"));
        mvc.perform(get("/agencies").header("HX-Request", "true").cookie(half)).andExpect(status().isUnauthorized());
        mvc.perform(post("/webauthn/register/options").cookie(half).with(csrf()))
                .andExpect(redirectedUrl("/sign-in/code"));
        mvc.perform(get("/session").cookie(half))
                .andExpect(jsonPath("$.account").value(Matchers.nullValue()));
        mvc.perform(get("/sign-in/enrol").cookie(half)).andExpect(redirectedUrl("/sign-in/code"));
        mvc.perform(post("/sign-in/enrol").param("code", code(0)).cookie(half).with(csrf()))
                .andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void the_code_opens_and_the_session_gets_another_name() throws Exception {
        Cookie half = afterPassword();
        Cookie whole = session(type(half, code(0)).andExpect(redirectedUrl("/")));
        assertThat(whole.getValue()).isNotEqualTo(half.getValue());
        mvc.perform(get("/account/security").cookie(whole)).andExpect(status().isOk());
        mvc.perform(get("/").cookie(half)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void a_code_that_was_used_is_refused() throws Exception {
        type(afterPassword(), code(0)).andExpect(redirectedUrl("/"));
        type(afterPassword(), code(0)).andExpect(redirectedUrl("/sign-in/code?wrong"));
        type(afterPassword(), code(-1)).andExpect(redirectedUrl("/sign-in/code?wrong"));
    }

    @Test
    void of_two_who_use_one_code_at_once_one_gets_in() throws Exception {
        String code = code(0);
        Callable<Boolean> attempt = () -> generators.check(person.account(), code);
        try (var threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(Stream.generate(() -> attempt).limit(8).toList()).stream()
                            .filter(done -> done.resultNow())
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_recovery_code_opens_once_however_it_is_typed() throws Exception {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        String typed = recovery.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        type(afterPassword(), typed).andExpect(redirectedUrl("/"));
        type(afterPassword(), typed).andExpect(redirectedUrl("/sign-in/code?wrong"));
        assertThat(current.as(person, () -> factors.own(person)).codesLeft()).isEqualTo(9);
    }

    @Test
    void new_recovery_codes_end_the_earlier_ones_and_need_the_password() throws Exception {
        assertThatThrownBy(() -> current.as(person, () -> factors.renewCodes(person, "khong-dung-dau")))
                .isInstanceOf(Refused.class);
        List<String> next = current.as(person, () -> factors.renewCodes(person, Provinces.PASSWORD));
        type(afterPassword(), recovery.getFirst()).andExpect(redirectedUrl("/sign-in/code?wrong"));
        type(afterPassword(), next.getFirst()).andExpect(redirectedUrl("/"));
    }

    @Test
    void ten_wrong_codes_have_to_wait_but_the_password_alone_never_locks_the_code() throws Exception {
        Cookie half = afterPassword();
        for (int i = 0; i < 10; i++) {
            type(half, "000000").andExpect(redirectedUrl("/sign-in/code?wrong"));
        }
        type(half, code(0)).andExpect(redirectedUrl("/sign-in/code?wait"));
        assertThat(jdbc.sql("select count(*) from failed_sign_in where account_id = :id and kind = 'CODE'")
                        .param("id", person.account().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void nothing_of_the_secret_or_the_codes_can_be_read_in_the_database() {
        byte[] kept = jdbc.sql("select secret from second_factor where account_id = :id")
                .param("id", person.account().value())
                .query(byte[].class)
                .single();
        assertThat(new Base32().encodeToString(kept)).doesNotContain(new Base32().encodeToString(secret));
        assertThat(kept).hasSizeGreaterThan(secret.length);
        List<byte @Nullable []> hashes = jdbc.sql("select hash from recovery_code where account_id = :id")
                .param("id", person.account().value())
                .query(byte[].class)
                .list();
        assertThat(hashes).hasSize(10).allSatisfy(hash -> assertThat(hash).hasSize(32));
    }

    @Test
    void without_a_first_step_there_is_no_second() throws Exception {
        mvc.perform(get("/sign-in/code")).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/sign-in/enrol")).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(post("/sign-in/code").param("code", code(0)).with(csrf()))
                .andExpect(redirectedUrl("/sign-in?again"));
    }

    @Test
    void an_administrator_over_the_unit_resets_it_and_it_is_recorded() throws Exception {
        Cookie whole = session(type(afterPassword(), code(0)));
        Actor administrator = provinces.administrator();
        current.as(administrator, () -> factors.reset(administrator, person.account()));
        mvc.perform(get("/account").cookie(whole)).andExpect(redirectedUrl("/sign-in"));
        signIn().andExpect(redirectedUrl("/"));
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'second-factor-reset' and thing_id = :id")
                        .param("id", person.account().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobody_else_resets_it_and_administrators_not_their_own() {
        Actor leader = province.commune().leader();
        assertThatThrownBy(() -> current.as(leader, () -> factors.reset(leader, person.account())))
                .isInstanceOf(AccessRefused.class);
        Actor administrator = provinces.administrator();
        assertThatThrownBy(() -> current.as(administrator, () -> factors.reset(administrator, administrator.account())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void turning_it_off_needs_the_password() throws Exception {
        mvc.perform(post("/account/security/generator/removal")
                        .param("password", "khong-dung-dau")
                        .with(SignedInAs.person(person))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("remove-password-error")));
        current.as(person, () -> factors.remove(person, Provinces.PASSWORD));
        signIn().andExpect(redirectedUrl("/"));
    }

    @Test
    void a_closed_account_does_not_get_through_the_second_step() throws Exception {
        Cookie half = afterPassword();
        jdbc.sql("update account set active = false where id = :id")
                .param("id", person.account().value())
                .update();
        type(half, code(0)).andExpect(redirectedUrl("/sign-in?again"));
    }

    private String code(int drift) {
        return Codes.at(secret, Codes.step(clock.instant()) + drift);
    }

    private ResultActions signIn() throws Exception {
        return mvc.perform(post("/sign-in")
                .param("username", username)
                .param("password", Provinces.PASSWORD)
                .with(csrf()));
    }

    private Cookie afterPassword() throws Exception {
        return session(signIn().andExpect(redirectedUrl("/sign-in/code")));
    }

    private ResultActions type(Cookie half, String code) throws Exception {
        return mvc.perform(
                post("/sign-in/code").param("code", code).cookie(half).with(csrf()));
    }

    private static Cookie session(ResultActions result) {
        return Objects.requireNonNull(result.andReturn().getResponse().getCookie("SESSION"));
    }
}
