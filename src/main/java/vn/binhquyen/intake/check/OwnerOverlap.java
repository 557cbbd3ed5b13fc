package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.ReadPlan.AssignedTask;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.Role;
import vn.binhquyen.kernel.VietnameseText;

/** Do two agencies follow one indicator or objective, none of them or several in the lead? Who takes part overlaps nobody. */
final class OwnerOverlap implements Rule {

    private static final Pattern NUMBERED = Pattern.compile("tieu (?<=(?:chi|muc) tieu )(?:so )?\\d");

    @Override
    public String id() {
        return "owner-overlap";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    private record Owner(Assignment assignment, Role role) {}

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan plan = hand.plan();
        var doubts = new ArrayList<Doubt>();
        for (int o = 0; o < plan.objectives().size(); o++) {
            var objective = plan.objectives().get(o);
            if (objective.no() == null) {
                continue;
            }
            List<Owner> ofAll = owners(plan, objective.no(), true);
            if (isContested(ofAll)) {
                doubts.add(new Doubt("objective", "objectives/" + o, objective.at(), objective.no(), names(ofAll)));
                continue;
            }
            for (int i = 0; i < objective.indicators().size(); i++) {
                var indicator = objective.indicators().get(i);
                String no = objective.no() + "." + indicator.no();
                List<Owner> owners = owners(plan, no, false);
                if (isContested(owners)) {
                    doubts.add(
                            new Doubt("", "objectives/" + o + "/indicators/" + i, indicator.at(), no, names(owners)));
                }
            }
        }
        return doubts;
    }

    private static List<Owner> owners(ReadPlan plan, String no, boolean objective) {
        Map<String, Owner> owners = new LinkedHashMap<>();
        for (Assignment assignment : plan.assignments()) {
            List<String> owned = objective ? assignment.ownsObjectives() : assignment.ownsIndicators();
            if (owned.contains(no) && !assignment.request()) {
                owners.put(assignment.agency(), new Owner(assignment, role(assignment)));
            }
        }
        return List.copyOf(owners.values());
    }

    private static boolean isContested(List<Owner> owners) {
        List<Owner> own =
                owners.stream().filter(owner -> owner.role() != Role.COORDINATE).toList();
        long leading = own.stream().filter(owner -> owner.role() == Role.LEAD).count();
        return own.size() > 1 && leading != 1;
    }

    /** The role in the tasks that speak of indicators or objectives. */
    private static Role role(Assignment assignment) {
        return assignment.tasks().stream()
                .filter(task ->
                        NUMBERED.matcher(VietnameseText.fold(task.text())).find())
                .map(AssignedTask::role)
                .findFirst()
                .orElse(Role.UNSPECIFIED);
    }

    private static String names(List<Owner> owners) {
        return String.join(
                "; ", owners.stream().map(owner -> owner.assignment().agency()).toList());
    }
}
