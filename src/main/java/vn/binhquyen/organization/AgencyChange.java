package vn.binhquyen.organization;

import org.jspecify.annotations.Nullable;

/**
 * What is set on an agency.
 *
 * @param shortName null where the full one is short enough
 * @param version the version the actor saw
 */
public record AgencyChange(String name, @Nullable String shortName, AgencyKind kind, boolean standing, long version) {
    public AgencyChange {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an agency has a name");
        }
    }
}
