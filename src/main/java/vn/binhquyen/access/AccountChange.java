package vn.binhquyen.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;

/**
 * What an administrator sets on an account.
 *
 * @param version the version the administrator saw
 */
public record AccountChange(
        AccountId id,
        String name,
        @Nullable String position,
        AgencyId agency,
        Set<Role> roles,
        boolean active,
        long version) {}
