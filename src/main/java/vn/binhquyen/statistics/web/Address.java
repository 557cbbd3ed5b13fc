package vn.binhquyen.statistics.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list with what was asked of it; what is null is left out. */
final class Address {
    private final UriComponentsBuilder builder;

    private Address(String path) {
        builder = UriComponentsBuilder.fromPath(path);
    }

    static Address of(String path) {
        return new Address(path);
    }

    Address with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            builder.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
        return this;
    }

    @Override
    public String toString() {
        return builder.encode().toUriString();
    }
}
