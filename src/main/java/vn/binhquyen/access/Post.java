package vn.binhquyen.access;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;

/**
 * What a person is in one agency for a time; rights come from it on the days of it and on no other.
 *
 * @param position as it stands under a signature, such as "Phó Chủ tịch"; null where none
 * @param lastDay the last day of it; null while no end is known
 */
public record Post(
        PostId id,
        AccountId account,
        @Nullable String position,
        AgencyId agency,
        String agencyName,
        UnitId unit,
        String unitName,
        short province,
        Set<Role> roles,
        LocalDate from,
        @Nullable LocalDate lastDay) {
    public Place place() {
        return new Place(unit, agency);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !isOver(day);
    }

    public boolean isOver(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }
}
