package vn.binhquyen.statistics.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param words all of which stand in the code or the names, with or without accents; empty for all
 * @param kind the kind of an element or the computation of an indicator; empty for all
 * @param after the key of the last line of the page before; null for the first page
 */
public record CatalogueFilter(
        String words,
        @Nullable CatalogueSet set,
        String kind,
        Use use,
        boolean unverified,
        Sort sort,
        @Nullable Integer after) {

    public enum Use {
        USED,
        RETIRED,
        ALL
    }

    public enum Sort {
        CODE,
        NAME
    }
}
