package vn.binhquyen.access.signin;

import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Remembers who was signed in when they left for a provider to link their account, not to sign in. */
@Component
public class Linking {
    public void begin(HttpSession session) {
        session.setAttribute(
                ProviderSignIn.LINKING, SecurityContextHolder.getContext().getAuthentication());
    }
}
