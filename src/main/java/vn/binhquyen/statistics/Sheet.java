package vn.binhquyen.statistics;

import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/**
 * All figures that one contributor gives for one unit and period.
 *
 * @param province the unit's province at the period's date
 * @param unitKey the small number of the unit
 * @param reporterKey the small number of the contributing agency, {@link #OFFICIAL} for the unit's own official figures
 */
public record Sheet(UnitId unit, short province, int unitKey, Period period, int reporterKey) implements Located {
    /** The reporter of official figures: the unit itself. */
    public static final int OFFICIAL = 0;

    @Override
    public Place place() {
        return Place.of(unit);
    }

    /** The sheet of the official figures of the same unit and period. */
    public Sheet official() {
        return new Sheet(unit, province, unitKey, period, OFFICIAL);
    }
}
