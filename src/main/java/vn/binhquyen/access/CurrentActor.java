package vn.binhquyen.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;

/** Who acts in this thread. */
@Component
public class CurrentActor {
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    /** @throws AccessRefused where nobody is signed in */
    public Actor get() {
        return find().orElseThrow(() -> new AccessRefused("nobody is signed in"));
    }

    public Optional<Actor> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.actor())
                : Optional.empty();
    }

    /** Whether what acts is the person, or a token whose scopes hold this. */
    boolean mayUse(Authorised right) {
        return !(SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication token)
                || token.covers(right.action(), right.thing());
    }

    /** From the next request of this session on, the same sign-in acts in another place. */
    public void become(SignedIn now, HttpServletRequest request, HttpServletResponse response) {
        Authentication before =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(in(now, before));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /** The same sign-in, its other authorities included, in another place. */
    private static Authentication in(SignedIn now, Authentication authentication) {
        return authentication.toBuilder()
                .principal(now)
                .authorities(authorities -> {
                    authorities.removeIf(
                            held -> String.valueOf(held.getAuthority()).startsWith("ROLE_"));
                    authorities.addAll(now.getAuthorities());
                })
                .build();
    }

    /** Does the work as the given person: for jobs, the demonstration and tests, never for a request of somebody else. */
    public <T> T as(Actor actor, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        SignedIn principal = new SignedIn(actor);
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public void as(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return true;
        });
    }
}
