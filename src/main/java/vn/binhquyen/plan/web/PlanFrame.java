package vn.binhquyen.plan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.query.PlanSummary;

/**
 * What stands on top of every page of one plan.
 *
 * @param steps what the reader may do with it now
 * @param mayEdit whether the reader may write and the newest version can be edited
 * @param inside whether the reader is of the unit that keeps it
 * @param mayCarryOut whether the reader may begin a plan of a unit below that carries this one out
 * @param childrenAsked whether the plan asks the units below for plans, or some made one
 */
record PlanFrame(
        PlanSummary summary,
        List<PlanStep> steps,
        boolean mayEdit,
        boolean inside,
        boolean mayCarryOut,
        boolean childrenAsked) {
    public PlanHead head() {
        return summary.head();
    }

    public @Nullable String title() {
        return head().title();
    }

    /** The steps that have a button of their own. */
    public List<PlanStep> forward() {
        return steps.stream().filter(PlanStep::forward).toList();
    }

    /** The steps behind "More". */
    public List<PlanStep> aside() {
        return steps.stream().filter(step -> !step.forward()).toList();
    }

    /** Whether the page shows a version that is not the newest one. */
    public boolean amended() {
        return head().inForce() > 0
                && head().content() > head().inForce()
                && head().status().inForce();
    }
}
