package vn.binhquyen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Identities;
import vn.binhquyen.kernel.AccessRefused;

/** Sets up the second factor of somebody who is half in and has none yet; nothing else opens before. */
@Component
public class Enrolment {
    private final SecondFactors factors;
    private final Identities identities;
    private final Entrance entrance;
    private final Arrival arrival;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Enrolment(SecondFactors factors, Identities identities, Entrance entrance, Arrival arrival) {
        this.factors = factors;
        this.identities = identities;
        this.entrance = entrance;
        this.arrival = arrival;
    }

    /** Who is half in; nobody where the first step is missing or the second is done. */
    public Optional<HalfSignedIn> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof HalfSignedIn half
                ? Optional.of(half)
                : Optional.empty();
    }

    /** Whether codes are asked for, or a passkey is all that the person has. */
    public boolean showsCodes(HalfSignedIn half) {
        return factors.hasGenerator(half.account());
    }

    public SecondFactors.Setup begin() {
        return factors.setup(account());
    }

    /** Sets it up and lets the person in. @return the recovery codes, which can't be read again */
    public List<String> confirm(String code, HttpServletRequest request, HttpServletResponse response) {
        Account account = account();
        Authentication half = SecurityContextHolder.getContext().getAuthentication();
        List<String> codes = factors.confirmed(account.actor(), code);
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        Authentication whole = entrance.by(account, java.util.Objects.requireNonNull(half), Proof.CODE);
        context.setAuthentication(whole);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        arrival.note(request, response, whole);
        return codes;
    }

    private Account account() {
        return person().filter(half -> !half.enrolled() && !entrance.isEnrolled(half.account()))
                .flatMap(half -> identities.open(half.account()))
                .orElseThrow(() -> new AccessRefused("nobody here has a second factor to set up"));
    }
}
