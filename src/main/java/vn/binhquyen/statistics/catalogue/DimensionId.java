package vn.binhquyen.statistics.catalogue;

import java.io.Serializable;
import java.util.UUID;

/** Names a dimension by which figures are broken down. */
public record DimensionId(UUID value) implements Serializable {
    public static DimensionId of(String value) {
        return new DimensionId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
