package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.List;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;

/** Is there an indicator that no agency is to follow? */
final class UnassignedIndicator implements Rule {

    @Override
    public String id() {
        return "unassigned-indicator";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan plan = hand.plan();
        if (plan.assignments().isEmpty()) {
            return List.of();
        }
        var objectives = plan.assignments().stream()
                .flatMap(a -> a.ownsObjectives().stream())
                .toList();
        var indicators = plan.assignments().stream()
                .flatMap(a -> a.ownsIndicators().stream())
                .toList();
        if (objectives.isEmpty() && indicators.isEmpty()) {
            return plan.objectives().isEmpty()
                    ? List.of()
                    : List.of(new Doubt(
                            "all", "objectives", plan.objectives().getFirst().at()));
        }
        var doubts = new ArrayList<Doubt>();
        for (int o = 0; o < plan.objectives().size(); o++) {
            var objective = plan.objectives().get(o);
            if (objective.no() != null && objectives.contains(objective.no())) {
                continue;
            }
            for (int i = 0; i < objective.indicators().size(); i++) {
                var indicator = objective.indicators().get(i);
                String no =
                        objective.no() == null ? String.valueOf(indicator.no()) : objective.no() + "." + indicator.no();
                String subject = "objectives/" + o + "/indicators/" + i;
                if (indicator.no() == null) {
                    doubts.add(new Doubt("unnumbered", subject, indicator.at(), indicator.text()));
                } else if (!indicators.contains(no)) {
                    doubts.add(new Doubt("", subject, indicator.at(), no, indicator.text()));
                }
            }
        }
        return doubts;
    }
}
