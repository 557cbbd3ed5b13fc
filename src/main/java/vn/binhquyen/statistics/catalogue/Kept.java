package vn.binhquyen.statistics.catalogue;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;

/**
 * An entry as it is kept.
 *
 * @param owner the unit that defined it, at which and below which it holds; null for the whole country
 * @param version grows with every change
 * @param retiredOn from when on it is no longer used; null while it is
 */
public record Kept<D extends Record>(
        D entry,
        @Nullable UnitId owner,
        @Nullable String ownerName,
        long version,
        @Nullable LocalDate retiredOn) {

    /** Where it stands in the administration. */
    public UnitId place() {
        return Objects.requireNonNullElse(owner, Organization.NATION);
    }
}
