package vn.binhquyen.access.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.LiveSessions;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Thing;

/** Where one is signed in, and signing out from afar. */
@Service
@Transactional
public class Sessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final LiveSessions live;
    private final AuditLog audit;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, LiveSessions live, AuditLog audit) {
        this.sessions = sessions;
        this.live = live;
        this.audit = audit;
    }

    /**
     * One open session.
     *
     * @param handle names it on a page without giving its id away, which would open it
     * @param here whether it is the one that asks
     */
    public record Open(
            String handle,
            String device,
            @Nullable String address,
            OffsetDateTime since,
            OffsetDateTime lastUsed,
            boolean here) {}

    /** This one first, then the last used. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Open> own(Actor actor, String here) {
        return of(actor).values().stream()
                .map(session -> open(session, here))
                .sorted(Comparator.comparing(Open::here)
                        .thenComparing(Open::lastUsed)
                        .reversed())
                .toList();
    }

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public void end(Actor actor, String handle) {
        String id = of(actor).keySet().stream()
                .filter(session -> handle(session).equals(handle))
                .findFirst()
                .orElseThrow(() -> new NotFound("session", handle));
        audit.record(actor, "signed-out-from-afar", "sign-in", actor.account(), Map.of("sessions", 1));
        live.end(id);
    }

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public void endOthers(Actor actor, String here) {
        int others = of(actor).size() - 1;
        audit.record(actor, "signed-out-from-afar", "sign-in", actor.account(), Map.of("sessions", others));
        live.endAllBut(actor.account(), here);
    }

    private Map<String, ? extends Session> of(Actor actor) {
        return sessions.findByPrincipalName(actor.account().toString());
    }

    private static Open open(Session session, String here) {
        SignInPlace place = session.getAttribute(SignInPlace.ATTRIBUTE);
        return new Open(
                handle(session.getId()),
                place == null ? "" : place.device(),
                place == null ? null : place.address(),
                utc(place == null ? session.getCreationTime() : place.since()),
                utc(session.getLastAccessedTime()),
                session.getId().equals(here));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String handle(String id) {
        return HexFormat.of().formatHex(Secrets.hash(id), 0, 12);
    }
}
