package vn.binhquyen.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.TypedDay;

/** Asks for a day in a field of a form. */
final class DayField {
    private DayField() {}

    /** Says at the field where there is no day, or none that can be read. */
    static void require(@Nullable String typed, String field, Errors errors) {
        if (typed == null || typed.isBlank()) {
            errors.rejectValue(field, "access.day.missing");
        } else if (TypedDay.of(typed).isEmpty()) {
            errors.rejectValue(field, "access.day.wrong");
        }
    }

    /** Blank is no day. */
    static void requireReadable(@Nullable String typed, String field, Errors errors) {
        if (typed != null && !typed.isBlank() && TypedDay.of(typed).isEmpty()) {
            errors.rejectValue(field, "access.day.wrong");
        }
    }
}
