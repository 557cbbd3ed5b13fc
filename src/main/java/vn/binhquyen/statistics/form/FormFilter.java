package vn.binhquyen.statistics.form;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;

/**
 * Which forms a list shows; null asks for all.
 *
 * @param state null for those that are asked for or being made
 * @param after the last form of the page before; null for the first page
 */
public record FormFilter(
        String words,
        @Nullable FormState state,
        Period.@Nullable Kind periodKind,
        Sort sort,
        @Nullable FormId after,
        int size) {

    public enum Sort {
        CODE,
        NAME,
        /** Those that were changed last first. */
        CHANGED
    }
}
