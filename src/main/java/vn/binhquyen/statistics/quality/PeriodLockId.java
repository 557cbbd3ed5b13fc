package vn.binhquyen.statistics.quality;

import java.io.Serializable;
import java.util.UUID;

/** Names a lock on the figures of a period. */
public record PeriodLockId(UUID value) implements Serializable {
    public static PeriodLockId of(String value) {
        return new PeriodLockId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
