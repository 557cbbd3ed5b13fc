package vn.binhquyen.statistics.quality;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;

/**
 * A lock on the figures of a period, in a unit and below it.
 *
 * @param form the code of the form whose figures alone; null for all figures
 * @param from the first day on which nothing can be written
 * @param lifted null while it stands
 * @param version for whoever changes it: the one that was seen
 */
public record PeriodLock(
        PeriodLockId id,
        UnitId unit,
        String unitName,
        Period period,
        @Nullable String form,
        LocalDate from,
        String reason,
        @Nullable Lifted lifted,
        List<Excepted> exceptions,
        long version) {
    public PeriodLock {
        exceptions = List.copyOf(exceptions);
    }

    public record Lifted(OffsetDateTime at, String reason) {}

    /** One unit may still write until the end of its last day. */
    public record Excepted(UUID id, UnitId unit, String unitName, LocalDate lastDay, String reason, boolean takenBack) {
        public boolean isOpen(LocalDate today) {
            return !takenBack && !lastDay.isBefore(today);
        }
    }

    public boolean stands(LocalDate today) {
        return lifted == null && !from.isAfter(today);
    }
}
