package vn.binhquyen.statistics.quality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.form.FormId;

/**
 * A form that a unit owes for a period.
 *
 * @param sentOn null where it was not sent in yet
 * @param cells how many figures it asks for
 * @param filled how many of them were given
 */
public record OwedSheet(
        UnitId unit,
        String unitName,
        FormId form,
        String code,
        String nameVi,
        String nameEn,
        Period period,
        LocalDate dueOn,
        @Nullable LocalDate sentOn,
        int filled,
        int cells,
        State state) {
    /** What became of it. */
    public enum State {
        /** Past its day, and nothing or not all of it was sent in. */
        MISSING,
        /** Sent in after its day. */
        LATE,
        /** Its day is still to come. */
        OPEN,
        IN_TIME
    }

    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }
}
