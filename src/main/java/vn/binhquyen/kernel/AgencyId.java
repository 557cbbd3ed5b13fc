package vn.binhquyen.kernel;

import java.io.Serializable;
import java.util.UUID;

/** Names an agency. */
public record AgencyId(UUID value) implements Serializable {
    public static AgencyId of(String value) {
        return new AgencyId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
