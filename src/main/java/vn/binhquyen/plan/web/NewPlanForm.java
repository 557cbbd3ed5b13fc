package vn.binhquyen.plan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanKind;

/** What must be known to begin a plan from nothing. */
record NewPlanForm(
        @Nullable PlanKind kind,
        @Nullable String title,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable String symbol) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_TITLE = 1000;
    private static final int LONGEST_SYMBOL = 40;

    void check(BindingResult errors) {
        if (kind == null) {
            errors.rejectValue("kind", "plan.new.kind.needed");
        }
        if (title == null || title.isBlank()) {
            errors.rejectValue("title", "plan.new.title.needed");
        } else if (title.length() > LONGEST_TITLE) {
            errors.rejectValue("title", "plan.new.title.long");
        }
        checkYear("from", from, errors);
        checkYear("to", to, errors);
        if (from != null && to != null && to < from) {
            errors.rejectValue("to", "plan.new.to.before-from");
        }
        checkSymbol(symbol, errors);
    }

    static void checkSymbol(@Nullable String symbol, BindingResult errors) {
        if (symbol == null || symbol.isBlank()) {
            errors.rejectValue("symbol", "plan.new.symbol.needed");
        } else if (symbol.length() > LONGEST_SYMBOL || symbol.contains("/")) {
            errors.rejectValue("symbol", "plan.new.symbol.wrong");
        }
    }

    private static void checkYear(String field, @Nullable Integer year, BindingResult errors) {
        if (errors.hasFieldErrors(field)) {
            return;
        }
        if (year == null) {
            errors.rejectValue(field, "plan.new.year.needed");
        } else if (year < FIRST_YEAR || year > LAST_YEAR) {
            errors.rejectValue(field, "plan.new.year.wrong");
        }
    }

    /** The content that says just this. Only for a form without errors. */
    PlanContent content() {
        if (kind == null || title == null || from == null || to == null) {
            throw new IllegalStateException("the form has not been checked");
        }
        PlanContent blank = PlanContent.blank(kind);
        return new PlanContent(
                kind,
                title.strip(),
                new PlanContent.Period(from, to),
                blank.place(),
                blank.parent(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                blank.signatory());
    }
}
