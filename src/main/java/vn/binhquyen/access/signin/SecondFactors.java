package vn.binhquyen.access.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Grants;
import vn.binhquyen.access.Identities;
import vn.binhquyen.access.LiveSessions;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** The second factor of an account: a code generator with its recovery codes; one's own, or reset by an administrator. */
@Service
@Transactional
public class SecondFactors {
    private final CodeGenerators generators;
    private final RecoveryCodes recovery;
    private final PasskeyRows passkeys;
    private final TokenRows tokens;
    private final KnownDevices devices;
    private final SecondFactorPolicy policy;
    private final Identities identities;
    private final PasswordEncoder passwords;
    private final LiveSessions sessions;
    private final Grants grants;
    private final AuditLog audit;
    private final Clock clock;

    SecondFactors(
            CodeGenerators generators,
            RecoveryCodes recovery,
            PasskeyRows passkeys,
            TokenRows tokens,
            KnownDevices devices,
            SecondFactorPolicy policy,
            Identities identities,
            PasswordEncoder passwords,
            LiveSessions sessions,
            Grants grants,
            AuditLog audit,
            Clock clock) {
        this.generators = generators;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.devices = devices;
        this.policy = policy;
        this.identities = identities;
        this.passwords = passwords;
        this.sessions = sessions;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How one's own account stands.
     *
     * @param demanded whether the person's roles don't go without
     * @param codesLeft recovery codes that were not used yet
     */
    public record State(boolean on, boolean demanded, int codesLeft) {}

    /** What an authenticator needs to know: to be scanned, or to be typed. */
    public record Setup(String typed, int size, String path) {}

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public State own(Actor actor) {
        return new State(
                generators.has(actor.account()), policy.demandedOf(actor.roles()), recovery.left(actor.account()));
    }

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public Setup begin(Actor actor) {
        return setup(identities.open(actor.account()).orElseThrow());
    }

    /** Sets the second factor up. @return the recovery codes, which can't be read again */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public List<String> confirm(Actor actor, String code) {
        return confirmed(actor, code);
    }

    /** New recovery codes instead of the earlier ones, for who knows the password. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public List<String> renewCodes(Actor actor, String password) {
        requirePassword(actor, password);
        audit.record(actor, "recovery-codes-renewed", "account", actor.account(), Map.of());
        return recovery.renew(actor.account());
    }

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public void remove(Actor actor, String password) {
        requirePassword(actor, password);
        if (policy.demandedOf(actor.roles())) {
            throw new Refused("signin.factor-demanded");
        }
        generators.remove(actor.account());
        audit.record(actor, "second-factor-removed", "account", actor.account(), Map.of());
    }

    /** For somebody who lost phone and paper: takes every second factor and token away and signs the account out everywhere. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void reset(Actor actor, AccountId id) {
        if (id.equals(actor.account())) {
            throw new Refused("signin.own-reset");
        }
        grants.requireMayTouchAll(actor, id);
        generators.remove(id);
        passkeys.removeAll(id);
        tokens.revokeAll(id, OffsetDateTime.now(clock));
        devices.forgetAll(id);
        audit.record(actor, "second-factor-reset", "account", id, Map.of());
        sessions.endAll(id);
    }

    boolean hasGenerator(AccountId account) {
        return generators.has(account);
    }

    Setup setup(Account account) {
        if (generators.has(account.id())) {
            throw new Refused("signin.factor-is-on");
        }
        byte[] secret = generators.begin(account.id());
        Codes.Picture picture = Codes.picture(Codes.uri(secret, account.username()));
        return new Setup(Codes.typed(secret), picture.size(), picture.path());
    }

    List<String> confirmed(Actor actor, String code) {
        if (!generators.confirm(actor.account(), code)) {
            throw new Refused("signin.code-wrong");
        }
        audit.record(actor, "second-factor-set", "account", actor.account(), Map.of());
        return recovery.renew(actor.account());
    }

    private void requirePassword(Actor actor, String password) {
        if (!passwords.matches(
                password, identities.passwordHash(actor.account()).orElseThrow())) {
            throw new Refused("access.wrong-password");
        }
    }
}
