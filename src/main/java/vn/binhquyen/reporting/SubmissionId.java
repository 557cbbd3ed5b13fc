package vn.binhquyen.reporting;

import java.io.Serializable;
import java.util.UUID;

/** Names the report of one reporter. */
public record SubmissionId(UUID value) implements Serializable {
    public static SubmissionId of(String value) {
        return new SubmissionId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
