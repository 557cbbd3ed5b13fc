package vn.binhquyen.statistics.catalogue;

import java.io.Serializable;
import java.util.UUID;

/** Names a countable thing of the catalogue. */
public record ElementId(UUID value) implements Serializable {
    public static ElementId of(String value) {
        return new ElementId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
