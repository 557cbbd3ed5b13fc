package vn.binhquyen.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;

/** The door of this room: the accounts of people. */
@Service
@Transactional
public class Accounts {
    private final AccountRows rows;
    private final AccountHistory history;
    private final LiveSessions sessions;
    private final PasswordRule passwordRule;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(
            AccountRows rows,
            AccountHistory history,
            LiveSessions sessions,
            PasswordRule passwordRule,
            PasswordEncoder passwords,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.sessions = sessions;
        this.passwordRule = passwordRule;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public Account account(AccountId id) {
        return rows.one(id);
    }

    /** The actor's own account. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public Account own(Actor actor) {
        return rows.one(actor.account());
    }

    /** What was done to the account, newest first. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<AccountEvent> history(AccountId id) {
        return history.of(rows.one(id));
    }

    /** @param agency the agency of the account, named apart so that the right to it is checked */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public AccountId open(Actor actor, AgencyId agency, NewAccount account) {
        if (!agency.equals(account.agency())) {
            throw new IllegalArgumentException("the account belongs to another agency");
        }
        return insert(actor, account);
    }

    /** @param agency the agency that the account gets, named apart so that the right to it is checked */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void change(Actor actor, AccountId id, AgencyId agency, AccountChange change) {
        if (!agency.equals(change.agency()) || !id.equals(change.id())) {
            throw new IllegalArgumentException("the change is of another account");
        }
        Account before = rows.one(id);
        requireRole(change.roles());
        if (id.equals(actor.account())
                && (!change.active()
                        || !change.roles().equals(before.roles())
                        || !change.agency().equals(before.agency()))) {
            throw new Refused("access.own-rights");
        }
        rows.update(change, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "changed", "account", id, AccountHistory.difference(before, rows.one(id)));
        if (!change.active()) {
            sessions.endAll(id);
        }
    }

    /** Sets a password for somebody who lost theirs; whoever is signed in to the account is signed out. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void resetPassword(Actor actor, AccountId id, String password) {
        setPassword(actor, id, password);
        sessions.endAll(id);
    }

    /**
     * Changes one's own password and signs the account out everywhere else; needs no right, only the present password.
     *
     * @param session the session that goes on; null where there is none
     */
    public void changeOwnPassword(Actor actor, String present, String next, @Nullable String session) {
        if (!passwords.matches(present, rows.passwordHash(actor.account()).orElseThrow())) {
            throw new Refused("access.wrong-password");
        }
        setPassword(actor, actor.account(), next);
        sessions.endAllBut(actor.account(), session);
    }

    /** The first administrator of an empty installation; refused as soon as there is any account. */
    public AccountId openFirst(Actor founder, NewAccount account) {
        if (!rows.none()) {
            throw new Refused("access.accounts-exist");
        }
        return insert(founder, account);
    }

    private AccountId insert(Actor actor, NewAccount account) {
        requireRole(account.roles());
        passwordRule.require(account.password(), account.username(), account.name());
        if (rows.named(account.username()).isPresent()) {
            throw new Refused("access.username-taken", account.username());
        }
        AccountId id =
                rows.insert(account, passwords.encode(account.password()), OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "opened", "account", id, Map.of("username", account.username(), "roles", account.roles()));
        return id;
    }

    private void setPassword(Actor actor, AccountId id, String password) {
        Account account = rows.one(id);
        passwordRule.require(password, account.username(), account.name());
        rows.updatePassword(id, passwords.encode(password), OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "password-set", "account", id, Map.of());
    }

    private static void requireRole(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new Refused("access.role-missing");
        }
    }
}
