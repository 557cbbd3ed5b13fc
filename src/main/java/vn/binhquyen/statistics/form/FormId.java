package vn.binhquyen.statistics.form;

import java.io.Serializable;
import java.util.UUID;

/** Names one edition of a form. */
public record FormId(UUID value) implements Serializable {
    public static FormId of(String value) {
        return new FormId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
