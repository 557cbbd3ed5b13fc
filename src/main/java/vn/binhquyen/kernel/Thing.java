package vn.binhquyen.kernel;

/** The kinds of things that rights speak of. */
public enum Thing {
    PLAN,
    TASK,
    REPORT,
    INDICATOR,
    UNIT,
    AGENCY,
    ACCOUNT
}
