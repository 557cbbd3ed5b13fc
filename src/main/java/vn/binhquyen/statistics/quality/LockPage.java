package vn.binhquyen.statistics.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor after the last lock; null where there is none */
public record LockPage(List<PeriodLock> locks, @Nullable String next) {
    public LockPage {
        locks = List.copyOf(locks);
    }
}
