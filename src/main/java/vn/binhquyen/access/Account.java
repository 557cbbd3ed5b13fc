package vn.binhquyen.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;

/** A person who can sign in, in the post that they hold. */
public record Account(
        AccountId id,
        String username,
        String name,
        @Nullable String position,
        AgencyId agency,
        String agencyName,
        UnitId unit,
        short province,
        boolean active,
        Set<Role> roles,
        long version) {
    public Actor actor() {
        return new Actor(id, name, unit, agency, province, roles);
    }
}
