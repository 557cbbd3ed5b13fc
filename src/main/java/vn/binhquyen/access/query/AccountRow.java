package vn.binhquyen.access.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;

/**
 * An account as a list shows it.
 *
 * @param position null where none is set
 * @param roles in the order of {@link Role}
 */
public record AccountRow(
        AccountId id,
        String username,
        String name,
        @Nullable String position,
        AgencyId agency,
        String agencyName,
        UnitId unit,
        String unitName,
        AccountState state,
        List<Role> roles) {}
