package vn.binhquyen.plan;

import java.io.Serializable;
import java.util.UUID;

/** Names a task of an issued plan. */
public record TaskId(UUID value) implements Serializable {
    public static TaskId of(String value) {
        return new TaskId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
