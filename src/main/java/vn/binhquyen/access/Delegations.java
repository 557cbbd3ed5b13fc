package vn.binhquyen.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/**
 * Leaving one's work to another for the days of an absence. Only the holder of a post leaves it, from the post itself: who
 * acts for somebody has no post there to leave on.
 */
@Service
@Transactional
public class Delegations {
    private final DelegationRows rows;
    private final PostRows posts;
    private final AccountRows accounts;
    private final AuditLog audit;
    private final Clock clock;

    Delegations(DelegationRows rows, PostRows posts, AccountRows accounts, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those by the actor and those to the actor, the latest first. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Delegation> own(Actor actor) {
        return rows.about(actor.account());
    }

    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Delegation> of(AccountId account) {
        return rows.about(account);
    }

    /** Leaves some of the roles of the post in which the actor acts to another person. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public DelegationId delegate(Actor actor, NewDelegation delegation) {
        LocalDate today = LocalDate.now(clock);
        Post post = posts.in(actor.account(), actor.agency(), today)
                .filter(own -> own.roles().equals(actor.roles()))
                .orElseThrow(() -> new Refused("access.delegation.not-yours"));
        Account delegate = accounts.named(delegation.username())
                .filter(Account::active)
                .orElseThrow(() -> new Refused("access.delegation.nobody"));
        if (delegate.id().equals(actor.account())) {
            throw new Refused("access.delegation.oneself");
        }
        if (delegation.roles().isEmpty()) {
            throw new Refused("access.role-missing");
        }
        if (!post.roles().containsAll(delegation.roles())) {
            throw new Refused("access.delegation.more-than-own");
        }
        if (delegation.lastDay().isBefore(delegation.from())
                || delegation.lastDay().isBefore(today)) {
            throw new Refused("access.delegation.over");
        }
        if (!post.covers(delegation.from()) || !post.covers(delegation.lastDay())) {
            throw new Refused("access.delegation.outside-post");
        }
        if (rows.taken(post.id(), delegate.id(), delegation.from(), delegation.lastDay())) {
            throw new Refused("access.delegation.taken");
        }
        DelegationId id = rows.insert(post.id(), delegate.id(), delegation, now(), actor.account());
        record(actor, "delegated", rows.one(id));
        return id;
    }

    /** Ends what one left to another, or what one was left, before its last day. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public void endOwn(Actor actor, DelegationId id) {
        Delegation delegation = rows.one(id);
        boolean absent = posts.one(delegation.post()).account().equals(actor.account());
        if (!absent && !delegation.account().equals(actor.account())) {
            throw new AccessRefused(actor.account() + " has no part in " + id);
        }
        end(actor, id);
    }

    /** Ends a delegation in place of those whom it concerns. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void end(Actor actor, DelegationId id) {
        if (rows.end(id, now(), actor.account())) {
            record(actor, "delegation-ended", rows.one(id));
        }
    }

    private void record(Actor actor, String action, Delegation delegation) {
        audit.record(
                actor,
                action,
                "account",
                posts.one(delegation.post()).account(),
                Map.of(
                        "account", delegation.delegate(),
                        "roles", delegation.roles(),
                        "from", delegation.from(),
                        "lastDay", delegation.lastDay(),
                        "reason", delegation.reason()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
