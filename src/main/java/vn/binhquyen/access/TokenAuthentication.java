package vn.binhquyen.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Thing;

/** A program that acts in a person's name with a token: the person's rights, cut down to the token's scopes. */
public final class TokenAuthentication extends AbstractAuthenticationToken {
    private final SignedIn person;
    private final Set<ApiScope> scopes;

    public TokenAuthentication(SignedIn person, Set<ApiScope> scopes) {
        super(person.getAuthorities());
        this.person = person;
        this.scopes = Set.copyOf(scopes);
        setAuthenticated(true);
    }

    boolean covers(Action action, Thing thing) {
        return scopes.stream().anyMatch(scope -> scope.covers(action, thing));
    }

    public Set<ApiScope> scopes() {
        return scopes;
    }

    @Override
    public SignedIn getPrincipal() {
        return person;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenAuthentication token
                && super.equals(other)
                && person.equals(token.person)
                && scopes.equals(token.scopes);
    }

    @Override
    public int hashCode() {
        return 31 * person.hashCode() + scopes.hashCode();
    }
}
