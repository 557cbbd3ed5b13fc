package vn.binhquyen.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/**
 * An agency to be founded in a unit from a date on.
 *
 * @param type code of its type in the catalogue; null where it is of none
 */
public record NewAgency(
        UnitId unit,
        String name,
        @Nullable String shortName,
        AgencyKind kind,
        @Nullable String type,
        boolean standing,
        List<String> aliases,
        LocalDate from)
        implements Located {
    /** Of no type of the catalogue. */
    public NewAgency(
            UnitId unit,
            String name,
            @Nullable String shortName,
            AgencyKind kind,
            boolean standing,
            List<String> aliases,
            LocalDate from) {
        this(unit, name, shortName, kind, null, standing, aliases, from);
    }

    @Override
    public Place place() {
        return Place.of(unit);
    }
}
