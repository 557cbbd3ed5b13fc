package vn.binhquyen.intake;

import java.io.Serializable;
import java.util.UUID;

/** Names a legal document of the register. */
public record LegalDocumentId(UUID value) implements Serializable {
    public static LegalDocumentId of(String value) {
        return new LegalDocumentId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
