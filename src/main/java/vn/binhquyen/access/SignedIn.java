package vn.binhquyen.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import vn.binhquyen.kernel.Actor;

/**
 * The principal of a signed-in session: the actor and nothing secret.
 *
 * @param delegation by which the actor acts for somebody absent; null in a post of one's own
 */
public record SignedIn(Actor actor, @Nullable DelegationId delegation) implements UserDetails {
    public SignedIn(Actor actor) {
        this(actor, null);
    }

    /** Whether this is the place that was chosen: the same delegation, or the own post in the same agency. */
    boolean sitsIn(Seat seat) {
        return delegation == null
                ? seat.delegation() == null && seat.actor().agency().equals(actor.agency())
                : delegation.equals(seat.delegation());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return actor.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return actor.account().toString();
    }

    List<String> roleNames() {
        return actor.roles().stream().map(Enum::name).sorted().toList();
    }
}
