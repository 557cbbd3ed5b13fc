package vn.binhquyen.access.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A day as people type it: day, month and year, or as a program sends it. */
final class TypedDay {
    private static final Pattern OFFICE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private TypedDay() {}

    static Optional<LocalDate> of(@Nullable String typed) {
        String words = typed == null ? "" : typed.strip();
        Matcher office = OFFICE.matcher(words);
        if (office.matches()) {
            return day(office.group(3), office.group(2), office.group(1));
        }
        Matcher iso = ISO.matcher(words);
        return iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    /** Says at the field where there is no day, or none that can be read. */
    static void require(@Nullable String typed, String field, Errors errors) {
        if (typed == null || typed.isBlank()) {
            errors.rejectValue(field, "access.day.missing");
        } else {
            requireReadable(typed, field, errors);
        }
    }

    /** Blank is no day. */
    static void requireReadable(@Nullable String typed, String field, Errors errors) {
        if (typed != null && !typed.isBlank() && of(typed).isEmpty()) {
            errors.rejectValue(field, "access.day.wrong");
        }
    }

    static String show(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
