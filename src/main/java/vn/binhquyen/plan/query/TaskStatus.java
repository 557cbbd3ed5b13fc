package vn.binhquyen.plan.query;

/** Where a task stands today: what was told, and whether the day has passed. */
public enum TaskStatus {
    NOT_STARTED,
    UNDER_WAY,
    DONE,
    OVERDUE
}
