package vn.binhquyen.kernel;

import java.io.Serializable;
import java.util.UUID;

/** Names the account of a person. */
public record AccountId(UUID value) implements Serializable {
    public static AccountId of(String value) {
        return new AccountId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
