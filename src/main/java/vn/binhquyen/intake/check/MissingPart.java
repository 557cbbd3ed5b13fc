package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;

/** Is a part that such a plan needs absent: bases, tasks, assignments, budget, reporting, recipients, signature? */
final class MissingPart implements Rule {

    @Override
    public String id() {
        return "missing-part";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan plan = hand.plan();
        var doubts = new ArrayList<Doubt>();
        absent(plan.legalBases().isEmpty(), "legalBases", doubts);
        absent(plan.taskGroups().isEmpty() && plan.assignments().isEmpty(), "taskGroups", doubts);
        absent(plan.assignments().isEmpty(), "assignments", doubts);
        absent(plan.budget().isEmpty(), "budget", doubts);
        absent(plan.reporting().isEmpty(), "reporting", doubts);
        absent(plan.recipients().isEmpty(), "recipients", doubts);
        var signatory = plan.signatory();
        absent(
                signatory == null
                        || Objects.requireNonNullElse(signatory.name(), "").isBlank(),
                "signatory",
                doubts);
        return doubts;
    }

    private static void absent(boolean missing, String part, List<Doubt> doubts) {
        if (missing) {
            doubts.add(new Doubt(part, part, null));
        }
    }
}
