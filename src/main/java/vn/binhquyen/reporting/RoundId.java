package vn.binhquyen.reporting;

import java.io.Serializable;
import java.util.UUID;

/** Names one occurrence of a report that several owe. */
public record RoundId(UUID value) implements Serializable {
    public static RoundId of(String value) {
        return new RoundId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
