package vn.binhquyen.access.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.PasswordSet;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Actor;

/** Whoever knew the earlier password may have made tokens with it, so a new password ends them all. */
@Component
class TokensEndWithPassword {
    private final TokenRows tokens;
    private final AuditLog audit;
    private final Clock clock;

    TokensEndWithPassword(TokenRows tokens, AuditLog audit, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void end(PasswordSet set) {
        int ended = tokens.revokeAll(set.account(), OffsetDateTime.now(clock));
        if (ended > 0) {
            Actor by = set.by();
            audit.record(by, "tokens-revoked", "account", set.account(), Map.of("tokens", ended));
        }
    }
}
