package vn.binhquyen.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Gives each request the rights that its person has now, not those of the moment of signing in: a closed account is
 * nobody at once, a post counts on its days alone, and a changed role counts from the next click. One query, and only
 * where somebody asks who acts.
 */
final class PresentRights extends GenericFilterBean {
    private final SeatRows seats;

    PresentRights(SeatRows seats) {
        this.seats = seats;
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
        Optional<SignedIn> present = present(before);
        if (present.isPresent() && present.get().equals(before)) {
            return context;
        }
        SecurityContext changed = SecurityContextHolder.createEmptyContext();
        present.ifPresent(now -> changed.setAuthentication(as(now, authentication)));
        return changed;
    }

    /** The place that was chosen, else the first of today's; nobody where there is none. */
    private Optional<SignedIn> present(SignedIn before) {
        List<Seat> today = seats.of(before.actor().account());
        return today.stream()
                .filter(before::sitsIn)
                .findFirst()
                .or(() -> today.stream().findFirst())
                .map(seat -> new SignedIn(seat.actor(), seat.delegation()));
    }

    /** The same sign-in, its other authorities included, in another place. */
    static Authentication as(SignedIn now, Authentication authentication) {
        return authentication.toBuilder()
                .principal(now)
                .authorities(authorities -> {
                    authorities.removeIf(
                            held -> String.valueOf(held.getAuthority()).startsWith("ROLE_"));
                    authorities.addAll(now.getAuthorities());
                })
                .build();
    }
}
