package vn.binhquyen.organization;

import java.util.UUID;

/** Names a change of units. */
public record ReorganisationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
