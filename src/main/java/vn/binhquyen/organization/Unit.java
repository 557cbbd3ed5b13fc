package vn.binhquyen.organization;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;

/**
 * An administrative unit.
 *
 * @param key the small number by which facts name the unit
 * @param name the full name as in official documents, such as "xã Thượng Sơn"
 * @param parent null for the nation only
 * @param province the small number of its province, 0 for the nation
 */
public record Unit(
        UnitId id,
        int key,
        String code,
        String name,
        Level level,
        @Nullable UnitId parent,
        short province) {}
