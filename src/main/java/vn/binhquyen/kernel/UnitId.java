package vn.binhquyen.kernel;

import java.io.Serializable;
import java.util.UUID;

/** Names an administrative unit. */
public record UnitId(UUID value) implements Serializable {
    public static UnitId of(String value) {
        return new UnitId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
