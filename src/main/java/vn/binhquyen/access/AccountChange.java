package vn.binhquyen.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;

/**
 * What an administrator sets on an account: the person, and the post in which the account is shown.
 *
 * @param version the version the administrator saw
 */
public record AccountChange(
        AccountId id,
        Person person,
        @Nullable String position,
        AgencyId agency,
        Set<Role> roles,
        boolean active,
        long version) {
    /** With the name alone: nothing is said of an address. */
    public AccountChange(
            AccountId id,
            String name,
            @Nullable String position,
            AgencyId agency,
            Set<Role> roles,
            boolean active,
            long version) {
        this(id, new Person(name, null, null), position, agency, roles, active, version);
    }
}
