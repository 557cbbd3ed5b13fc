package vn.binhquyen.reporting;

import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/** A report that an agency owes in a round and is about to begin. */
public record Owed(RoundId round, UnitId unit, AgencyId agency) implements Located {
    @Override
    public Place place() {
        return new Place(unit, agency);
    }
}
