package vn.binhquyen.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/** An agency to be founded in a unit from a date on. */
public record NewAgency(
        UnitId unit,
        String name,
        @Nullable String shortName,
        AgencyKind kind,
        boolean standing,
        List<String> aliases,
        LocalDate from)
        implements Located {
    @Override
    public Place place() {
        return Place.of(unit);
    }
}
