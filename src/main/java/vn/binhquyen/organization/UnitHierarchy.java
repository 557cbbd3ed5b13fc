package vn.binhquyen.organization;

import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.UnitId;

/** Says whether one unit lies within another: what the enforcement of rights itself has to ask, before any right is known. */
@Component
public class UnitHierarchy {
    private final UnitRows units;

    UnitHierarchy(UnitRows units) {
        this.units = units;
    }

    /** Whether the unit is the other or below it. */
    public boolean isWithin(UnitId unit, UnitId ancestor) {
        return units.isWithin(unit, ancestor);
    }
}
