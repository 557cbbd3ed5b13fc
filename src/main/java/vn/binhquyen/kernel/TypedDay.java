package vn.binhquyen.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day as people type it into a field, day first ("5/3/2026", "05-03-2026"), or as a machine writes it (2026-03-05). */
public final class TypedDay {

    private static final Pattern OFFICE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private TypedDay() {}

    /** Empty where nothing is typed, or no day of the calendar. */
    public static Optional<LocalDate> of(@Nullable String typed) {
        String words = typed == null ? "" : typed.strip();
        Matcher office = OFFICE.matcher(words);
        if (office.matches()) {
            return day(office.group(3), office.group(2), office.group(1));
        }
        Matcher iso = ISO.matcher(words);
        return iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    /** As a field shows it. */
    public static String show(LocalDate day) {
        return day.format(SHOWN);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
