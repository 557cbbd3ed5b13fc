package vn.binhquyen.kernel;

import java.io.Serializable;
import java.util.Set;

/**
 * The person who acts, in the post that they act in.
 *
 * @param province the small number of the province of the unit, 0 for the nation
 */
public record Actor(AccountId account, String name, UnitId unit, AgencyId agency, short province, Set<Role> roles)
        implements Serializable {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
