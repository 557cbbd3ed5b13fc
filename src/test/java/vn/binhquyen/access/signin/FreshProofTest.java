package vn.binhquyen.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.Identities;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Provinces;

/** Who adds a way into an account proves again who they are, where the last proof is old. */
@IntegrationTest
class FreshProofTest {
    private static final LocalDate NEXT_DAY = LocalDate.of(2026, 1, 16);

    @Autowired
    Provinces provinces;

    @Autowired
    ApiTokens tokens;

    @Autowired
    SecondFactors factors;

    @Autowired
    PasskeyPeople passkeyPeople;

    @Autowired
    Identities identities;

    @Autowired
    Entrance entrance;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    Actor person;
    Account account;

    @BeforeEach
    void found() {
        person = provinces.found().commune().policeOfficer();
        account = identities.open(person.account()).orElseThrow();
    }

    @Test
    void who_has_just_signed_in_is_not_asked() throws Exception {
        makeToken(signedIn()).andExpect(status().isOk());
        assertThat(current.as(person, () -> tokens.own(person))).hasSize(1);
    }

    @Test
    void an_old_session_is_asked_first_and_what_was_typed_is_sent_on_afterwards() throws Exception {
        Cookie session = signedIn();
        clock.moveTo(NEXT_DAY);
        makeToken(session).andExpect(redirectedUrl("/account/confirmation"));
        mvc.perform(get("/account/confirmation").cookie(session)).andExpect(status().isOk());
        confirm(session, "khong-dung-dau").andExpect(content().string(containsString("proof-error")));
        assertThat(current.as(person, () -> tokens.own(person))).isEmpty();

        ResultActions confirmed = confirm(session, Provinces.PASSWORD);
        String next = Objects.requireNonNull(confirmed.andReturn().getResponse().getRedirectedUrl());
        Cookie fresh = session(confirmed);
        assertThat(next).endsWith("/account/tokens?continue");
        mvc.perform(get("/account/tokens?continue").cookie(fresh))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"token\"")));
        assertThat(current.as(person, () -> tokens.own(person)))
                .extracting(ApiTokens.Token::name)
                .containsExactly("Phần mềm của Sở");
        mvc.perform(get("/account/tokens?continue").cookie(fresh))
                .andExpect(content().string(not(containsString("id=\"token\""))));
    }

    @Test
    void a_form_that_was_given_up_is_not_sent_on_with_another_proof() throws Exception {
        Cookie session = signedIn();
        clock.moveTo(NEXT_DAY);
        makeToken(session);
        mvc.perform(post("/webauthn/register/options")
                .header("Sec-Fetch-Dest", "empty")
                .cookie(session)
                .with(csrf()));
        confirm(session, Provinces.PASSWORD).andExpect(redirectedUrl("/account/security"));
    }

    @Test
    void a_form_of_the_day_before_is_not_sent_on() throws Exception {
        Cookie session = signedIn();
        clock.moveTo(NEXT_DAY);
        makeToken(session);
        clock.moveTo(NEXT_DAY.plusDays(1));
        confirm(session, Provinces.PASSWORD).andExpect(redirectedUrl("/account/security"));
    }

    @Test
    void who_signs_in_on_the_same_browser_does_not_send_on_what_somebody_else_typed() throws Exception {
        Cookie session = signedIn();
        clock.moveTo(NEXT_DAY);
        makeToken(session);
        Actor other = provinces.found().commune().policeOfficer();
        account = identities.open(other.account()).orElseThrow();
        Cookie next = session(mvc.perform(post("/sign-in")
                .param("username", account.username())
                .param("password", Provinces.PASSWORD)
                .cookie(session)
                .with(csrf())));
        mvc.perform(get("/account/tokens?continue").cookie(next));
        assertThat(current.as(other, () -> tokens.own(other))).isEmpty();
        assertThat(current.as(person, () -> tokens.own(person))).isEmpty();
    }

    @Test
    void every_way_in_that_is_added_or_taken_away_asks() throws Exception {
        Cookie session = signedIn();
        clock.moveTo(NEXT_DAY);
        for (MockHttpServletRequestBuilder request : new MockHttpServletRequestBuilder[] {
            get("/account/security/generator"),
            post("/account/security/generator").param("code", "000000"),
            post("/account/security/passkeys/x/removal"),
            post("/account/security/providers/x"),
            post("/webauthn/register/options"),
            post("/webauthn/register")
        }) {
            mvc.perform(request.cookie(session).with(csrf())).andExpect(redirectedUrl("/account/confirmation"));
        }
        mvc.perform(get("/account/security").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void a_script_is_told_where_to_go() throws Exception {
        Cookie session = signedIn();
        clock.moveTo(NEXT_DAY);
        mvc.perform(post("/webauthn/register/options")
                        .header("Sec-Fetch-Dest", "empty")
                        .cookie(session)
                        .with(csrf()))
                .andExpect(status().isForbidden())
                .andExpect(header().string(FreshProof.HEADER, "/account/confirmation"));
    }

    @Test
    void a_code_of_the_phone_is_a_proof_too() throws Exception {
        byte[] secret = current.as(
                person, () -> new Base32().decode(factors.begin(person).typed().replace(" ", "")));
        Cookie session = signedIn();
        current.as(person, () -> factors.confirm(person, code(secret)));
        clock.moveTo(NEXT_DAY);
        ResultActions confirmed = confirm(session, code(secret)).andExpect(redirectedUrl("/account/security"));
        makeToken(session(confirmed)).andExpect(status().isOk());
    }

    @Test
    void ten_wrong_proofs_have_to_wait() throws Exception {
        Cookie session = signedIn();
        for (int i = 0; i < 10; i++) {
            confirm(session, "khong-dung-dau").andExpect(status().isOk());
        }
        confirm(session, Provinces.PASSWORD).andExpect(content().string(containsString("proof-error")));
    }

    @Test
    void the_passkey_of_somebody_else_confirms_nothing() {
        Actor other = provinces.found().commune().policeOfficer();
        RelyingParty party = mock(RelyingParty.class);
        PasskeySignIn passkey = new PasskeySignIn(party, identities, entrance);
        WebAuthnAuthenticationRequestToken attempt = mock(WebAuthnAuthenticationRequestToken.class);
        when(party.authenticate(any())).thenReturn(entity(other));
        assertThatThrownBy(() -> current.as(person, () -> passkey.authenticate(attempt)))
                .isInstanceOf(BadCredentialsException.class);
        when(party.authenticate(any())).thenReturn(entity(person));
        assertThat(current.as(person, () -> passkey.authenticate(attempt)).getAuthorities())
                .matches(shown -> Proof.since(shown, Instant.EPOCH));
    }

    private PublicKeyCredentialUserEntity entity(Actor actor) {
        return Objects.requireNonNull(
                passkeyPeople.findByUsername(actor.account().toString()));
    }

    private String code(byte[] secret) {
        return Codes.at(secret, Codes.step(clock.instant()));
    }

    private Cookie signedIn() throws Exception {
        return session(mvc.perform(post("/sign-in")
                .param("username", account.username())
                .param("password", Provinces.PASSWORD)
                .with(csrf())));
    }

    private ResultActions confirm(Cookie session, String proof) throws Exception {
        return mvc.perform(post("/account/confirmation")
                .param("proof", proof)
                .cookie(session)
                .with(csrf()));
    }

    private ResultActions makeToken(Cookie session) throws Exception {
        return mvc.perform(post("/account/tokens")
                .param("name", "Phần mềm của Sở")
                .param("scopes", "READ_PLANS")
                .param("days", "30")
                .cookie(session)
                .with(csrf()));
    }

    private static Cookie session(ResultActions result) {
        return Objects.requireNonNull(result.andReturn().getResponse().getCookie("SESSION"));
    }
}
