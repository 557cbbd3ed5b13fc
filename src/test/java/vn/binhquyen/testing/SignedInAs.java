package vn.binhquyen.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.kernel.Actor;

/** Sends a request of MockMvc as a person of a {@link Province} who has just signed in by password. */
public final class SignedInAs {
    private SignedInAs() {}

    public static RequestPostProcessor person(Actor actor) {
        SignedIn principal = new SignedIn(actor);
        List<GrantedAuthority> authorities = new ArrayList<>(principal.getAuthorities());
        authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities));
    }
}
