package vn.binhquyen.plan;

/** How far a task has come, as the one who does it says; being overdue is derived. */
public enum TaskState {
    NOT_STARTED,
    UNDER_WAY,
    DONE
}
