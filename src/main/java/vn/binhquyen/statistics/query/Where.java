package vn.binhquyen.statistics.query;

import java.util.List;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;

/** The units that figures are asked for. */
public sealed interface Where {
    /** These units, of whatever levels. */
    record Units(List<UnitId> units) implements Where {
        public Units {
            units = List.copyOf(units);
        }
    }

    /** All units of a level at or below a unit. */
    record Below(UnitId top, Level level) implements Where {}

    static Where unit(UnitId unit) {
        return new Units(List.of(unit));
    }
}
