package vn.binhquyen.access;

import java.io.Serializable;
import java.util.UUID;

/** Names the days on which somebody acts for an absent person. */
public record DelegationId(UUID value) implements Serializable {
    public static DelegationId of(String value) {
        return new DelegationId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
