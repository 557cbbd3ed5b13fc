package vn.binhquyen.statistics.quality;

import org.jspecify.annotations.Nullable;

/**
 * Which locks a list shows.
 *
 * @param words in the name of the unit or the reason; may be empty
 * @param lifted those that were lifted instead of those that stand or will
 * @param after the cursor of the last lock of the page before; null for the first page
 */
public record LockFilter(
        String words, boolean lifted, @Nullable String after) {}
