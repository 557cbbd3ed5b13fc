package vn.binhquyen.intake.web.registers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A day as an office writes it, day first, or as a machine does. */
final class TypedDay {
    private static final DateTimeFormatter OFFICE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private TypedDay() {}

    /** Null where nothing is typed, or no day. */
    static @Nullable LocalDate of(@Nullable String typed) {
        return typed == null
                ? null
                : FORMS.stream()
                        .map(form -> parse(typed, form))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Says at the field where something is typed that is no day. */
    static void check(@Nullable String typed, String field, Errors errors) {
        if (typed != null && !typed.isBlank() && of(typed) == null) {
            errors.rejectValue(field, "register.day.wrong");
        }
    }

    static String say(@Nullable LocalDate day) {
        return day == null ? "" : day.format(OFFICE);
    }

    private static @Nullable LocalDate parse(String typed, DateTimeFormatter form) {
        try {
            return LocalDate.parse(typed.strip(), form);
        } catch (DateTimeParseException notOfThisForm) {
            return null;
        }
    }
}
