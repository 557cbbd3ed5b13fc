package vn.binhquyen.statistics.form;

import java.time.LocalDate;
import vn.binhquyen.kernel.Period;

/** Up to which day the figures of a period are counted. */
public enum CutOff {
    /** The whole period, as the statistical regime asks. */
    CALENDAR,
    /** To the 14th of its last month, as administrative reports are (Decree 09/2019/NĐ-CP, Article 12). */
    ADMINISTRATIVE;

    public LocalDate from(Period period) {
        return this == CALENDAR ? period.start() : period.administrativeFrom();
    }

    public LocalDate to(Period period) {
        return this == CALENDAR ? period.end() : period.administrativeTo();
    }
}
