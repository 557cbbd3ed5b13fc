package vn.binhquyen.statistics.quality;

import java.time.LocalDate;
import vn.binhquyen.kernel.Period;

/** A form and a period over all units that owe it, and how many of them sent it in. */
public record OwedForms(
        String code,
        String nameVi,
        String nameEn,
        Period period,
        LocalDate dueOn,
        int units,
        int inTime,
        int late,
        int missing) {
    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }

    /** How many of the units sent it, late or not: in percent, rounded down, so that only what is whole is told as whole. */
    public int share() {
        return units == 0 ? 0 : (inTime + late) * 100 / units;
    }
}
