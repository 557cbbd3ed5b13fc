package vn.binhquyen.plan.web;

import org.springframework.stereotype.Component;
import vn.binhquyen.plan.PlanStatus;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.plan.query.TaskStatus;

/** Colour and sign of every status, once for all pages; the words are in the messages. */
@Component("statusLook")
class StatusLook {
    public String colour(PlanStatus status) {
        return switch (status) {
            case DRAFT, CLOSED, DISCARDED -> "none";
            case IN_REVIEW, APPROVED, AMENDMENT_IN_REVIEW, AMENDMENT_APPROVED -> "warn";
            case ISSUED -> "ok";
            case AMENDING -> "brand";
            case REVOKED -> "bad";
        };
    }

    public String icon(PlanStatus status) {
        return switch (status) {
            case DRAFT, AMENDING -> "pencil";
            case IN_REVIEW, AMENDMENT_IN_REVIEW -> "hourglass";
            case APPROVED, AMENDMENT_APPROVED -> "signature";
            case ISSUED -> "player-play";
            case CLOSED -> "circle-check";
            case REVOKED, DISCARDED -> "x";
        };
    }

    public String colour(TaskStatus status) {
        return switch (status) {
            case NOT_STARTED -> "none";
            case UNDER_WAY -> "brand";
            case DONE -> "ok";
            case OVERDUE -> "bad";
        };
    }

    public String icon(TaskStatus status) {
        return switch (status) {
            case NOT_STARTED -> "circle";
            case UNDER_WAY -> "player-play";
            case DONE -> "circle-check";
            case OVERDUE -> "clock";
        };
    }

    /** What an agency says of its own part, shown like the status of a task. */
    public TaskStatus as(TaskState state) {
        return switch (state) {
            case NOT_STARTED -> TaskStatus.NOT_STARTED;
            case UNDER_WAY -> TaskStatus.UNDER_WAY;
            case DONE -> TaskStatus.DONE;
        };
    }
}
