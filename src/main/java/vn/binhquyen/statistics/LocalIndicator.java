package vn.binhquyen.statistics;

import java.util.UUID;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Indicator.Computation;

/**
 * An indicator that only one plan knows, to be counted like those of the catalogue.
 *
 * @param unit the unit of administration whose plan it stands in
 * @param origin the target of the plan; the same origin gives the same indicator
 * @param field the objective it stands under
 * @param measure "%", "buổi", "mô hình" …; empty where nothing is measured
 * @param bySex whether persons are counted, so that women and men are given apart
 */
public record LocalIndicator(
        UnitId unit, UUID origin, String field, String name, String measure, Direction direction, boolean bySex)
        implements Located {

    private static final Pattern BASE = Pattern.compile("/\\s*(\\d{1,3}(?:\\.\\d{3})*)");

    @Override
    public Place place() {
        return Place.of(unit);
    }

    Computation computation() {
        if (measure.isBlank()) {
            return Computation.NARRATIVE;
        }
        if (measure.contains("%") || measure.contains("/")) {
            return Computation.RATIO;
        }
        return measure.strip().equals("lần") ? Computation.AS_REPORTED : Computation.COUNT;
    }

    /** What a ratio is multiplied by: "%" a hundred; "…/1.000 …" what stands after the stroke. */
    int per() {
        if (computation() != Computation.RATIO) {
            return 1;
        }
        var base = BASE.matcher(measure);
        return base.find() ? Integer.parseInt(base.group(1).replace(".", "")) : 100;
    }
}
