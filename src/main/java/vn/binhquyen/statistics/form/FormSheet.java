package vn.binhquyen.statistics.form;

import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/** A form as one unit fills it for one period. */
public record FormSheet(FormId form, UnitId unit, Period period) implements Located {
    @Override
    public Place place() {
        return Place.of(unit);
    }
}
