package vn.binhquyen.access.signin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.kernel.AccountId;

/** Says how far somebody is in who has shown these proofs: signed in, or half, with the second factor still owed. */
@Component
class Entrance {
    private final SecondFactorPolicy policy;
    private final CodeGenerators generators;
    private final PasskeyRows passkeys;
    private final Clock clock;

    Entrance(SecondFactorPolicy policy, CodeGenerators generators, PasskeyRows passkeys, Clock clock) {
        this.policy = policy;
        this.generators = generators;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    Authentication by(Account account, Proof proof) {
        return with(account, List.of(proof.at(clock.instant())));
    }

    /** The same session with one proof more. */
    Authentication by(Account account, Authentication before, Proof proof) {
        List<GrantedAuthority> factors = new ArrayList<>(factors(before));
        factors.add(proof.at(clock.instant()));
        return with(account, factors);
    }

    /** The same session in the same place, whose person has just shown this proof once more. */
    Authentication again(SignedIn person, Authentication before, Proof proof) {
        GrantedAuthority shown = proof.at(clock.instant());
        List<GrantedAuthority> factors = new ArrayList<>(factors(before));
        factors.removeIf(factor -> Objects.equals(factor.getAuthority(), shown.getAuthority()));
        factors.add(shown);
        return whole(person, factors);
    }

    /** Whether the account has a second factor to show: a code generator or a passkey. */
    boolean isEnrolled(AccountId account) {
        return generators.has(account) || passkeys.any(account);
    }

    /** Whoever came to a role over others' data while signed in owes the second factor from now on. */
    Authentication still(SignedIn now, Authentication before) {
        List<GrantedAuthority> factors = factors(before);
        if (!Proof.enough(factors) && policy.demandedOf(now.actor().roles())) {
            AccountId account = now.actor().account();
            return half(account, now.actor().name(), factors, isEnrolled(account));
        }
        return now.equals(before.getPrincipal()) ? before : whole(now, factors);
    }

    private Authentication with(Account account, List<GrantedAuthority> factors) {
        if (Proof.enough(factors)) {
            return whole(new SignedIn(account.actor()), factors);
        }
        return generators.has(account.id()) || policy.demandedOf(account.roles())
                ? half(account.id(), account.name(), factors, isEnrolled(account.id()))
                : whole(new SignedIn(account.actor()), factors);
    }

    private static Authentication whole(SignedIn principal, Collection<GrantedAuthority> factors) {
        List<GrantedAuthority> authorities = new ArrayList<>(principal.getAuthorities());
        authorities.addAll(factors);
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
    }

    private static Authentication half(
            AccountId account, String name, Collection<GrantedAuthority> factors, boolean enrolled) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new HalfSignedIn(account, name, enrolled), null, factors);
    }

    private static List<GrantedAuthority> factors(Authentication before) {
        return before.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(GrantedAuthority.class::cast)
                .toList();
    }
}
