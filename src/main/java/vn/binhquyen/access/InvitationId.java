package vn.binhquyen.access;

import java.io.Serializable;
import java.util.UUID;

/** Names the invitation of a person to open an account. */
public record InvitationId(UUID value) implements Serializable {
    public static InvitationId of(String value) {
        return new InvitationId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
