package vn.binhquyen.statistics.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.quality.NewLock;

/** What is typed about a lock. */
record LockForm(
        @Nullable String period,
        @Nullable String form,
        @Nullable String from,

        @NotBlank(message = "{quality.lock.reason.missing}") @Size(max = 300, message = "{quality.rule.long}") @Nullable
        String reason) {
    static LockForm empty(LocalDate today) {
        return new LockForm(null, null, TypedDay.show(today), "");
    }

    void check(Errors errors) {
        if (PeriodField.of(period).isEmpty()) {
            errors.rejectValue("period", "quality.lock.period.missing");
        }
        if (TypedDay.of(from).isEmpty()) {
            errors.rejectValue("from", "quality.day.missing");
        }
    }

    NewLock toLock(UnitId unit) {
        return new NewLock(
                unit,
                PeriodField.of(period).orElseThrow(),
                form == null || form.isBlank() ? null : form,
                TypedDay.of(from).orElseThrow(),
                reason == null ? "" : reason.strip());
    }
}
