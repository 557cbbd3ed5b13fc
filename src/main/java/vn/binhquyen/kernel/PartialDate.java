package vn.binhquyen.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date of which a document says only a part: a year, a month of a year, a full day, or a day of every year.
 * Written as ISO cut short: {@code 2026}, {@code 2026-05}, {@code 2026-05-14}, {@code 05-14}.
 */
public record PartialDate(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day) {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?|(\\d{2})-(\\d{2})");
    private static final int LEAP_YEAR = 2024;

    public PartialDate {
        if (year == null && (month == null || day == null)) {
            throw new IllegalArgumentException("a date without a year needs its day and month");
        }
        if (month == null && day != null) {
            throw new IllegalArgumentException("a date with a day needs its month");
        }
        if (month != null) {
            if (month < 1 || month > 12) {
                throw new IllegalArgumentException("no month " + month);
            }
            int someYear = year == null ? LEAP_YEAR : year;
            int length = YearMonth.of(someYear, month).lengthOfMonth();
            if (day != null && (day < 1 || day > length)) {
                throw new IllegalArgumentException("no day " + day + " in month " + month);
            }
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Reads what {@link #toString} writes. @throws IllegalArgumentException where the text is no such date */
    public static PartialDate parse(String iso) {
        var match = ISO.matcher(iso);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a date: " + iso);
        }
        return match.group(1) == null
                ? new PartialDate(null, number(match.group(4)), number(match.group(5)))
                : new PartialDate(number(match.group(1)), number(match.group(2)), number(match.group(3)));
    }

    /** The same parts, or nothing where they make no date (month 13, 30 February). */
    public static Optional<PartialDate> ifValid(
            @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        boolean monthFits = month == null || (month >= 1 && month <= 12);
        boolean hasPlace = year != null || (month != null && day != null);
        if (!monthFits || !hasPlace || (month == null && day != null)) {
            return Optional.empty();
        }
        if (day != null && month != null) {
            int length = YearMonth.of(year == null ? LEAP_YEAR : year, month).lengthOfMonth();
            if (day < 1 || day > length) {
                return Optional.empty();
            }
        }
        return Optional.of(new PartialDate(year, month, day));
    }

    public boolean isComplete() {
        return year != null && month != null && day != null;
    }

    /** The first day that this can mean, or nothing where the year is missing. */
    public Optional<LocalDate> earliest() {
        return Optional.ofNullable(year)
                .map(known -> LocalDate.of(known, month == null ? 1 : month, day == null ? 1 : day));
    }

    /** The last day that this can mean, or nothing where the year is missing. */
    public Optional<LocalDate> latest() {
        return Optional.ofNullable(year).map(known -> {
            var lastMonth = YearMonth.of(known, month == null ? 12 : month);
            return day == null ? lastMonth.atEndOfMonth() : lastMonth.atDay(day);
        });
    }

    /** The same day and month in the given year; a date that has a year keeps it. 29 February becomes the 28th. */
    public PartialDate inYear(int someYear) {
        if (year != null || month == null || day == null) {
            return this;
        }
        int length = YearMonth.of(someYear, month).lengthOfMonth();
        return new PartialDate(someYear, month, Math.min(day, length));
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        if (year != null) {
            text.append("%04d".formatted(year));
        }
        if (month != null) {
            text.append(text.isEmpty() ? "" : "-").append("%02d".formatted(month));
        }
        if (day != null) {
            text.append("-%02d".formatted(day));
        }
        return text.toString();
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }
}
