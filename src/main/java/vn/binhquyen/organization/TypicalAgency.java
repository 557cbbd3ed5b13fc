package vn.binhquyen.organization;

import org.jspecify.annotations.Nullable;

/**
 * An agency that a unit usually has.
 *
 * @param name as it would be called in the unit
 * @param existing the agency of the unit that it is; null where it is missing
 */
public record TypicalAgency(
        AgencyType type,
        String name,
        @Nullable String shortName,
        @Nullable Agency existing) {
    public boolean missing() {
        return existing == null;
    }
}
