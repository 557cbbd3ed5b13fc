package vn.binhquyen.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Where a thing stands in the administration, for deciding who may act on it.
 *
 * @param unit the unit it belongs to
 * @param agency the agency it belongs to; null where it is the whole unit's
 */
public record Place(UnitId unit, @Nullable AgencyId agency) {
    public static Place of(UnitId unit) {
        return new Place(unit, null);
    }
}
