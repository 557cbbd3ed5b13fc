package vn.binhquyen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.Identities;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;

/** Proves once more, in an open session, who sits there: by password or by a code; by passkey as when signing in. */
@Component
@Transactional
public class Confirmation {
    private static final String USUALLY = "/account/security";

    private final Identities identities;
    private final PasswordEncoder passwords;
    private final CodeGenerators generators;
    private final SignInFailures failures;
    private final Entrance entrance;
    private final AuditLog audit;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final KeptForm kept;

    Confirmation(
            Identities identities,
            PasswordEncoder passwords,
            CodeGenerators generators,
            SignInFailures failures,
            Entrance entrance,
            KeptForm kept,
            AuditLog audit) {
        this.identities = identities;
        this.passwords = passwords;
        this.generators = generators;
        this.failures = failures;
        this.entrance = entrance;
        this.kept = kept;
        this.audit = audit;
    }

    /**
     * @param typed the password, or the code that the generator shows
     * @return the address of what the person wanted to do
     * @throws Refused where it is neither, or was tried too often
     */
    @Transactional(noRollbackFor = Refused.class)
    public String confirm(Actor actor, String typed, HttpServletRequest request, HttpServletResponse response) {
        Proof proof = proof(actor.account(), typed, Origin.of(request));
        audit.record(actor, "confirmed-again", "sign-in", actor.account(), Map.of("by", proof));
        enter(proof, request, response);
        return kept.addressFor(actor.account(), request, response).orElse(USUALLY);
    }

    private Proof proof(AccountId account, String typed, Origin origin) {
        String counted = account.toString();
        if (failures.tooManyCodes(counted)) {
            throw new Refused("signin.confirm.wait");
        }
        if (passwords.matches(typed, identities.passwordHash(account).orElseThrow())) {
            failures.forget(counted, origin, false);
            return Proof.PASSWORD;
        }
        if (generators.check(account, typed)) {
            failures.forget(counted, origin, false);
            return Proof.CODE;
        }
        failures.note(counted, origin, false, SignInFailures.Kind.PASSWORD);
        throw new Refused("signin.confirm.wrong");
    }

    private void enter(Proof proof, HttpServletRequest request, HttpServletResponse response) {
        Authentication before =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        SignedIn person = (SignedIn) Objects.requireNonNull(before.getPrincipal());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(entrance.again(person, before, proof));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        contexts.saveContext(context, request, response);
    }
}
