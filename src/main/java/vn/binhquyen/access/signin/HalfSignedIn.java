package vn.binhquyen.access.signin;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import vn.binhquyen.kernel.AccountId;

/**
 * The principal of a session whose person has shown one factor and owes the second. It is no {@code SignedIn}, so it is
 * nobody to every façade and every page, whatever a rule about paths forgets.
 *
 * @param enrolled whether the person has a second factor to show; else one has to be set up first
 */
public record HalfSignedIn(AccountId account, String name, boolean enrolled) implements UserDetails {
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return account.toString();
    }

    String nextPage() {
        return enrolled ? "/sign-in/code" : "/sign-in/enrol";
    }
}
