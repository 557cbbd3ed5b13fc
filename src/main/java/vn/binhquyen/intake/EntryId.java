package vn.binhquyen.intake;

import java.io.Serializable;
import java.util.UUID;

/** Names an entry of a register. */
public record EntryId(UUID value) implements Serializable {
    public static EntryId of(String value) {
        return new EntryId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
