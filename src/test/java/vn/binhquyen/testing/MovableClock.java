package vn.binhquyen.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The clock of tests: runs on, from the moment it was last set to. Starts on 15 January 2026. */
public final class MovableClock extends Clock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 15);

    private volatile Instant set = at(FIRST_DAY);
    private volatile long sinceNanos = System.nanoTime();

    private static Instant at(LocalDate date) {
        return date.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
    }

    public void moveTo(LocalDate date) {
        set = at(date);
        sinceNanos = System.nanoTime();
    }

    /** Does the work on the first day of all tests, whenever the present one is. */
    <T> T onFirstDay(Supplier<T> work) {
        if (isOnFirstDay()) {
            return work.get();
        }
        Instant present = instant();
        moveTo(FIRST_DAY);
        try {
            return work.get();
        } finally {
            set = present;
            sinceNanos = System.nanoTime();
        }
    }

    private boolean isOnFirstDay() {
        return LocalDate.now(this).equals(FIRST_DAY);
    }

    @Override
    public Instant instant() {
        return set.plusNanos(System.nanoTime() - sinceNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    /**
     * Sets the clock back before each test, so that none lives in the time of another; for one that runs beside others, which
     * stay on the first day, it goes on.
     */
    static final class Reset implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext test) {
            MovableClock clock = SpringExtension.getApplicationContext(test).getBean(MovableClock.class);
            if (test.getExecutionMode() == ExecutionMode.SAME_THREAD || !clock.isOnFirstDay()) {
                clock.moveTo(FIRST_DAY);
            }
        }
    }

    /** Puts this clock in the place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Setting {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
