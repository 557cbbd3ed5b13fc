package vn.binhquyen.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The clock of the application. It shows the real time, but for the work that the demonstration does as if on an earlier
 * day, so that its history reads as if it had been lived.
 */
public final class StoryClock extends Clock {
    private static final ScopedValue<Instant> STORY = ScopedValue.newInstance();

    private final Clock real;

    public StoryClock(Clock real) {
        this.real = real;
    }

    /** Does the work as if at nine in the morning of the day; refuses days to come. */
    public void on(LocalDate day, Runnable work) {
        Instant then = day.atTime(LocalTime.of(9, 0)).atZone(real.getZone()).toInstant();
        if (then.isAfter(real.instant())) {
            throw new IllegalArgumentException(day + " has not come yet");
        }
        ScopedValue.where(STORY, then).run(work);
    }

    @Override
    public Instant instant() {
        return STORY.isBound() ? STORY.get() : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new StoryClock(real.withZone(zone));
    }
}
