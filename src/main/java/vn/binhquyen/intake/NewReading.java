package vn.binhquyen.intake;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.UnitId;

/**
 * A document to be read into the draft of a plan.
 *
 * @param unit the unit that will keep the plan
 * @param alreadyIssued whether it is signed and numbered, so that it is to be registered and not approved here
 * @param watch the secret by which the page that hands it in may ask how far a scan was read; null where nobody asks
 */
public record NewReading(
        UnitId unit,
        String fileName,
        byte[] bytes,
        boolean alreadyIssued,
        @Nullable String watch) implements Located {

    public NewReading(UnitId unit, String fileName, byte[] bytes, boolean alreadyIssued) {
        this(unit, fileName, bytes, alreadyIssued, null);
    }

    @Override
    public vn.binhquyen.kernel.Place place() {
        return vn.binhquyen.kernel.Place.of(unit);
    }

    @Override
    public String toString() {
        return "NewReading[" + unit + ", " + fileName + ", " + bytes.length + " bytes]";
    }
}
