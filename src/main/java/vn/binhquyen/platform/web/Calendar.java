package vn.binhquyen.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Dates as pages show them. */
@Component("calendar")
class Calendar {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("dd/MM");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Clock clock;

    Calendar(Clock clock) {
        this.clock = clock;
    }

    /** Days until the date; negative where it has passed. */
    public long daysLeft(LocalDate date) {
        return ChronoUnit.DAYS.between(LocalDate.now(clock), date);
    }

    /** dd/MM in the present year, else dd/MM/yyyy. */
    public String brief(LocalDate date) {
        return date.format(date.getYear() == LocalDate.now(clock).getYear() ? DAY_AND_MONTH : FULL);
    }

    /** Time and date, on the clock of the office. */
    public String moment(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).format(MOMENT);
    }

    public String full(LocalDate date) {
        return date.format(FULL);
    }
}
