package vn.binhquyen.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;

/** The door of this room: the accounts of people. */
@Service
@Transactional
public class Accounts {
    private final AccountRows rows;
    private final PostRows posts;
    private final PostChanges changes;
    private final Grants grants;
    private final AccountHistory history;
    private final LiveSessions sessions;
    private final PasswordRule passwordRule;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRows rows,
            PostRows posts,
            PostChanges changes,
            Grants grants,
            AccountHistory history,
            LiveSessions sessions,
            PasswordRule passwordRule,
            PasswordEncoder passwords,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.changes = changes;
        this.grants = grants;
        this.history = history;
        this.sessions = sessions;
        this.passwordRule = passwordRule;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
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
        requireFree(account);
        AccountId id = insert(actor, account);
        changes.begin(actor, id, agency, firstPost(account));
        return id;
    }

    /**
     * Changes the person, and the post in which the account is shown. Another agency moves the person there today; where
     * there is no post today only the person is changed.
     *
     * @param agency the agency that the account gets, named apart so that the right to it is checked
     * @throws Conflict where somebody else changed it since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void change(Actor actor, AccountId id, AgencyId agency, AccountChange change) {
        if (!agency.equals(change.agency()) || !id.equals(change.id())) {
            throw new IllegalArgumentException("the change is of another account");
        }
        Account before = rows.one(id);
        if (change.roles().isEmpty()) {
            throw new Refused("access.role-missing");
        }
        boolean anotherPost =
                !change.roles().equals(before.roles()) || !change.agency().equals(before.agency());
        if (anotherPost || !change.active()) {
            Grants.requireAnother(actor, id);
        }
        grants.requireMayTouchAll(actor, id);
        requireFreeEmail(change.person(), id);
        rows.update(id, change.person(), change.active(), change.version(), now(), actor.account());
        if (before.active() && !change.active()) {
            requireLeft(id);
        }
        if (before.inPost()) {
            changePost(actor, before, change);
        }
        audit.recordChange(actor, "changed", "account", id, AccountHistory.changes(before, rows.one(id)));
        if (!change.active()) {
            sessions.endAll(id);
        }
    }

    private void changePost(Actor actor, Account before, AccountChange change) {
        Post post = posts.one(before.post());
        if (!change.agency().equals(before.agency())) {
            LocalDate today = LocalDate.now(clock);
            changes.move(
                    actor,
                    post,
                    change.agency(),
                    new NewPost(change.position(), change.roles(), today, post.lastDay()));
        } else if (!change.roles().equals(before.roles())) {
            changes.describe(actor, post, change.position(), change.roles());
        } else if (!Objects.equals(change.position(), before.position())) {
            posts.update(
                    post.id(), post.agency(), change.position(), post.roles(), post.lastDay(), now(), actor.account());
        }
    }

    private void requireLeft(AccountId closed) {
        boolean keeper = posts.of(closed).stream()
                .anyMatch(post ->
                        post.covers(LocalDate.now(clock)) && post.roles().contains(Role.SYSTEM_ADMINISTRATOR));
        if (keeper) {
            grants.requireAnotherSystemAdministrator(closed);
        }
    }

    /** Sets a password for somebody who lost theirs; whoever is signed in to the account is signed out, and its tokens end. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void resetPassword(Actor actor, AccountId id, String password) {
        grants.requireMayTouchAll(actor, id);
        setPassword(actor, id, password);
        sessions.endAll(id);
    }

    /**
     * Changes one's own password, signs the account out everywhere else and ends its tokens; needs no right, only the
     * present password.
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
        AccountId id = insert(founder, account);
        changes.insert(founder, id, account.agency(), firstPost(account));
        return id;
    }

    /** The account of somebody who was invited, who chooses user name and password. */
    AccountId openInvited(Actor inviter, Person person, NewAccount account) {
        passwordRule.require(account.password(), account.username(), account.name());
        if (rows.usernameTaken(account.username())) {
            throw new Refused("access.username-not-free");
        }
        boolean meanwhile = person.email() != null && rows.emailTaken(person.email(), null);
        Person known = meanwhile ? new Person(person.name(), null, person.phone()) : person;
        AccountId id =
                rows.insert(known, account.username(), passwords.encode(account.password()), now(), inviter.account());
        changes.insert(inviter, id, account.agency(), firstPost(account));
        return id;
    }

    private void requireFree(NewAccount account) {
        passwordRule.require(account.password(), account.username(), account.name());
        if (rows.usernameTaken(account.username())) {
            throw new Refused("access.username-taken", account.username());
        }
    }

    private void requireFreeEmail(Person person, AccountId but) {
        if (person.email() != null && rows.emailTaken(person.email(), but)) {
            throw new Refused("access.email-taken", person.email());
        }
    }

    private AccountId insert(Actor actor, NewAccount account) {
        passwordRule.require(account.password(), account.username(), account.name());
        AccountId id = rows.insert(
                new Person(account.name(), null, null),
                account.username(),
                passwords.encode(account.password()),
                now(),
                actor.account());
        audit.record(actor, "opened", "account", id, Map.of("username", account.username(), "roles", account.roles()));
        return id;
    }

    private NewPost firstPost(NewAccount account) {
        if (account.roles().isEmpty()) {
            throw new Refused("access.role-missing");
        }
        return new NewPost(account.position(), account.roles(), LocalDate.now(clock), null);
    }

    private void setPassword(Actor actor, AccountId id, String password) {
        Account account = rows.one(id);
        passwordRule.require(password, account.username(), account.name());
        rows.updatePassword(id, passwords.encode(password), now(), actor.account());
        audit.record(actor, "password-set", "account", id, Map.of());
        events.publishEvent(new PasswordSet(actor, id));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
