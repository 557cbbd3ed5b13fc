package vn.binhquyen.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;

/**
 * The part of an agency in a task of a plan in force.
 *
 * @param dueOn null where none is given
 * @param latest what the agency told last; null where it told nothing yet
 */
public record AssignedTask(
        TaskId task,
        PlanId plan,
        AgencyId agency,
        TaskRole role,
        String text,
        TaskKind kind,
        @Nullable LocalDate dueOn,
        boolean request,
        @Nullable TaskProgress latest) {
    /** A request and a standing task are never overdue, nor is what is done. */
    public boolean overdue(LocalDate today) {
        return !request
                && kind != TaskKind.STANDING
                && dueOn != null
                && dueOn.isBefore(today)
                && (latest == null || latest.state() != TaskState.DONE);
    }
}
