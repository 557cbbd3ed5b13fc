package vn.binhquyen.intake;

import java.io.Serializable;
import java.util.UUID;

/** Names a body of the list of those that ended. */
public record ObsoleteBodyId(UUID value) implements Serializable {
    public static ObsoleteBodyId of(String value) {
        return new ObsoleteBodyId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
