package vn.binhquyen.organization.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;

/**
 * A unit in a list.
 *
 * @param place the names above it, without the nation; null for provinces
 * @param from null where the beginning is not known
 * @param lastDay null while no end is known
 */
public record UnitRow(
        UnitId id,
        String code,
        String name,
        @Nullable String kind,
        Level level,
        @Nullable String place,
        @Nullable LocalDate from,
        @Nullable LocalDate lastDay) {
    public boolean endedBy(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }
}
