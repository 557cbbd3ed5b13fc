package vn.binhquyen.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.kernel.Refused;

/**
 * Somebody comes back from an OpenID provider: to sign in to the account that is linked, or to link the one that they
 * are signed in to. What the provider says of them is not kept in the session.
 */
final class ProviderSignIn implements AuthenticationSuccessHandler {
    /** The session's attribute that holds who was signed in when the linking began. */
    static final String LINKING = "linking";

    private static final String TWO_FACTORS = "mfa";

    private final ProviderIdentities links;
    private final Entrance entrance;
    private final AuthenticationSuccessHandler success;
    private final Clock clock;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    ProviderSignIn(ProviderIdentities links, Entrance entrance, AuthenticationSuccessHandler success, Clock clock) {
        this.links = links;
        this.entrance = entrance;
        this.success = success;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        HttpSession session = request.getSession();
        Object before = session.getAttribute(LINKING);
        session.removeAttribute(LINKING);
        OidcUser user = authentication.getPrincipal() instanceof OidcUser oidc ? oidc : null;
        if (before instanceof Authentication signedIn && signedIn.getPrincipal() instanceof SignedIn person) {
            enter(signedIn, request, response);
            response.sendRedirect("/account/security?"
                    + (user == null || !isFresh(signedIn) ? "provider-wrong" : link(person, user)));
            return;
        }
        Optional<Account> account =
                Optional.ofNullable(user).map(ProviderSignIn::known).flatMap(links::find);
        if (account.isEmpty()) {
            enter(null, request, response);
            response.sendRedirect("/sign-in?unknown");
            return;
        }
        Authentication entered = entrance.by(account.get(), proof(user));
        enter(entered, request, response);
        success.onAuthenticationSuccess(request, response, entered);
    }

    /** Who began to link long ago may have left the browser to somebody else since. */
    private boolean isFresh(Authentication signedIn) {
        return Proof.since(signedIn.getAuthorities(), clock.instant().minus(FreshProof.LASTS));
    }

    private String link(SignedIn person, OidcUser user) {
        try {
            links.link(person.actor(), known(user));
            return "provider-linked";
        } catch (Refused taken) {
            return "provider-taken";
        }
    }

    private void enter(@Nullable Authentication entered, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(entered);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static ProviderIdentities.Known known(OidcUser user) {
        return new ProviderIdentities.Known(
                Objects.requireNonNull(user.getIssuer()).toString(),
                Objects.requireNonNull(user.getSubject()),
                Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null);
    }

    private static Proof proof(@Nullable OidcUser user) {
        List<String> ways = user == null ? null : user.getAuthenticationMethods();
        return ways != null && ways.contains(TWO_FACTORS) ? Proof.PROVIDER_TWICE : Proof.PROVIDER;
    }
}
