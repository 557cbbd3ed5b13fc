package vn.binhquyen.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** The door of this room: the accounts of people. */
@Service
@Transactional
public class Accounts {
    static final int SHORTEST_PASSWORD = 10;

    private final AccountRows rows;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(AccountRows rows, PasswordEncoder passwords, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Accounts of the unit and below whose name, user name or agency contains the words; at most 500. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Account> within(UnitId unit, String words) {
        return rows.within(unit, words);
    }

    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public Account account(AccountId id) {
        return rows.one(id);
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
        if (id.equals(actor.account()) && (!change.active() || !change.roles().equals(actor.roles()))) {
            throw new Refused("access.own-rights");
        }
        rows.update(change, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "changed", "account", id, Map.of("roles", change.roles(), "active", change.active()));
    }

    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void resetPassword(Actor actor, AccountId id, String password) {
        setPassword(actor, id, password);
    }

    /** Changes one's own password; needs no right, only the present password. */
    public void changeOwnPassword(Actor actor, String present, String next) {
        if (!passwords.matches(present, rows.passwordHash(actor.account()).orElseThrow())) {
            throw new Refused("access.wrong-password");
        }
        setPassword(actor, actor.account(), next);
    }

    /** The first administrator of an empty installation; refused as soon as there is any account. */
    public AccountId openFirst(Actor founder, NewAccount account) {
        if (!rows.none()) {
            throw new Refused("access.accounts-exist");
        }
        return insert(founder, account);
    }

    private AccountId insert(Actor actor, NewAccount account) {
        requireLongEnough(account.password());
        if (rows.named(account.username()).isPresent()) {
            throw new Refused("access.username-taken", account.username());
        }
        AccountId id =
                rows.insert(account, passwords.encode(account.password()), OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "opened", "account", id, Map.of("username", account.username(), "roles", account.roles()));
        return id;
    }

    private void setPassword(Actor actor, AccountId id, String password) {
        requireLongEnough(password);
        rows.updatePassword(id, passwords.encode(password), OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "password-set", "account", id, Map.of());
    }

    private static void requireLongEnough(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new Refused("access.password-too-short", SHORTEST_PASSWORD);
        }
    }
}
