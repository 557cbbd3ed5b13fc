package vn.binhquyen.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;

/** What can become of a post, with the rules that hold whichever page or job asks; who calls has bumped the account's version. */
@Component
class PostChanges {
    private final PostRows rows;
    private final DelegationRows delegations;
    private final Grants grants;
    private final Organization organization;
    private final Clock clock;

    PostChanges(PostRows rows, DelegationRows delegations, Grants grants, Organization organization, Clock clock) {
        this.rows = rows;
        this.delegations = delegations;
        this.grants = grants;
        this.organization = organization;
        this.clock = clock;
    }

    PostId begin(Actor actor, AccountId account, AgencyId agencyId, NewPost post) {
        Agency agency = organization.agency(agencyId);
        grants.requireMayGive(actor, post.roles(), agency.unit());
        return insert(actor, account, agencyId, post);
    }

    /** Without asking whether the roles are the actor's to give: that was asked when the person was invited. */
    PostId insert(Actor actor, AccountId account, AgencyId agency, NewPost post) {
        if (post.lastDay() != null && post.lastDay().isBefore(post.from())) {
            throw new Refused("access.post.ends-before-it-begins");
        }
        if (rows.taken(account, agency, post.from(), post.lastDay(), null)) {
            throw new Refused("access.post.taken");
        }
        return rows.insert(account, agency, post, now(), actor.account());
    }

    void describe(Actor actor, Post post, @Nullable String position, Set<Role> roles) {
        grants.requireMayGive(actor, post.roles(), post.unit());
        grants.requireMayGive(actor, roles, post.unit());
        if (!roles.contains(Role.SYSTEM_ADMINISTRATOR)) {
            requireLeft(post);
        }
        rows.update(post.id(), post.agency(), position, roles, post.lastDay(), now(), actor.account());
    }

    /** The old post ends the day before the new one begins; one that would not have lasted a day is put right instead. */
    void move(Actor actor, Post post, AgencyId agencyId, NewPost next) {
        Agency agency = organization.agency(agencyId);
        if (next.from().isAfter(post.from())) {
            end(actor, post, next.from().minusDays(1));
            begin(actor, post.account(), agencyId, next);
            return;
        }
        grants.requireMayGive(actor, post.roles(), post.unit());
        grants.requireMayGive(actor, next.roles(), agency.unit());
        if (next.from().isBefore(post.from())) {
            throw new Refused("access.post.moves-before-it-begins");
        }
        if (rows.taken(post.account(), agencyId, post.from(), post.lastDay(), post.id())) {
            throw new Refused("access.post.taken");
        }
        delegations.endOf(post.id(), now(), actor.account());
        rows.update(post.id(), agencyId, next.position(), next.roles(), next.lastDay(), now(), actor.account());
    }

    void end(Actor actor, Post post, LocalDate lastDay) {
        grants.requireMayGive(actor, post.roles(), post.unit());
        if (lastDay.isBefore(post.from())) {
            throw new Refused("access.post.ends-before-it-begins");
        }
        if (post.lastDay() != null && lastDay.isAfter(post.lastDay())) {
            throw new Refused("access.post.over-already");
        }
        requireLeft(post);
        rows.update(post.id(), post.agency(), post.position(), post.roles(), lastDay, now(), actor.account());
    }

    private void requireLeft(Post post) {
        if (post.roles().contains(Role.SYSTEM_ADMINISTRATOR)) {
            grants.requireAnotherSystemAdministrator(post.account());
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
