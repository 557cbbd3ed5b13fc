package vn.binhquyen.access;

import java.io.Serializable;
import java.util.UUID;

/** Names a post that a person holds for a time. */
public record PostId(UUID value) implements Serializable {
    public static PostId of(String value) {
        return new PostId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
