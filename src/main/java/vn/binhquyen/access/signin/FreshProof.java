package vn.binhquyen.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.binhquyen.access.SignedIn;

/**
 * Before somebody adds a way in, they prove again who they are, where the last proof of the session is older than ten
 * minutes: a browser that was left open must not become a key of one's own. The form is kept meanwhile and sent on
 * afterwards. What asks for the password on its own form (another password, new recovery codes, turning the code generator
 * off) needs nothing more.
 */
final class FreshProof extends OncePerRequestFilter {
    static final Duration LASTS = Duration.ofMinutes(10);

    /** Tells a script where to go for the proof. */
    static final String HEADER = "Confirm-At";

    private static final String PAGE = "/account/confirmation";

    private static final RequestMatcher ADDS_A_WAY_IN = new OrRequestMatcher(
            at(HttpMethod.GET, "/account/security/generator"),
            at(HttpMethod.POST, "/account/security/generator"),
            at(HttpMethod.POST, "/account/security/passkeys/*/removal"),
            at(HttpMethod.POST, "/account/security/providers/**"),
            at(HttpMethod.POST, "/account/tokens"),
            at(HttpMethod.POST, "/webauthn/register/**"));

    private final KeptForm kept;
    private final Clock clock;

    FreshProof(KeptForm kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication present = SecurityContextHolder.getContext().getAuthentication();
        if (!ADDS_A_WAY_IN.matches(request)
                || present == null
                || !(present.getPrincipal() instanceof SignedIn person)
                || Proof.since(present.getAuthorities(), clock.instant().minus(LASTS))) {
            chain.doFilter(request, response);
        } else if (SignInAgain.isFromWithinPage(request)) {
            kept.drop(request, response);
            response.setHeader(HEADER, PAGE);
            response.setStatus(HttpStatus.FORBIDDEN.value());
        } else {
            kept.keep(person.actor().account(), request, response);
            response.sendRedirect(PAGE);
        }
    }

    private static RequestMatcher at(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }
}
