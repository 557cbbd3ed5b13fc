package vn.binhquyen.audit.query;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/**
 * Which entries a list shows: what was done by people of the unit and of the units below; a null leaves the question open.
 *
 * @param words all of them stand in the person's name, the agency's or the id of the thing; blank leaves it open
 * @param until the last day, included
 * @param before the last entry of the page before; null for the first page
 */
public record AuditFilter(
        UnitId unit,
        String words,
        @Nullable String action,
        @Nullable String thing,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID before)
        implements Located {
    @Override
    public Place place() {
        return Place.of(unit);
    }
}
