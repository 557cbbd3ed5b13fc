package vn.binhquyen.access.signin;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Identities;
import vn.binhquyen.access.SignedIn;

/** Lets a person in by passkey, in the post that the account holds; who is in already stays where they are. */
final class PasskeySignIn implements AuthenticationProvider {
    private final RelyingParty party;
    private final Identities identities;
    private final Entrance entrance;

    PasskeySignIn(RelyingParty party, Identities identities, Entrance entrance) {
        this.party = party;
        this.identities = identities;
        this.entrance = entrance;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Account account = PasskeyRows.accountOf(person(attempt).getId())
                .flatMap(identities::open)
                .orElseThrow(() -> new BadCredentialsException("nobody's passkey"));
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        return before != null && before.getPrincipal() instanceof SignedIn person
                ? again(person, before, account)
                : entrance.by(account, Proof.PASSKEY);
    }

    private Authentication again(SignedIn person, Authentication before, Account account) {
        if (!person.actor().account().equals(account.id())) {
            throw new BadCredentialsException("somebody else's passkey");
        }
        return entrance.again(person, before, Proof.PASSKEY);
    }

    private PublicKeyCredentialUserEntity person(Authentication attempt) {
        try {
            return party.authenticate(((WebAuthnAuthenticationRequestToken) attempt).getWebAuthnRequest());
        } catch (RuntimeException refused) {
            throw new BadCredentialsException("the passkey was refused", refused);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return WebAuthnAuthenticationRequestToken.class.isAssignableFrom(authentication);
    }
}
