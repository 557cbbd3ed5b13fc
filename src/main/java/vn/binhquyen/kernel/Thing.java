package vn.binhquyen.kernel;

/** The kinds of things that rights speak of. */
public enum Thing {
    PLAN,
    TASK,
    REPORT,
    INDICATOR,
    UNIT,
    AGENCY,
    ACCOUNT,
    /** What the whole installation looks up: legal documents, bodies that ended. */
    REFERENCE,
    /** The record of who did what. */
    AUDIT
}
