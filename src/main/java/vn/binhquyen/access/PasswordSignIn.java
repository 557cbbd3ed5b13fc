package vn.binhquyen.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs a person in by user name and password; an unknown name costs as much time as a wrong password. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final AccountRows rows;
    private final PasswordEncoder passwords;
    private final SignInFailures failures;
    private final String hashOfNobody;

    PasswordSignIn(AccountRows rows, PasswordEncoder passwords, SignInFailures failures) {
        this.rows = rows;
        this.passwords = passwords;
        this.failures = failures;
        this.hashOfNobody = passwords.encode("nobody's password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (failures.tooMany(username, address)) {
            throw new LockedException("too many failed sign-ins");
        }
        String password = String.valueOf(attempt.getCredentials());
        Account account = rows.named(username).filter(Account::mayAct).orElse(null);
        if (!passwords.matches(password, hashOf(account)) || account == null) {
            failures.note(username, address);
            throw new BadCredentialsException("wrong user name or password");
        }
        failures.forget(username, address);
        SignedIn principal = new SignedIn(account.actor());
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }

    private String hashOf(@Nullable Account account) {
        return account == null ? hashOfNobody : rows.passwordHash(account.id()).orElse(hashOfNobody);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
