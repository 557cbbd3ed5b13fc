package vn.binhquyen.statistics;

import java.util.UUID;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.statistics.Indicator.Computation;

/**
 * An indicator that only one plan knows, to be counted like those of the catalogue.
 *
 * @param unit the unit of administration whose plan it stands in
 * @param origin the target of the plan; the same origin gives the same indicator
 * @param field the objective it stands under
 * @param measure "%", "buổi", "mô hình" …; empty where nothing is measured
 */
public record LocalIndicator(UnitId unit, UUID origin, String field, String name, String measure, Direction direction)
        implements Located {

    private static final Pattern PERSONS = Pattern.compile(
            "người|nạn nhân|trẻ em|học sinh|sinh viên|học viên|cán bộ|công chức|dân số|dân cư|lao động");
    private static final Pattern WOMEN = Pattern.compile("(?<!\\p{L})(nữ|gái)(?!\\p{L})");
    private static final Pattern MEN = Pattern.compile("(?<!\\p{L})(nam|trai)(?!\\p{L})");
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

    /** Persons of both sexes are counted: the words name persons, and not one sex alone. */
    boolean bySex() {
        String words = VietnameseText.lower(name);
        return PERSONS.matcher(words).find()
                && WOMEN.matcher(words).find() == MEN.matcher(words).find();
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
