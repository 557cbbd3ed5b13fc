package vn.binhquyen.plan.web;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;
import vn.binhquyen.plan.Numbering;

/**
 * What a person says with a step; each step asks only some of it.
 *
 * @param version the version of the plan that the person saw
 * @param reason why it is returned, amended, closed or revoked
 * @param symbol asked where a document numbered outside is registered
 */
record StepForm(
        @Nullable Long version,
        @Nullable String reason,
        @Nullable Integer number,

        @DateTimeFormat(pattern = "dd/MM/uuuu", fallbackPatterns = "d/M/uuuu") @Nullable
        LocalDate date,

        @Nullable String symbol) {
    private static final int LONGEST_REASON = 4000;

    void check(PlanStep step, LocalDate today, BindingResult errors) {
        switch (step.asks()) {
            case NOTHING -> {}
            case REASON -> checkReason(errors);
            case NUMBER -> {
                checkNumber(today, errors);
                if (step == PlanStep.REGISTER) {
                    NewPlanForm.checkSymbol(symbol, errors);
                }
            }
        }
    }

    private void checkReason(BindingResult errors) {
        if (reason == null || reason.isBlank()) {
            errors.rejectValue("reason", "plan.step.reason.needed");
        } else if (reason.length() > LONGEST_REASON) {
            errors.rejectValue("reason", "plan.step.reason.long");
        }
    }

    private void checkNumber(LocalDate today, BindingResult errors) {
        if (number == null && !errors.hasFieldErrors("number")) {
            errors.rejectValue("number", "plan.step.number.needed");
        } else if (number != null && number < 1) {
            errors.rejectValue("number", "plan.step.number.small");
        }
        if (date == null && !errors.hasFieldErrors("date")) {
            errors.rejectValue("date", "plan.step.date.needed");
        } else if (date != null && date.isAfter(today)) {
            errors.rejectValue("date", "plan.step.date.future");
        }
    }

    long seen() {
        return Objects.requireNonNull(version, "a form carries the version that it shows");
    }

    String given() {
        return Objects.requireNonNull(reason).strip();
    }

    Numbering numbering() {
        return new Numbering(Objects.requireNonNull(number), Objects.requireNonNull(date));
    }
}
