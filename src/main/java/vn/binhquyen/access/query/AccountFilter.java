package vn.binhquyen.access.query;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;

/**
 * Which accounts a list shows: of the unit and the units below; a null leaves the question open.
 *
 * @param words all of them stand in the name, the user name, the position or the agency's name; blank leaves it open
 * @param after the last account of the page before; null for the first page
 */
public record AccountFilter(
        UnitId unit,
        String words,
        @Nullable AgencyId agency,
        @Nullable Role role,
        @Nullable AccountState state,
        AccountSort sort,
        @Nullable AccountId after)
        implements Located {
    @Override
    public Place place() {
        return Place.of(unit);
    }
}
