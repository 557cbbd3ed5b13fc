package vn.binhquyen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Actor;

/** What is noted when somebody is in: the record, the place of the session, the device. */
@Component
@Transactional
class Arrival {
    private static final Duration DEVICE_KEPT = Duration.ofDays(365);
    private static final int MARK_BYTES = 24;

    private final AuditLog audit;
    private final KnownDevices devices;
    private final Clock clock;

    Arrival(AuditLog audit, KnownDevices devices, Clock clock) {
        this.audit = audit;
        this.devices = devices;
        this.clock = clock;
    }

    void note(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return;
        }
        Actor actor = signedIn.actor();
        Origin origin = Origin.of(request);
        String device = Agents.describe(origin.agent());
        List<Proof> proofs = List.copyOf(Proof.of(authentication.getAuthorities()));
        audit.record(
                actor,
                "signed-in",
                "sign-in",
                actor.account(),
                Map.of("by", proofs, "address", origin.address(), "device", device));
        devices.remember(actor.account(), origin.device() == null ? mark(request, response) : origin.device());
        request.getSession()
                .setAttribute(SignInPlace.ATTRIBUTE, new SignInPlace(origin.address(), device, clock.instant()));
    }

    private static String mark(HttpServletRequest request, HttpServletResponse response) {
        String mark = Secrets.word(MARK_BYTES);
        ResponseCookie cookie = ResponseCookie.from(Origin.COOKIE, mark)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(DEVICE_KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return Origin.hash(mark);
    }
}
