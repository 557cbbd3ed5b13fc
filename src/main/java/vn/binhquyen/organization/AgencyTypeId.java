package vn.binhquyen.organization;

import java.util.UUID;

/** An entry of the catalogue of agency types. */
public record AgencyTypeId(UUID value) {
    /** For addresses of pages. */
    public static AgencyTypeId of(String text) {
        return new AgencyTypeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
