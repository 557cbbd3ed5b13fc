package vn.binhquyen.statistics;

/** How far a figure has come on its way to whom it is owed. */
public enum ValueStatus {
    DRAFT,
    SUBMITTED,
    ACCEPTED
}
