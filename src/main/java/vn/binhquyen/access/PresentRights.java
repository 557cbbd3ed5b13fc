package vn.binhquyen.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.GenericFilterBean;
import vn.binhquyen.kernel.Actor;

/**
 * Gives each request the rights that its person has now, not those of the moment of signing in: a closed account is
 * nobody at once, and a changed role or post counts from the next click. One query, and only where somebody asks who acts.
 */
final class PresentRights extends GenericFilterBean {
    private final AccountRows rows;

    PresentRights(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Supplier<SecurityContext> signedIn = SecurityContextHolder.getDeferredContext();
        SecurityContextHolder.setDeferredContext(SingletonSupplier.of(() -> refreshed(signedIn.get())));
        chain.doFilter(request, response);
    }

    private SecurityContext refreshed(SecurityContext context) {
        if (context.getAuthentication() == null
                || !(context.getAuthentication().getPrincipal() instanceof SignedIn before)) {
            return context;
        }
        Optional<Actor> present =
                rows.find(before.actor().account()).filter(Account::active).map(Account::actor);
        if (present.isPresent() && present.get().equals(before.actor())) {
            return context;
        }
        SecurityContext changed = SecurityContextHolder.createEmptyContext();
        present.map(SignedIn::new)
                .ifPresent(now -> changed.setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(now, null, now.getAuthorities())));
        return changed;
    }
}
