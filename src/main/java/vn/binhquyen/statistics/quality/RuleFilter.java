package vn.binhquyen.statistics.quality;

import org.jspecify.annotations.Nullable;

/**
 * Which rules a list shows, by severity and code or by code alone.
 *
 * @param words in code, question or formulas; may be empty
 * @param severity null for both
 * @param active null for those in use and those that are not
 * @param after the cursor of the last row of the page before; null for the first page
 */
public record RuleFilter(
        String words,
        @Nullable Severity severity,
        @Nullable Boolean active,
        Sort sort,
        @Nullable String after) {
    /** In which order. */
    public enum Sort {
        SEVERITY,
        CODE,
        /** Changed last, first. */
        CHANGED
    }
}
