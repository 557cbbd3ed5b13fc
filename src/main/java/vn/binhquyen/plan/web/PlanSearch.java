package vn.binhquyen.plan.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.PlanStatus;
import vn.binhquyen.plan.query.PlanFilter;

/** The filter of the list of plans as it stands in the address; what is not given or not understood leaves the question open. */
record PlanSearch(
        @Nullable String q,
        @Nullable PlanStatus status,
        @Nullable Integer year,
        @Nullable PlanKind kind,
        @Nullable UUID unit,
        @Nullable Boolean former,
        PlanFilter.@Nullable Sort sort,
        @Nullable String after) {
    private static final int PAGE = 25;

    PlanFilter filter() {
        return new PlanFilter(
                status,
                year,
                unit == null ? null : new UnitId(unit),
                kind,
                showsFormer(),
                words(),
                sort == null ? PlanFilter.Sort.NEWEST : sort,
                after == null || after.isBlank() ? null : after,
                PAGE);
    }

    /** Whether plans of units that have ended are shown too, as they are until somebody says otherwise. */
    public boolean showsFormer() {
        return !Boolean.FALSE.equals(former);
    }

    /** Whether anything but the order was chosen. */
    public boolean narrowed() {
        return status != null || year != null || kind != null || unit != null || !showsFormer() || words() != null;
    }

    /** The same list as another page, or from another row on. */
    String link(String path, @Nullable String next) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", words());
        add(address, "status", status);
        add(address, "year", year);
        add(address, "kind", kind);
        add(address, "unit", unit);
        add(address, "former", showsFormer() ? null : false);
        add(address, "sort", sort);
        add(address, "after", next);
        return address.encode().toUriString();
    }

    static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    private @Nullable String words() {
        return q == null || q.isBlank() ? null : q.strip();
    }
}
