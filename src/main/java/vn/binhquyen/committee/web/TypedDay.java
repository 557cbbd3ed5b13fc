package vn.binhquyen.committee.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A date as people type it, day first, or as a program sends it. */
final class TypedDay {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private TypedDay() {}

    /** Empty where it is no date. */
    static Optional<LocalDate> of(@Nullable String typed) {
        return typed == null
                ? Optional.empty()
                : FORMS.stream().flatMap(form -> parse(typed, form).stream()).findFirst();
    }

    /** Says at the field where there is no date, or none that can be read. */
    static void require(@Nullable String typed, String field, Errors errors) {
        if (typed == null || typed.isBlank()) {
            errors.rejectValue(field, "committee.date.missing");
        } else if (of(typed).isEmpty()) {
            errors.rejectValue(field, "committee.date.wrong");
        }
    }

    /** As a field shows it. */
    static String show(LocalDate date) {
        return date.format(SHOWN);
    }

    private static Optional<LocalDate> parse(String typed, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(typed.strip(), form));
        } catch (DateTimeParseException notOfThisForm) {
            return Optional.empty();
        }
    }
}
