package vn.binhquyen.access.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.ApiScope;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** One's own tokens for other programs: made, seen and revoked by the person whose rights they borrow. */
@Service
@Transactional
@NamedInterface("tokens")
public class ApiTokens {
    public static final int LONGEST_DAYS = 365;
    private static final int MOST = 20;
    private static final int BYTES = 32;
    private static final String PREFIX = "bq_";

    private final TokenRows rows;
    private final AuditLog audit;
    private final Clock clock;

    ApiTokens(TokenRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    public record Token(
            UUID id,
            String name,
            Set<ApiScope> scopes,
            OffsetDateTime created,
            OffsetDateTime expires,
            @Nullable OffsetDateTime lastUsed) {}

    /** Those that still open something, the last made first. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Token> own(Actor actor) {
        return rows.of(actor.account(), OffsetDateTime.now(clock));
    }

    /** @return the token itself, which can't be read again */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public String make(Actor actor, String name, Set<ApiScope> scopes, int days) {
        if (scopes.isEmpty()) {
            throw new Refused("signin.token.scope-missing");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw new Refused("signin.token.days", LONGEST_DAYS);
        }
        if (!scopes.stream().allMatch(scope -> scope.heldBy(actor.roles()))) {
            throw new Refused("signin.token.not-yours");
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (rows.of(actor.account(), now).size() >= MOST) {
            throw new Refused("signin.token.too-many", MOST);
        }
        String word = PREFIX + Secrets.word(BYTES);
        UUID id = rows.insert(actor.account(), name.strip(), Secrets.hash(word), scopes, now, now.plusDays(days));
        audit.record(
                actor,
                "token-made",
                "account",
                actor.account(),
                Map.of("token", id, "name", name.strip(), "scopes", names(scopes), "days", days));
        return word;
    }

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public void revoke(Actor actor, UUID id) {
        if (!rows.revoke(actor.account(), id, OffsetDateTime.now(clock))) {
            throw new NotFound("token", id);
        }
        audit.record(actor, "token-revoked", "account", actor.account(), Map.of("token", id));
    }

    private static List<String> names(Set<ApiScope> scopes) {
        return scopes.stream().sorted().map(ApiScope::name).collect(Collectors.toList());
    }
}
