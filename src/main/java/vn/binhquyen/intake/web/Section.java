package vn.binhquyen.intake.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.review.ItemList;

/** The parts in which a draft is shown, one at a time. */
enum Section {
    GOALS,
    TASKS,
    PARTIES,
    REPORTS,
    BASES,
    GENERAL,
    REVIEW,
    COMPARE;

    /** The name in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Section of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElse(GOALS);
    }

    static Section of(ItemList list) {
        return switch (list) {
            case OBJECTIVES, INDICATORS, TARGETS -> GOALS;
            case TASK_GROUPS, TASKS -> TASKS;
            case PARTIES -> PARTIES;
            case REPORTING_DUTIES -> REPORTS;
            case LEGAL_BASES -> BASES;
            case PURPOSES, REQUIREMENTS, BUDGET, EVENTS, RECIPIENTS -> GENERAL;
        };
    }
}
