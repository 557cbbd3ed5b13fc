package vn.binhquyen.committee;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;

/**
 * A member who enters.
 *
 * @param position in the agency or the unit; null where none is named
 * @param agency the agency that the member stands for; null for a leader of the unit itself
 * @param account the member's account; null where they have none
 */
public record NewSeat(
        String person,
        @Nullable String position,
        @Nullable AgencyId agency,
        @Nullable AccountId account,
        SeatRole role) {
    public NewSeat {
        person = person.strip();
        if (person.isEmpty()) {
            throw new IllegalArgumentException("a member has a name");
        }
    }
}
