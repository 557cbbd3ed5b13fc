package vn.binhquyen.kernel;

/** What can be done to a {@link Thing}; a right is an action on a kind of thing within a scope. */
public enum Action {
    VIEW,
    WRITE,
    /** Takes part in the execution: progress of a task, a report of one's own agency. */
    EXECUTE,
    /** Receives what others owe: accepts, returns, reminds, consolidates. */
    RECEIVE,
    APPROVE,
    /** Gives number and date, and distributes. */
    ISSUE,
    MANAGE
}
