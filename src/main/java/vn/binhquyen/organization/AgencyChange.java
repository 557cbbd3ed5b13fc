package vn.binhquyen.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is set on an agency.
 *
 * @param shortName null where the full one is short enough
 * @param type code of its type in the catalogue; null where it is of none
 * @param from the first day of the new name; null where the old one was never right and is only corrected
 * @param version the version the actor saw
 */
public record AgencyChange(
        String name,
        @Nullable String shortName,
        AgencyKind kind,
        @Nullable String type,
        @Nullable LocalDate from,
        long version) {
    public AgencyChange {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an agency has a name");
        }
    }
}
