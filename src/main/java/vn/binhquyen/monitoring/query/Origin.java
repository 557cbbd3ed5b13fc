package vn.binhquyen.monitoring.query;

import org.jspecify.annotations.Nullable;

/**
 * What gave a figure.
 *
 * @param name of the report; null where there is none
 * @param link where it can be read; null where the person may not
 */
public record Origin(
        Kind kind, @Nullable String name, @Nullable String link) {

    public enum Kind {
        REPORT,
        CONSOLIDATION,
        IMPORT,
        ENTRY
    }
}
