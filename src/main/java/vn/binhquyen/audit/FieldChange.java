package vn.binhquyen.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a field was and what it became.
 *
 * @param before null where there was nothing
 * @param after null where nothing is left
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {}
