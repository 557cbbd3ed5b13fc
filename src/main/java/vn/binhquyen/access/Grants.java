package vn.binhquyen.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/**
 * Who may give which role where. Administrators make administrators only in units below their own, and touch no account
 * that holds what they may not give or a post outside their reach; so nobody raises themselves by way of another.
 */
@Component
public class Grants {
    private final PostRows posts;
    private final Permissions permissions;
    private final Clock clock;

    Grants(PostRows posts, Permissions permissions, Clock clock) {
        this.posts = posts;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** @throws Refused where one of the roles is not the actor's to give there, or there is none */
    void requireMayGive(Actor actor, Set<Role> roles, UnitId unit) {
        if (roles.isEmpty()) {
            throw new Refused("access.role-missing");
        }
        if (!roles.stream().allMatch(role -> permissions.mayGive(actor, role, unit))) {
            throw new Refused("access.role-not-yours");
        }
    }

    /** @throws Refused where the account is the actor's own */
    static void requireAnother(Actor actor, AccountId account) {
        if (account.equals(actor.account())) {
            throw new Refused("access.own-rights");
        }
    }

    /** Before something that reaches all posts of an account, such as its password. */
    public void requireMayTouchAll(Actor actor, AccountId account) {
        if (account.equals(actor.account())) {
            return;
        }
        for (Post post : posts.of(account)) {
            if (!post.isOver(LocalDate.now(clock))) {
                if (!permissions.allows(actor, Action.MANAGE, Thing.ACCOUNT, post.place())) {
                    throw new AccessRefused(actor.account() + " does not reach all posts of " + account);
                }
                requireMayGive(actor, post.roles(), post.unit());
            }
        }
    }

    /**
     * Before an account loses the role or is closed.
     *
     * @throws Refused where nobody would be left to keep the installation
     */
    void requireAnotherSystemAdministrator(AccountId but) {
        posts.lockSystemAdministrators();
        if (!posts.anotherSystemAdministrator(but, LocalDate.now(clock))) {
            throw new Refused("access.last-system-administrator");
        }
    }
}
