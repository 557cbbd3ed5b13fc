package vn.binhquyen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Identities;
import vn.binhquyen.kernel.AccountId;

/** The second step: a code of the generator, or one of the recovery codes, from who is half in. */
final class SecondFactorSignIn extends AbstractAuthenticationProcessingFilter {
    private final Identities identities;
    private final CodeGenerators generators;
    private final RecoveryCodes recovery;
    private final SignInFailures failures;
    private final Entrance entrance;

    SecondFactorSignIn(
            Identities identities,
            CodeGenerators generators,
            RecoveryCodes recovery,
            SignInFailures failures,
            Entrance entrance) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in/code"));
        this.identities = identities;
        this.generators = generators;
        this.recovery = recovery;
        this.failures = failures;
        this.entrance = entrance;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        Authentication half = SecurityContextHolder.getContext().getAuthentication();
        if (half == null || !(half.getPrincipal() instanceof HalfSignedIn person)) {
            throw new InsufficientAuthenticationException("the first step is missing");
        }
        Account account = identities
                .open(person.account())
                .orElseThrow(() -> new InsufficientAuthenticationException("the account was closed"));
        String typed = request.getParameter("code");
        return entrance.by(account, half, proof(account.id(), typed == null ? "" : typed, Origin.of(request)));
    }

    private Proof proof(AccountId account, String typed, Origin origin) {
        String counted = account.toString();
        if (failures.tooManyCodes(counted)) {
            throw new LockedException("too many wrong codes");
        }
        if (generators.check(account, typed)) {
            failures.forget(counted, origin, false);
            return Proof.CODE;
        }
        if (recovery.use(account, typed)) {
            failures.forget(counted, origin, false);
            return Proof.RECOVERY_CODE;
        }
        failures.note(counted, origin, false, SignInFailures.Kind.CODE);
        throw new BadCredentialsException("wrong code");
    }
}
