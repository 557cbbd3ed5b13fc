package vn.binhquyen.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.ApiScope;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.SignedInAs;

@IntegrationTest
class ApiTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    Province province;
    Actor person;

    @BeforeEach
    void found() {
        province = provinces.found();
        person = province.consolidator();
    }

    @Test
    void a_token_says_in_whose_name_it_asks_and_what_it_may() throws Exception {
        ask("/api/me", token(ApiScope.READ_PLANS))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.account").value(person.account().toString()))
                .andExpect(jsonPath("$.scopes[0]").value("READ_PLANS"))
                .andExpect(jsonPath("$.roles[0]").value("CONSOLIDATOR"));
    }

    @Test
    void units_below_ones_own_are_read_with_their_scope_and_not_without_it() throws Exception {
        ask("/api/units", token(ApiScope.READ_UNITS))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].level").value("COMMUNE"))
                .andExpect(jsonPath("$[0].parent").value(province.unit().toString()));
        ask("/api/units", token(ApiScope.READ_PLANS))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(403));
    }

    @Test
    void what_does_not_exist_is_a_problem_of_its_own() throws Exception {
        String token = token(ApiScope.READ_UNITS);
        ask("/api/units?under=" + UUID.randomUUID(), token)
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        ask("/api/units?under=nowhere", token).andExpect(status().isNotFound());
    }

    @Test
    void without_a_token_with_a_wrong_one_and_with_a_session_nothing_opens() throws Exception {
        mvc.perform(get("/api/me"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        ask("/api/me", "bq_wrong").andExpect(status().isUnauthorized());
    }

    @Test
    void a_token_opens_nothing_but_the_interface_for_programs() throws Exception {
        ask("/account", token(ApiScope.READ_UNITS)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void a_token_ends_on_its_day_and_when_it_is_revoked() throws Exception {
        String token = token(ApiScope.READ_UNITS);
        UUID id = current.as(person, () -> tokens.own(person)).getFirst().id();
        String revoked = token(ApiScope.READ_PLANS);
        UUID second = current.as(person, () -> tokens.own(person)).getFirst().id();
        assertThat(second).isNotEqualTo(id);
        current.as(person, () -> tokens.revoke(person, second));
        ask("/api/me", revoked).andExpect(status().isUnauthorized());
        ask("/api/me", token).andExpect(status().isOk());
        clock.moveTo(LocalDate.of(2026, 1, 26));
        ask("/api/me", token).andExpect(status().isUnauthorized());
    }

    @Test
    void a_new_password_ends_the_tokens_whoever_sets_it_and_it_is_recorded() throws Exception {
        String first = token(ApiScope.READ_UNITS);
        ask("/api/me", first).andExpect(status().isOk());
        current.as(person, () -> accounts.changeOwnPassword(person, Provinces.PASSWORD, "cau-go-tren-suoi", null));
        ask("/api/me", first).andExpect(status().isUnauthorized());
        String second = token(ApiScope.READ_UNITS);
        Actor administrator = provinces.administrator();
        current.as(administrator, () -> accounts.resetPassword(administrator, person.account(), "ngan-hoa-ven-duong"));
        ask("/api/me", second).andExpect(status().isUnauthorized());
        assertThat(jdbc.sql("select actor_name from audit_entry where action = 'tokens-revoked' and thing_id = :id")
                        .param("id", person.account().toString())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(person.name(), administrator.name());
    }

    @Test
    void a_password_that_is_refused_ends_nothing() throws Exception {
        String token = token(ApiScope.READ_UNITS);
        assertThatThrownBy(() -> current.as(
                        person, () -> accounts.changeOwnPassword(person, "khong-dung-dau", "cau-go-tren-suoi", null)))
                .isInstanceOf(Refused.class);
        ask("/api/me", token).andExpect(status().isOk());
    }

    @Test
    void a_closed_account_closes_its_tokens() throws Exception {
        String token = token(ApiScope.READ_UNITS);
        jdbc.sql("update account set active = false where id = :id")
                .param("id", person.account().value())
                .update();
        ask("/api/me", token).andExpect(status().isUnauthorized());
    }

    @Test
    void nobody_allows_a_program_more_than_they_may_or_for_longer_than_a_year() {
        Actor inspector = province.commune().policeOfficer();
        assertThatThrownBy(() -> current.as(
                        provinces.administrator(),
                        () -> tokens.make(provinces.administrator(), "số liệu", Set.of(ApiScope.WRITE_FIGURES), 10)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not-yours");
        assertThatThrownBy(() ->
                        current.as(inspector, () -> tokens.make(inspector, "dài", Set.of(ApiScope.READ_UNITS), 366)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> current.as(inspector, () -> tokens.make(inspector, "rỗng", Set.of(), 10)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_token_is_not_in_the_database_and_its_last_use_is() throws Exception {
        String token = token(ApiScope.READ_UNITS);
        assertThat(current.as(person, () -> tokens.own(person)).getFirst().lastUsed())
                .isNull();
        ask("/api/me", token).andExpect(status().isOk());
        assertThat(current.as(person, () -> tokens.own(person)).getFirst().lastUsed())
                .isNotNull();
        assertThat(jdbc.sql("select hash from api_token where account_id = :id")
                        .param("id", person.account().value())
                        .query(byte[].class)
                        .single())
                .isEqualTo(Secrets.hash(token));
    }

    @Test
    void a_program_that_asks_too_often_is_told_to_wait() throws Exception {
        String token = token(ApiScope.READ_UNITS);
        for (int i = 0; i < TokenSignIn.A_MINUTE; i++) {
            ask("/api/me", token).andExpect(status().isOk());
        }
        ask("/api/me", token).andExpect(status().isTooManyRequests()).andExpect(header().string("Retry-After", "60"));
    }

    @Test
    void the_page_of_tokens_offers_only_what_one_may() throws Exception {
        String page = mvc.perform(get("/account/tokens").with(SignedInAs.person(provinces.administrator())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("READ_UNITS").doesNotContain("WRITE_FIGURES");
    }

    @Test
    void what_a_token_may_always_stands_in_the_same_order() {
        assertThat(ApiScope.named("WRITE_FIGURES", "READ_UNITS", "READ_FIGURES"))
                .containsExactly(ApiScope.READ_UNITS, ApiScope.READ_FIGURES, ApiScope.WRITE_FIGURES);
    }

    @Test
    void after_a_token_was_made_the_form_is_empty_so_that_no_second_is_made_by_mistake() throws Exception {
        String page = mvc.perform(post("/account/tokens")
                        .param("name", "Phần mềm của Sở")
                        .param("scopes", "READ_UNITS")
                        .param("days", "30")
                        .with(SignedInAs.person(person))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Document shown = Jsoup.parse(page);
        assertThat(shown.select("#token").text()).isNotEmpty();
        assertThat(shown.select("input[name=name]").attr("value")).isEmpty();
        assertThat(shown.select("input[name=scopes][checked]")).isEmpty();
    }

    private String token(ApiScope scope) {
        return current.as(person, () -> tokens.make(person, "phần mềm thử", Set.of(scope), 10));
    }

    private ResultActions ask(String address, String token) throws Exception {
        return mvc.perform(get(address).header("Authorization", "Bearer " + token));
    }
}
