package vn.binhquyen.organization.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.FormerUnit;

/**
 * An agency as lists and its page show it.
 *
 * @param shortName null where none is set
 * @param type code of its type in the catalogue; null where it is of none
 * @param former the unit, where it has ended; else null
 * @param aliases the other names under which documents speak of it, those of before among them, in alphabetical order
 * @param lastDay null while no end is known
 */
public record AgencyRow(
        AgencyId id,
        String name,
        @Nullable String shortName,
        AgencyKind kind,
        @Nullable String type,
        boolean standing,
        UnitId unit,
        String unitName,
        @Nullable FormerUnit former,
        List<String> aliases,
        LocalDate from,
        @Nullable LocalDate lastDay,
        long version) {
    /** Whether it no longer exists on that day. */
    public boolean endedBy(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }
}
