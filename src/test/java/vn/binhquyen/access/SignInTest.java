package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class SignInTest {
    private static final Set<String> OPEN = Set.of("/sign-in", "/session", "/error", "/invitation", "/entry/worker.js");

    @Autowired
    Provinces provinces;

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    Province province;
    String username;

    @BeforeEach
    void found() {
        province = provinces.found();
        username = "congan1_" + province.consolidator().province();
    }

    @Test
    void the_right_password_opens_the_home_page() throws Exception {
        signIn(username, Provinces.PASSWORD, "10.0.0.1").andExpect(redirectedUrl("/"));
    }

    @Test
    void the_case_of_the_user_name_does_not_matter() throws Exception {
        signIn(username.toUpperCase(java.util.Locale.ROOT), Provinces.PASSWORD, "10.0.0.1")
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() throws Exception {
        signIn(username, "sai-mat-khau", "10.0.0.2").andExpect(redirectedUrl("/sign-in?wrong"));
        signIn("khong-co-ai", "sai-mat-khau", "10.0.0.2").andExpect(redirectedUrl("/sign-in?wrong"));
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_has_to_wait() throws Exception {
        failFiveTimes("10.0.1.1");
        signIn(username, Provinces.PASSWORD, "10.0.1.1").andExpect(redirectedUrl("/sign-in?wait"));
    }

    @Test
    void an_unknown_name_has_to_wait_after_five_tries_too() throws Exception {
        String nobody = "khong-co-" + province.consolidator().province();
        for (int i = 0; i < 5; i++) {
            signIn(nobody, "sai-mat-khau", "10.0.1.2").andExpect(redirectedUrl("/sign-in?wrong"));
        }
        signIn(nobody, "sai-mat-khau", "10.0.1.2").andExpect(redirectedUrl("/sign-in?wait"));
    }

    @Test
    void somebody_at_another_address_is_not_locked_out() throws Exception {
        failFiveTimes("10.0.1.3");
        signIn(username, Provinces.PASSWORD, "10.0.1.4").andExpect(redirectedUrl("/"));
    }

    @Test
    void another_name_at_the_same_address_is_not_locked_out() throws Exception {
        failFiveTimes("10.0.1.5");
        signIn("yte1_" + province.consolidator().province(), Provinces.PASSWORD, "10.0.1.5")
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void a_right_password_makes_earlier_slips_forgotten() throws Exception {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                signIn(username, "sai-mat-khau", "10.0.1.6");
            }
            signIn(username, Provinces.PASSWORD, "10.0.1.6").andExpect(redirectedUrl("/"));
        }
    }

    @Test
    void the_session_gets_another_name_when_somebody_signs_in() throws Exception {
        Cookie before = session(mvc.perform(get("/")).andReturn().getResponse());
        Cookie after = session(mvc.perform(post("/sign-in")
                        .param("username", username)
                        .param("password", Provinces.PASSWORD)
                        .cookie(before)
                        .with(csrf()))
                .andExpect(redirectedUrl("http://localhost/?continue"))
                .andReturn()
                .getResponse());
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        mvc.perform(get("/").cookie(before)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/").cookie(after)).andExpect(status().isOk());
    }

    @Test
    void scripts_can_not_read_the_session_cookie_and_other_sites_can_not_send_it() throws Exception {
        List<String> cookies = signIn(username, Provinces.PASSWORD, "10.0.0.1")
                .andReturn()
                .getResponse()
                .getHeaders("Set-Cookie");
        assertThat(cookies).allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
        assertThat(cookies).anySatisfy(cookie -> assertThat(cookie).startsWith("SESSION="));
    }

    @Test
    void a_form_without_the_proof_that_it_is_ours_is_not_accepted() throws Exception {
        mvc.perform(post("/sign-in").param("username", username).param("password", Provinces.PASSWORD))
                .andExpect(redirectedUrl("/sign-in?again"));
        Cookie session = session(
                signIn(username, Provinces.PASSWORD, "10.0.0.1").andReturn().getResponse());
        mvc.perform(post("/account/password").cookie(session)).andExpect(status().isPreconditionFailed());
        mvc.perform(get("/").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void pages_are_neither_framed_nor_guessed_nor_fed_with_foreign_scripts() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
                                        + " form-action 'self'; frame-ancestors 'self'"));
    }

    @Test
    void every_page_needs_a_sign_in() throws Exception {
        List<String> reached = new ArrayList<>();
        for (RequestMappingInfo page : pages.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = page.getMethodsCondition().getMethods();
            HttpMethod method = methods.isEmpty()
                    ? HttpMethod.GET
                    : methods.iterator().next().asHttpMethod();
            for (String pattern : page.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                MockHttpServletResponse response = mvc.perform(
                                MockMvcRequestBuilders.request(method, path).with(csrf()))
                        .andReturn()
                        .getResponse();
                boolean closed = path.startsWith("/api/")
                        ? response.getStatus() == 401
                        : "/sign-in".equals(response.getRedirectedUrl());
                if (!OPEN.contains(path) && !closed) {
                    reached.add(method + " " + pattern + " " + response.getStatus());
                }
            }
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void a_request_from_within_a_page_is_told_that_the_session_ended_and_the_page_stays() throws Exception {
        mvc.perform(get("/agencies").header("HX-Request", "true")).andExpect(status().isUnauthorized());
        mvc.perform(post("/account/password").header("HX-Request", "true")).andExpect(status().isUnauthorized());
        mvc.perform(get("/agencies").header("Sec-Fetch-Dest", "empty")).andExpect(status().isUnauthorized());
    }

    private void failFiveTimes(String address) throws Exception {
        for (int i = 0; i < 5; i++) {
            signIn(username, "sai-mat-khau", address).andExpect(redirectedUrl("/sign-in?wrong"));
        }
    }

    private ResultActions signIn(String name, String password, String address) throws Exception {
        return mvc.perform(post("/sign-in")
                .param("username", name)
                .param("password", password)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }));
    }

    private static Cookie session(MockHttpServletResponse response) {
        return Objects.requireNonNull(response.getCookie("SESSION"));
    }
}
