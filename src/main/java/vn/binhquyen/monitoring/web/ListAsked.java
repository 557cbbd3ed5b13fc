package vn.binhquyen.monitoring.web;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.query.IndicatorFilter;

/** What the list is asked for, as it stands in the address; what is not given or not understood leaves the question open. */
record ListAsked(
        @Nullable String q,
        @Nullable String collection,
        @Nullable String field,
        @Nullable UnitId unit,
        @Nullable Integer year,
        @Nullable Boolean doubtful) {

    private static final int FIRST = 1990;
    private static final int LAST = 2100;

    /** @param usually whether the doubtful come first where the address says nothing */
    IndicatorFilter filter(boolean usually) {
        return new IndicatorFilter(
                q == null ? "" : q.strip(),
                collection == null || collection.isBlank() ? null : collection,
                field == null || field.isBlank() ? null : field,
                Objects.requireNonNullElse(doubtful, usually));
    }

    @Nullable
    Integer knownYear() {
        return year == null || year < FIRST || year > LAST ? null : year;
    }

    public boolean narrowed() {
        IndicatorFilter filter = filter(false);
        return !filter.words().isEmpty() || filter.collection() != null || filter.field() != null || year != null;
    }

    /** The same question at another address, of a unit that stands in the path or beside. */
    String link(String path, @Nullable UnitId of) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        IndicatorFilter filter = filter(false);
        add(address, "q", filter.words().isEmpty() ? null : filter.words());
        add(address, "collection", filter.collection());
        add(address, "field", filter.field());
        add(address, "unit", of);
        add(address, "year", knownYear());
        add(address, "doubtful", doubtful);
        return address.encode().toUriString();
    }

    static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value.toString()));
        }
    }
}
