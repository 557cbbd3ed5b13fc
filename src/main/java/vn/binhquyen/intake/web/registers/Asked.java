package vn.binhquyen.intake.web.registers;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.RegisterFilter;
import vn.binhquyen.intake.RegisterFilter.Sort;
import vn.binhquyen.intake.RegisterFilter.State;

/** What a list was asked for, as it stands in the address; null is open. */
record Asked(
        @Nullable String q,
        @Nullable DocumentType type,
        @Nullable State state,
        @Nullable Sort sort,
        @Nullable UUID after) {

    RegisterFilter filter() {
        return new RegisterFilter(q == null ? "" : q.strip(), type, state, sorted(), after);
    }

    public Sort sorted() {
        return Objects.requireNonNullElse(sort, Sort.NEWEST);
    }

    String link(String path, @Nullable UUID next) {
        var link = UriComponentsBuilder.fromPath(path);
        if (q != null && !q.isBlank()) {
            link.queryParam("q", q.strip());
        }
        if (type != null) {
            link.queryParam("type", type);
        }
        if (state != null) {
            link.queryParam("state", state);
        }
        if (sort != null) {
            link.queryParam("sort", sort);
        }
        if (next != null) {
            link.queryParam("after", next);
        }
        return link.encode().toUriString();
    }
}
