package vn.binhquyen.organization;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;

/**
 * A body attached to a unit.
 *
 * @param key the small number by which facts name the agency
 * @param standing whether it coordinates the programme in its unit
 * @param shortName the name in lists and tables; null where the full one is short enough
 */
public record Agency(
        AgencyId id,
        int key,
        UnitId unit,
        String name,
        @Nullable String shortName,
        AgencyKind kind,
        boolean standing) {}
