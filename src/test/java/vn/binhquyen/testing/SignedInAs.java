package vn.binhquyen.testing;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.kernel.Actor;

/** Sends a request of MockMvc as a person of a {@link Province}. */
public final class SignedInAs {
    private SignedInAs() {}

    public static RequestPostProcessor person(Actor actor) {
        SignedIn principal = new SignedIn(actor);
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }
}
