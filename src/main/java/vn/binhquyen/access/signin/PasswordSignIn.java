package vn.binhquyen.access.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Identities;

/** Lets a person in by user name and password; an unknown name costs as much time as a wrong password. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private static final Origin NOWHERE = new Origin("", null, "");

    private final Identities identities;
    private final PasswordEncoder passwords;
    private final SignInFailures failures;
    private final KnownDevices devices;
    private final Entrance entrance;
    private final String hashOfNobody;

    PasswordSignIn(
            Identities identities,
            PasswordEncoder passwords,
            SignInFailures failures,
            KnownDevices devices,
            Entrance entrance) {
        this.identities = identities;
        this.passwords = passwords;
        this.failures = failures;
        this.devices = devices;
        this.entrance = entrance;
        this.hashOfNobody = passwords.encode("nobody's password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        Origin origin = attempt.getDetails() instanceof Origin known ? known : NOWHERE;
        boolean known = devices.knows(username, origin);
        if (failures.tooMany(username, origin, known)) {
            throw new LockedException("too many failed sign-ins");
        }
        if (!known) {
            pause(failures.slowDown(username));
        }
        String password = String.valueOf(attempt.getCredentials());
        Account account = identities.open(username).orElse(null);
        if (!passwords.matches(password, hashOf(account)) || account == null) {
            failures.note(username, origin, known, SignInFailures.Kind.PASSWORD);
            throw new BadCredentialsException("wrong user name or password");
        }
        failures.forget(username, origin, known);
        return entrance.by(account, Proof.PASSWORD);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String hashOf(@Nullable Account account) {
        return account == null
                ? hashOfNobody
                : identities.passwordHash(account.id()).orElse(hashOfNobody);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
