package vn.binhquyen.access.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** What a person showed on the way in. A session carries each as an authority, with its time. */
enum Proof {
    PASSWORD(FactorGrantedAuthority.PASSWORD_AUTHORITY, false),
    PROVIDER(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY, false),
    /** An OpenID provider that says itself that it asked for two factors. */
    PROVIDER_TWICE("FACTOR_AUTHORIZATION_CODE_MFA", true),
    /** A passkey is something one has, opened by something one knows or is. */
    PASSKEY(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, true),
    CODE("FACTOR_TOTP", true),
    RECOVERY_CODE("FACTOR_RECOVERY_CODE", true);

    private final String authority;
    private final boolean enough;

    Proof(String authority, boolean enough) {
        this.authority = authority;
        this.enough = enough;
    }

    GrantedAuthority at(Instant moment) {
        return FactorGrantedAuthority.withAuthority(authority).issuedAt(moment).build();
    }

    static Set<Proof> of(Collection<? extends GrantedAuthority> authorities) {
        Set<Proof> shown = EnumSet.noneOf(Proof.class);
        for (Proof proof : values()) {
            if (authorities.stream().anyMatch(one -> proof.authority.equals(one.getAuthority()))) {
                shown.add(proof);
            }
        }
        return shown;
    }

    /** Whether any was shown at that moment or later. */
    static boolean since(Collection<? extends GrantedAuthority> authorities, Instant moment) {
        return authorities.stream()
                .anyMatch(one -> one instanceof FactorGrantedAuthority factor
                        && !factor.getIssuedAt().isBefore(moment));
    }

    /** Whether these are two factors, or worth two. */
    static boolean enough(Collection<? extends GrantedAuthority> authorities) {
        return of(authorities).stream().anyMatch(proof -> proof.enough);
    }
}
