package vn.binhquyen.plan;

import java.io.Serializable;
import java.util.UUID;

/** Names a plan. */
public record PlanId(UUID value) implements Serializable {
    public static PlanId of(String value) {
        return new PlanId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
