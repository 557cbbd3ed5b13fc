package vn.binhquyen.plan.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskRole;

/** @param next hand it back as {@code after} to see more; null on the last page */
public record TaskListPage(List<Line> lines, @Nullable String next) {
    /**
     * The task of one agency.
     *
     * @param planTitle null where the plan has none
     * @param former the unit of the agency, where that has ended; else null
     * @param status how far this agency is
     */
    public record Line(
            TaskId task,
            PlanId plan,
            String planNumber,
            @Nullable String planTitle,
            String text,
            @Nullable LocalDate dueOn,
            AgencyId agency,
            String agencyName,
            TaskRole role,
            @Nullable FormerUnit former,
            TaskStatus status) {
        public String link() {
            return "/plans/" + plan + "/tasks/" + task;
        }
    }
}
