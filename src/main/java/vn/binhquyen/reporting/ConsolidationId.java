package vn.binhquyen.reporting;

import java.io.Serializable;
import java.util.UUID;

/** Names the report that a receiver makes from those it accepted. */
public record ConsolidationId(UUID value) implements Serializable {
    public static ConsolidationId of(String value) {
        return new ConsolidationId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
