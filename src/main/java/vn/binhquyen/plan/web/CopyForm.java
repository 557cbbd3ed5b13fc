package vn.binhquyen.plan.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * Which plan a new one is begun from.
 *
 * @param symbol asked only where the plan is of the level above; else the symbol is taken over
 */
record CopyForm(@Nullable UUID source, @Nullable String symbol) {
    void check(boolean withSymbol, BindingResult errors) {
        if (source == null) {
            errors.rejectValue("source", "plan.new.source.needed");
        }
        if (withSymbol) {
            NewPlanForm.checkSymbol(symbol, errors);
        }
    }
}
