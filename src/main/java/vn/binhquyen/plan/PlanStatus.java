package vn.binhquyen.plan;

/** Where a plan stands on its way; which step leads where says {@link PlanLifecycle}. */
public enum PlanStatus {
    DRAFT,
    IN_REVIEW,
    /** Signed by the leader, waiting for its number. */
    APPROVED,
    ISSUED,
    /** In force, while a new version of it is written. */
    AMENDING,
    AMENDMENT_IN_REVIEW,
    AMENDMENT_APPROVED,
    CLOSED,
    REVOKED,
    DISCARDED;

    /** Whether its tasks, targets and duties bind today. */
    public boolean inForce() {
        return switch (this) {
            case ISSUED, AMENDING, AMENDMENT_IN_REVIEW, AMENDMENT_APPROVED -> true;
            case DRAFT, IN_REVIEW, APPROVED, CLOSED, REVOKED, DISCARDED -> false;
        };
    }

    /** Whether the newest version can be edited. */
    public boolean editable() {
        return this == DRAFT || this == AMENDING;
    }

    /** Whether people outside the unit may know of it. */
    public boolean published() {
        return inForce() || this == CLOSED || this == REVOKED;
    }
}
