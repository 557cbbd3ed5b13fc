package vn.binhquyen.reporting.query;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.reporting.ReportKind;

/**
 * Which rounds a list shows; a null leaves the question open.
 *
 * @param span those around today and before, or those to come
 * @param former whether reports of units that have ended are shown too
 * @param words in any order, with or without accents
 * @param after the {@code next} of the page before
 */
public record RoundFilter(
        Span span,
        @Nullable Integer year,
        @Nullable ReportKind kind,
        boolean former,
        @Nullable String words,
        @Nullable String after,
        int size) {
    public enum Span {
        /** Due within two months or before; the latest first. */
        PRESENT,
        /** Due later; the next first. */
        COMING
    }

    public RoundFilter {
        size = Math.clamp(size, 1, 1000);
    }
}
