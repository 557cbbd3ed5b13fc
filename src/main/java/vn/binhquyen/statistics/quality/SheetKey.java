package vn.binhquyen.statistics.quality;

import vn.binhquyen.kernel.Period;

/**
 * The official figures of one unit and period, by small keys.
 *
 * @param province the unit's province in the period
 */
record SheetKey(short province, int unit, int period) {
    SheetKey next() {
        return new SheetKey(province, unit, Period.ofKey(period).next().key());
    }
}
