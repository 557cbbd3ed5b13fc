package vn.binhquyen.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.test.web.servlet.MockMvc;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Identities;
import vn.binhquyen.access.Rehearsal;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.SignedInAs;

/** A passkey is a second factor where one is demanded: chosen at enrolment, asked for ever after. */
@IntegrationTest
class EnrolmentTest {
    @Autowired
    Provinces provinces;

    @Autowired
    CodeGenerators generators;

    @Autowired
    PasskeyRows passkeys;

    @Autowired
    Enrolment enrolment;

    @Autowired
    Identities identities;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    Province province;
    Account account;
    Entrance demanding;

    @BeforeEach
    void found() {
        province = provinces.found();
        account = identities.open(province.consolidator().account()).orElseThrow();
        assertThat(account.roles()).isEqualTo(Set.of(Role.CONSOLIDATOR));
        demanding = new Entrance(
                new SecondFactorPolicy(SecondFactorPolicy.Demand.REQUIRED, rehearsal), generators, passkeys, clock);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoever_chose_a_passkey_is_asked_for_it_and_sets_nothing_else_up_by_password_alone() {
        Authentication half = afterPassword();
        assertThat(half.getPrincipal())
                .isInstanceOfSatisfying(
                        HalfSignedIn.class,
                        person -> assertThat(person.enrolled()).isFalse());
        SecurityContextHolder.getContext().setAuthentication(half);
        passkeys.save(passkey());

        assertThat(afterPassword().getPrincipal()).isInstanceOfSatisfying(HalfSignedIn.class, person -> {
            assertThat(person.enrolled()).isTrue();
            assertThat(person.nextPage()).isEqualTo("/sign-in/code");
            assertThat(enrolment.showsCodes(person)).isFalse();
        });
        assertThat(demanding.by(account, Proof.PASSKEY).getPrincipal()).isInstanceOf(SignedIn.class);
        assertThatThrownBy(() -> passkeys.save(passkey()))
                .as("a session that stood half open since before the first passkey")
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(enrolment::begin).isInstanceOf(AccessRefused.class);
    }

    @Test
    void who_is_in_already_is_led_to_the_page_of_the_own_security() throws Exception {
        mvc.perform(get("/sign-in/enrol").with(SignedInAs.person(province.consolidator())))
                .andExpect(redirectedUrl("/account/security"));
        mvc.perform(get("/sign-in/code").with(SignedInAs.person(province.consolidator())))
                .andExpect(redirectedUrl("/account/security"));
        mvc.perform(get("/sign-in/enrol")).andExpect(redirectedUrl("/sign-in"));
    }

    private Authentication afterPassword() {
        return demanding.by(account, Proof.PASSWORD);
    }

    private CredentialRecord passkey() {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.random())
                .userEntityUserId(PasskeyRows.userOf(account.id()))
                .publicKey(new ImmutablePublicKeyCose(new byte[] {1}))
                .label("Máy này")
                .created(Instant.now())
                .lastUsed(Instant.now())
                .build();
    }
}
