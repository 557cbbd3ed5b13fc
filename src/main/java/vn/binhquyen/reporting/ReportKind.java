package vn.binhquyen.reporting;

import vn.binhquyen.kernel.Period;

/** The kinds of report that plans ask for, with the length of the period they are about. */
public enum ReportKind {
    SIX_MONTH(Period.Kind.HALF_YEAR),
    YEAR(Period.Kind.YEAR),
    QUARTER(Period.Kind.QUARTER),
    MONTH(Period.Kind.MONTH),
    AD_HOC(Period.Kind.MONTH),
    /** About the programme's years so far; its figures are those of its last year. */
    MID_TERM(Period.Kind.YEAR),
    /** About all the programme's years; its figures are those of its last year. */
    FINAL(Period.Kind.YEAR);

    private final Period.Kind period;

    ReportKind(Period.Kind period) {
        this.period = period;
    }

    public Period.Kind period() {
        return period;
    }
}
