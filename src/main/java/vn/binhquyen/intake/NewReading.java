package vn.binhquyen.intake;

import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.UnitId;

/**
 * A document to be read into the draft of a plan.
 *
 * @param unit the unit that will keep the plan
 * @param alreadyIssued whether it is signed and numbered, so that it is to be registered and not approved here
 */
public record NewReading(UnitId unit, String fileName, byte[] bytes, boolean alreadyIssued) implements Located {
    @Override
    public vn.binhquyen.kernel.Place place() {
        return vn.binhquyen.kernel.Place.of(unit);
    }

    @Override
    public String toString() {
        return "NewReading[" + unit + ", " + fileName + ", " + bytes.length + " bytes]";
    }
}
