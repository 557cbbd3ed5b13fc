package vn.binhquyen.organization;

import java.time.LocalDate;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/** A unit to be founded below its parent from a date on. */
public record NewUnit(String code, String name, Level level, UnitId parent, LocalDate from) implements Located {
    @Override
    public Place place() {
        return Place.of(parent);
    }
}
