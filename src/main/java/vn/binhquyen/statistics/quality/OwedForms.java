package vn.binhquyen.statistics.quality;

import java.time.LocalDate;
import vn.binhquyen.kernel.Period;

/**
 * A form and a period over all units that owe it.
 *
 * @param cells how many figures are asked for in all
 * @param filled how many of them were given
 */
public record OwedForms(
        String code,
        String nameVi,
        String nameEn,
        Period period,
        LocalDate dueOn,
        int units,
        int inTime,
        int late,
        int missing,
        long filled,
        long cells) {
    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }

    /** In percent, rounded down, so that only what is whole is told as whole. */
    public int share() {
        return cells == 0 ? 0 : (int) (filled * 100 / cells);
    }
}
