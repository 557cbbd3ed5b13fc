package vn.binhquyen.access;

import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Provinces;

/** What happens to a session while its account is changed elsewhere. */
@IntegrationTest
class LiveSessionsTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentActor current;

    @Autowired
    MockMvc mvc;

    Actor administrator;
    Account account;
    Cookie session;

    @BeforeEach
    void signIn() throws Exception {
        Actor person = provinces.found().commune().policeOfficer();
        administrator = provinces.administrator();
        account = current.as(administrator, () -> accounts.account(person.account()));
        session = signedIn();
    }

    @Test
    void a_closed_account_loses_its_session_at_the_next_click() throws Exception {
        mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
        change(Set.of(Role.AGENCY_OFFICER), false);
        mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void a_role_that_is_given_counts_from_the_next_click() throws Exception {
        mvc.perform(get("/accounts").cookie(session)).andExpect(status().isForbidden());
        change(Set.of(Role.ADMINISTRATOR), true);
        mvc.perform(get("/accounts").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void a_role_that_is_taken_is_gone_at_the_next_click() throws Exception {
        change(Set.of(Role.ADMINISTRATOR), true);
        mvc.perform(get("/accounts").cookie(session)).andExpect(status().isOk());
        change(Set.of(Role.AGENCY_OFFICER), true);
        mvc.perform(get("/accounts").cookie(session)).andExpect(status().isForbidden());
    }

    @Test
    void changing_ones_password_ends_the_other_sessions_and_keeps_this_one() throws Exception {
        Cookie elsewhere = signedIn();
        mvc.perform(post("/account/password")
                        .cookie(session)
                        .param("present", Provinces.PASSWORD)
                        .param("next", "cau-go-tren-suoi")
                        .param("again", "cau-go-tren-suoi")
                        .with(csrf()))
                .andExpect(redirectedUrl("/account"));
        mvc.perform(get("/account").cookie(elsewhere)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void a_password_set_by_the_administrator_ends_all_sessions() throws Exception {
        current.as(administrator, () -> accounts.resetPassword(administrator, account.id(), "ngan-hoa-ven-duong"));
        mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void a_page_that_stayed_open_learns_who_is_signed_in_now() throws Exception {
        mvc.perform(get("/session").cookie(session))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.account").value(account.id().toString()))
                .andExpect(jsonPath("$.token").isNotEmpty());
        mvc.perform(get("/session")).andExpect(jsonPath("$.account").value(nullValue()));
    }

    private Cookie signedIn() throws Exception {
        return Objects.requireNonNull(mvc.perform(post("/sign-in")
                        .param("username", account.username())
                        .param("password", Provinces.PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION"));
    }

    private void change(Set<Role> roles, boolean active) {
        current.as(administrator, () -> {
            Account now = accounts.account(account.id());
            accounts.change(
                    administrator,
                    now.id(),
                    now.agency(),
                    new AccountChange(
                            now.id(), now.name(), now.position(), now.agency(), roles, active, now.version()));
        });
    }
}
