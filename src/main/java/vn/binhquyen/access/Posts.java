package vn.binhquyen.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Thing;

/** What people are, where and when; and the place in which each of them acts now. */
@Service
@Transactional
public class Posts {
    private final AccountRows accounts;
    private final PostRows rows;
    private final PostChanges changes;
    private final SeatRows seats;
    private final AuditLog audit;
    private final Clock clock;

    Posts(AccountRows accounts, PostRows rows, PostChanges changes, SeatRows seats, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.changes = changes;
        this.seats = seats;
        this.audit = audit;
        this.clock = clock;
    }

    /** All posts of a person, the latest first. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Post> of(AccountId account) {
        return rows.of(account);
    }

    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public Post post(PostId id) {
        return rows.one(id);
    }

    /** All posts of one's own, the latest first. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Post> own(Actor actor) {
        return rows.of(actor.account());
    }

    /** Where the actor may act today, one's own posts first. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Seat> seats(Actor actor) {
        return seats.of(actor.account());
    }

    /**
     * Chooses the place in which the actor acts from now on; a post of one's own is taken again at the next sign-in.
     *
     * @param key of a {@link Seat}
     * @throws NotFound where it is none of the actor's places of today
     */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public SignedIn sit(Actor actor, String key) {
        Seat chosen = seats.of(actor.account()).stream()
                .filter(seat -> seat.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("seat", key));
        if (chosen.delegation() == null) {
            seats.use(actor.account(), chosen.post());
        }
        return new SignedIn(chosen.actor(), chosen.delegation());
    }

    /**
     * Gives a person one more post.
     *
     * @throws Conflict where somebody else changed the account since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public PostId begin(Actor actor, AccountId account, AgencyId agency, NewPost post, long version) {
        Grants.requireAnother(actor, account);
        accounts.touch(account, version, now(), actor.account());
        PostId id = changes.begin(actor, account, agency, post);
        record(actor, "post-begun", id);
        return id;
    }

    /**
     * Moves a person: one post ends the day before, the next one begins.
     *
     * @throws Conflict where somebody else changed the account since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void move(Actor actor, PostId id, AgencyId agency, NewPost next, long version) {
        Post post = rows.one(id);
        Grants.requireAnother(actor, post.account());
        accounts.touch(post.account(), version, now(), actor.account());
        changes.move(actor, post, agency, next);
        rows.in(post.account(), agency, next.from()).ifPresent(moved -> record(actor, "moved", moved.id()));
    }

    /**
     * Ends a post on its last day; it stays in the person's history.
     *
     * @throws Conflict where somebody else changed the account since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void end(Actor actor, PostId id, LocalDate lastDay, long version) {
        Post post = rows.one(id);
        Grants.requireAnother(actor, post.account());
        accounts.touch(post.account(), version, now(), actor.account());
        changes.end(actor, post, lastDay);
        record(actor, "post-ended", id);
    }

    private void record(Actor actor, String action, PostId id) {
        Post post = rows.one(id);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("agency", post.agencyName());
        detail.put("roles", post.roles());
        detail.put("from", post.from());
        if (post.lastDay() != null) {
            detail.put("lastDay", post.lastDay());
        }
        audit.record(actor, action, "account", post.account(), detail);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
