package vn.binhquyen.plan.query;

import java.util.List;
import vn.binhquyen.plan.Evidence;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.TaskProgress;

/** One task with all that was told of it and shown for it, newest first, as far as the reader may know. */
public record TaskPage(PlanHead plan, TaskRow task, List<Told> told, List<Evidence> evidence) {
    public record Told(String agencyName, TaskProgress progress) {}
}
