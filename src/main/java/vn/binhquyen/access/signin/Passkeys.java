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
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** One's own passkeys: seen and removed here, added by the browser. */
@Service
@Transactional
public class Passkeys {
    private final PasskeyRows rows;
    private final CodeGenerators generators;
    private final SecondFactorPolicy policy;
    private final AuditLog audit;

    Passkeys(PasskeyRows rows, CodeGenerators generators, SecondFactorPolicy policy, AuditLog audit) {
        this.rows = rows;
        this.generators = generators;
        this.policy = policy;
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

    /** @throws Refused where it is the only second factor of somebody who doesn't go without */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public void remove(Actor actor, String id) {
        List<CredentialRecord> all = rows.findByUserId(PasskeyRows.userOf(actor.account()));
        CredentialRecord passkey = all.stream()
                .filter(one -> id(one).equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("passkey", id));
        if (all.size() == 1 && policy.demandedOf(actor.roles()) && !generators.has(actor.account())) {
            throw new Refused("signin.passkey.only");
        }
        rows.delete(passkey.getCredentialId());
        audit.record(actor, "passkey-removed", "account", actor.account(), Map.of("passkey", passkey.getLabel()));
    }

    private static String id(CredentialRecord passkey) {
        return passkey.getCredentialId().toBase64UrlString();
    }
}
