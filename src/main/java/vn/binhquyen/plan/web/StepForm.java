package vn.binhquyen.plan.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.binhquyen.plan.Numbering;

/**
 * What a person says with a step, as typed; each step asks only some of it.
 *
 * @param version the version of the plan that the person saw
 * @param reason why it is returned, amended, closed or revoked
 * @param symbol asked where a document numbered outside is registered
 */
record StepForm(
        @Nullable Long version,
        @Nullable String reason,
        @Nullable String number,
        @Nullable String date,
        @Nullable String symbol) {
    private static final int LONGEST_REASON = 4000;

    void check(PlanStep step, LocalDate today, BindingResult errors) {
        switch (step.asks()) {
            case NOTHING -> {}
            case REASON -> Typed.require("reason", reason, LONGEST_REASON, "plan.step.reason", errors);
            case NUMBER -> {
                checkNumber(errors);
                checkDate(today, errors);
                if (step == PlanStep.REGISTER) {
                    NewPlanForm.checkSymbol(symbol, errors);
                }
            }
        }
    }

    private void checkNumber(BindingResult errors) {
        Optional<Integer> given = Typed.integer(number);
        if (Typed.blank(number)) {
            errors.rejectValue("number", "plan.step.number.needed");
        } else if (given.isEmpty()) {
            errors.rejectValue("number", "plan.step.number.wrong");
        } else if (given.get() < 1) {
            errors.rejectValue("number", "plan.step.number.small");
        }
    }

    private void checkDate(LocalDate today, BindingResult errors) {
        Optional<LocalDate> given = Typed.day(date);
        if (Typed.blank(date)) {
            errors.rejectValue("date", "plan.step.date.needed");
        } else if (given.isEmpty()) {
            errors.rejectValue("date", "plan.step.date.wrong");
        } else if (given.get().isAfter(today)) {
            errors.rejectValue("date", "plan.step.date.future");
        }
    }

    long seen() {
        return Objects.requireNonNull(version, "a form carries the version that it shows");
    }

    String given() {
        return Objects.requireNonNull(reason).strip();
    }

    /** Only for a form without errors. */
    Numbering numbering() {
        return new Numbering(
                Typed.integer(number).orElseThrow(), Typed.day(date).orElseThrow());
    }
}
