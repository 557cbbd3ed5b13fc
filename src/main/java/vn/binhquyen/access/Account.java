package vn.binhquyen.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;

/**
 * A person who can sign in, shown in one of the posts: of those of today the last used one; where there is none today, the
 * next one or the last one.
 *
 * @param inPost whether the post is one of today
 * @param version guards the person and all posts together
 */
public record Account(
        AccountId id,
        String username,
        String name,
        @Nullable String email,
        @Nullable String phone,
        PostId post,
        boolean inPost,
        @Nullable String position,
        AgencyId agency,
        String agencyName,
        UnitId unit,
        short province,
        boolean active,
        Set<Role> roles,
        long version) {
    /** Whether signing in leads anywhere today. */
    public boolean mayAct() {
        return active && inPost;
    }

    /** The person in the post; outside of the days of the post without any role. */
    public Actor actor() {
        return new Actor(id, name, unit, agency, province, mayAct() ? roles : Set.of());
    }
}
