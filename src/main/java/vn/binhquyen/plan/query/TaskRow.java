package vn.binhquyen.plan.query;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskKind;
import vn.binhquyen.plan.TaskRole;
import vn.binhquyen.plan.TaskState;

/**
 * A task with all who have a part in it.
 *
 * @param group title of its task group; null where none
 * @param objective title of its objective; null where none
 * @param leadName the leading party as the plan writes it; null where nobody is named
 * @param parts leading agencies first, then by name
 */
public record TaskRow(
        TaskId id,
        PlanId plan,
        String text,
        @Nullable String group,
        @Nullable String objective,
        TaskKind kind,
        PlanItem.@Nullable Frequency recurrence,
        @Nullable LocalDate dueOn,
        boolean request,
        @Nullable String leadName,
        TaskStatus status,
        List<Part> parts) {

    /**
     * @param percentage null where nobody estimated it
     * @param toldAt null where the agency told nothing yet; then the state is {@code NOT_STARTED}
     */
    public record Part(
            AgencyId agency,
            String agencyName,
            TaskRole role,
            TaskState state,
            @Nullable Integer percentage,
            @Nullable String narrative,
            @Nullable OffsetDateTime toldAt) {}

    TaskRow withParts(List<Part> all) {
        return new TaskRow(
                id, plan, text, group, objective, kind, recurrence, dueOn, request, leadName, status, List.copyOf(all));
    }
}
