package vn.binhquyen.monitoring.query;

import org.jspecify.annotations.Nullable;

/**
 * Which indicators are asked for.
 *
 * @param words any of code, name and field; empty for all
 * @param doubtfulFirst what is missing or odd before the others
 */
public record IndicatorFilter(
        String words, @Nullable String collection, @Nullable String field, boolean doubtfulFirst) {}
