package vn.binhquyen.statistics.query;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The runs of something that is begun again and again, of which the last one must come to an end before its database goes. */
final class Turn {
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile boolean ending;

    /** Not at all where a run goes on, or all have ended. */
    void take(Runnable run) {
        if (taken.compareAndSet(false, true)) {
            try {
                run.run();
            } finally {
                taken.set(false);
            }
        }
    }

    /** Whether a run that goes step by step may take another. */
    boolean goesOn() {
        return !ending;
    }

    /** Lets a run come to the end of its step, and none begin after it. */
    void end() {
        ending = true;
        while (!taken.compareAndSet(false, true)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
