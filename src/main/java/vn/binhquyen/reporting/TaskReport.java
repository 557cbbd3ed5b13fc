package vn.binhquyen.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskState;

/**
 * What one report says of a task of its agency, begun from what the agency told of the task before.
 *
 * @param agency name of the agency that did it
 * @param leads whether it leads the task or takes part in it
 * @param dueOn null where the plan gives none
 * @param percentage 0 to 100; null where nobody estimated it
 * @param version hand it back with the next change; 0 in a report that was sent
 */
public record TaskReport(
        TaskId task,
        String agency,
        String text,
        boolean leads,
        @Nullable LocalDate dueOn,
        TaskState state,
        @Nullable Integer percentage,
        String narrative,
        long version) {}
