package vn.binhquyen.statistics.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.statistics.DataElement.Kind;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.catalogue.CatalogueFilter;
import vn.binhquyen.statistics.catalogue.CatalogueSet;

/** The filter of the catalogue as it stands in the address; what is not given or not understood leaves the question open. */
record CatalogueSearch(
        @Nullable String q,
        @Nullable CatalogueSet set,
        @Nullable String kind,
        CatalogueFilter.@Nullable Use use,
        @Nullable Boolean unverified,
        CatalogueFilter.@Nullable Sort sort,
        @Nullable Integer after) {

    CatalogueFilter filter() {
        return new CatalogueFilter(
                q == null ? "" : q,
                set,
                knownKind(),
                use == null ? CatalogueFilter.Use.USED : use,
                Boolean.TRUE.equals(unverified),
                sort == null ? CatalogueFilter.Sort.CODE : sort,
                after);
    }

    public boolean narrowed() {
        return (q != null && !q.isBlank())
                || set != null
                || !knownKind().isEmpty()
                || use != null
                || Boolean.TRUE.equals(unverified);
    }

    /** Kinds of the other tab ask for nothing here. */
    private String knownKind() {
        String asked = kind == null ? "" : kind;
        boolean known = Arrays.stream(Kind.values()).anyMatch(one -> one.name().equals(asked))
                || Arrays.stream(Computation.values())
                        .anyMatch(one -> one.name().equals(asked));
        return known ? asked : "";
    }

    String link(String path, @Nullable Integer next) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q == null || q.isBlank() ? null : q.strip());
        add(address, "set", set);
        add(address, "kind", knownKind().isEmpty() ? null : kind);
        add(address, "use", use);
        add(address, "unverified", unverified);
        add(address, "sort", sort);
        add(address, "after", next);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
