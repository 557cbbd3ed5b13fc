package vn.binhquyen.plan;

/** How often a task is done: a standing one ("thường xuyên") has no end and is not shouted about. */
public enum TaskKind {
    ONCE,
    RECURRING,
    STANDING
}
