package vn.binhquyen.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.binhquyen.access.Bearer;
import vn.binhquyen.access.Identities;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.access.TokenAuthentication;

/** Lets programs in by the token that they bear, so often a minute that no loop gone wild takes the place of people. */
final class TokenSignIn extends OncePerRequestFilter {
    static final int A_MINUTE = 6_000;
    private static final String BEARER = "Bearer ";

    private final TokenRows tokens;
    private final Identities identities;
    private final Problems problems;
    private final Clock clock;
    private final Cache<UUID, AtomicInteger> calls =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    TokenSignIn(TokenRows tokens, Identities identities, Problems problems, Clock clock) {
        this.tokens = tokens;
        this.identities = identities;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Bearer> bearer = bearer(request);
        if (bearer.isPresent() && calledTooOften(bearer.get())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS);
            return;
        }
        bearer.filter(found -> found.account().mayAct())
                .map(TokenSignIn::authentication)
                .ifPresent(TokenSignIn::enter);
        chain.doFilter(request, response);
    }

    private Optional<Bearer> bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Bearer> bearer = identities.bearing(
                Secrets.hash(header.substring(BEARER.length()).strip()), now);
        bearer.filter(found -> !found.noted()).ifPresent(found -> tokens.noteUse(found.token(), now));
        return bearer;
    }

    private boolean calledTooOften(Bearer bearer) {
        return calls.get(bearer.token(), first -> new AtomicInteger()).incrementAndGet() > A_MINUTE;
    }

    private static TokenAuthentication authentication(Bearer bearer) {
        return new TokenAuthentication(new SignedIn(bearer.account().actor()), bearer.scopes());
    }

    private static void enter(TokenAuthentication authentication) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }
}
