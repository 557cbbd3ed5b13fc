package vn.binhquyen.reporting;

/** How far a report has come. Being late is no state: it follows from the day. */
public enum SubmissionState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED;

    /** Whether its own agency can still write in it. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether its receiver has it. */
    public boolean arrived() {
        return this == SUBMITTED || this == ACCEPTED;
    }
}
