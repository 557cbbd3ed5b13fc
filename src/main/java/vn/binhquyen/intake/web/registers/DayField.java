package vn.binhquyen.intake.web.registers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.TypedDay;

/** A day in a field of a form that may stay blank. */
final class DayField {
    private DayField() {}

    /** Null where nothing is typed, or no day. */
    static @Nullable LocalDate of(@Nullable String typed) {
        return TypedDay.of(typed).orElse(null);
    }

    /** Says at the field where something is typed that is no day. */
    static void check(@Nullable String typed, String field, Errors errors) {
        if (typed != null && !typed.isBlank() && of(typed) == null) {
            errors.rejectValue(field, "register.day.wrong");
        }
    }

    static String say(@Nullable LocalDate day) {
        return day == null ? "" : TypedDay.show(day);
    }
}
