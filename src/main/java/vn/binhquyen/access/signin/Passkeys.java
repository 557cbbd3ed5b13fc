package vn.binhquyen.access.signin;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Thing;

/** One's own passkeys: seen and removed here, added by the browser. */
@Service
@Transactional
public class Passkeys {
    private final PasskeyRows rows;
    private final AuditLog audit;

    Passkeys(PasskeyRows rows, AuditLog audit) {
        this.rows = rows;
        this.audit = audit;
    }

    public record Passkey(String id, String name, OffsetDateTime created, OffsetDateTime lastUsed) {}

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Passkey> own(Actor actor) {
        return rows.findByUserId(PasskeyRows.userOf(actor.account())).stream()
                .map(passkey -> new Passkey(
                        id(passkey),
                        passkey.getLabel(),
                        passkey.getCreated().atOffset(ZoneOffset.UTC),
                        passkey.getLastUsed().atOffset(ZoneOffset.UTC)))
                .sorted(Comparator.comparing(Passkey::created))
                .toList();
    }

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public void remove(Actor actor, String id) {
        CredentialRecord passkey = rows.findByUserId(PasskeyRows.userOf(actor.account())).stream()
                .filter(one -> id(one).equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("passkey", id));
        rows.delete(passkey.getCredentialId());
        audit.record(actor, "passkey-removed", "account", actor.account(), Map.of("passkey", passkey.getLabel()));
    }

    private static String id(CredentialRecord passkey) {
        return passkey.getCredentialId().toBase64UrlString();
    }
}
