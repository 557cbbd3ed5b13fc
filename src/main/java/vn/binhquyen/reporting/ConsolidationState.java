package vn.binhquyen.reporting;

/** How far a consolidated report has come. */
public enum ConsolidationState {
    DRAFT,
    /** With the leader. */
    IN_APPROVAL,
    /** Signed; waits for its number. */
    APPROVED,
    ISSUED,
    /** With the level above. */
    SENT
}
