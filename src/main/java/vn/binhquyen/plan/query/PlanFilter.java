package vn.binhquyen.plan.query;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.PlanStatus;

/**
 * Which plans a list shows; a null leaves the question open.
 *
 * @param year a year that the plan's period holds
 * @param unit the unit that issues it
 * @param former whether plans of units that have ended are shown too
 * @param words in any order, with or without accents
 * @param after the {@code next} of the page before
 * @param size rows of a page, at most 200
 */
public record PlanFilter(
        @Nullable PlanStatus status,
        @Nullable Integer year,
        @Nullable UnitId unit,
        @Nullable PlanKind kind,
        boolean former,
        @Nullable String words,
        Sort sort,
        @Nullable String after,
        int size) {
    public enum Sort {
        /** What changed last comes first. */
        NEWEST,
        TITLE,
        /** By date of issue, the latest first; what has none comes before. */
        ISSUED_ON
    }

    public PlanFilter {
        size = Math.clamp(size, 1, 200);
    }

    public static PlanFilter all() {
        return new PlanFilter(null, null, null, null, true, null, Sort.NEWEST, null, 25);
    }
}
