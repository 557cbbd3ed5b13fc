package vn.binhquyen.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.GenericFilterBean;
import vn.binhquyen.access.Identities;
import vn.binhquyen.access.SignedIn;

/**
 * Gives each request the rights that its person has now, not those of the moment of signing in: a closed account is
 * nobody at once, a post counts on its days alone, a changed role counts from the next click, and whoever comes to a
 * role over others' data owes the second factor from there on. One query, and only where somebody asks who acts.
 */
final class PresentRights extends GenericFilterBean {
    private final Identities identities;
    private final Entrance entrance;

    PresentRights(Identities identities, Entrance entrance) {
        this.identities = identities;
        this.entrance = entrance;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Supplier<SecurityContext> signedIn = SecurityContextHolder.getDeferredContext();
        SecurityContextHolder.setDeferredContext(SingletonSupplier.of(() -> refreshed(signedIn.get())));
        chain.doFilter(request, response);
    }

    private SecurityContext refreshed(SecurityContext context) {
        Authentication authentication = context.getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn before)) {
            return context;
        }
        SecurityContext changed = SecurityContextHolder.createEmptyContext();
        identities.present(before).ifPresent(now -> changed.setAuthentication(entrance.still(now, authentication)));
        return changed;
    }
}
