package vn.binhquyen.plan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanKind;

/** What must be known to begin a plan from nothing, as typed. */
record NewPlanForm(
        @Nullable PlanKind kind,
        @Nullable String title,
        @Nullable String from,
        @Nullable String to,
        @Nullable String symbol) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_TITLE = 1000;
    private static final int LONGEST_SYMBOL = 40;

    void check(BindingResult errors) {
        if (kind == null) {
            errors.rejectValue("kind", "plan.new.kind.needed");
        }
        Typed.require("title", title, LONGEST_TITLE, "plan.new.title", errors);
        checkYear("from", from, errors);
        checkYear("to", to, errors);
        if (!errors.hasFieldErrors("from") && !errors.hasFieldErrors("to") && year(to) < year(from)) {
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

    private static void checkYear(String field, @Nullable String year, BindingResult errors) {
        boolean possible = Typed.integer(year)
                .filter(given -> given >= FIRST_YEAR && given <= LAST_YEAR)
                .isPresent();
        if (!possible) {
            errors.rejectValue(field, Typed.blank(year) ? "plan.new.year.needed" : "plan.new.year.wrong");
        }
    }

    private static int year(@Nullable String typed) {
        return Typed.integer(typed).orElseThrow();
    }

    /** The content that says just this. Only for a form without errors. */
    PlanContent content() {
        if (kind == null || title == null) {
            throw new IllegalStateException("the form has not been checked");
        }
        PlanContent blank = PlanContent.blank(kind);
        return new PlanContent(
                kind,
                title.strip(),
                new PlanContent.Period(year(from), year(to)),
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
