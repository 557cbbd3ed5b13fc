package vn.binhquyen.statistics.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.TypedDay;

/** What is typed about an exception from a lock. */
record ExceptionForm(
        @NotBlank(message = "{quality.lock.unit.missing}") @Nullable
        String place,

        @Nullable String lastDay,

        @NotBlank(message = "{quality.lock.reason.missing}") @Size(max = 300, message = "{quality.rule.long}") @Nullable
        String why) {
    void check(Errors errors) {
        if (TypedDay.of(lastDay).isEmpty()) {
            errors.rejectValue("lastDay", "quality.day.missing");
        }
    }
}
