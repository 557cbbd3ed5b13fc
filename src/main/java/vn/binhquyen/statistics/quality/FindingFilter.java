package vn.binhquyen.statistics.quality;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;

/**
 * Which findings are asked for; null leaves a question open.
 *
 * @param check the kind of check, or RULE: and the code of one rule
 * @param unit with the units below it
 * @param explained only those that are, or only those that are not
 * @param after the cursor of the last finding of the page before; null for the first page
 */
public record FindingFilter(
        @Nullable Severity severity,
        @Nullable String check,
        @Nullable UnitId unit,
        @Nullable Period period,
        @Nullable Boolean explained,
        Sort sort,
        @Nullable String after) {
    /** In which order. */
    public enum Sort {
        WORST,
        /** The latest period first. */
        LATEST,
        /** By the name of the unit. */
        UNIT
    }

    public static FindingFilter all() {
        return new FindingFilter(null, null, null, null, null, Sort.WORST, null);
    }
}
