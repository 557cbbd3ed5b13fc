package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.structure.Label.Kind;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.kernel.VietnameseText;

/** Does the plan refer to an objective, an indicator or a part of its own that it hasn't? */
final class UnknownReference implements Rule {

    private static final Pattern PART = Pattern.compile(
            "(?<!\\p{L})(?:mục|phần)\\s+(?<no>[ivx]+)(?=[\\s,.;)]+(?:của |trong |tại )?(?:kế hoạch này|nêu trên|trên"
                    + " đây|văn bản này|dưới đây)|\\s*[.;)]?\\s*$)");

    @Override
    public String id() {
        return "unknown-reference";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        var doubts = new ArrayList<Doubt>();
        targets(hand.plan(), doubts);
        parts(hand, doubts);
        return doubts;
    }

    /** A plan without numbered objectives may speak of those of another. */
    private static void targets(ReadPlan plan, List<Doubt> doubts) {
        Set<String> known = new HashSet<>();
        boolean numbered = true;
        for (var objective : plan.objectives()) {
            numbered &= objective.no() != null;
            known.add(String.valueOf(objective.no()));
            objective.indicators().forEach(indicator -> known.add(objective.no() + "." + indicator.no()));
            if (objective.indicators().size() == 1) {
                known.add(objective.no() + ".1");
            }
        }
        if (plan.objectives().isEmpty() || !numbered) {
            return;
        }
        for (int a = 0; a < plan.assignments().size(); a++) {
            var assignment = plan.assignments().get(a);
            var unknown = new LinkedHashSet<String>();
            assignment.ownsObjectives().stream()
                    .filter(no -> !known.contains(no))
                    .forEach(unknown::add);
            assignment.ownsIndicators().stream()
                    .filter(no -> !known.contains(no))
                    .forEach(unknown::add);
            if (!unknown.isEmpty()) {
                doubts.add(new Doubt(
                        "target",
                        "assignments/" + a,
                        assignment.at(),
                        assignment.agency(),
                        String.join(", ", unknown)));
            }
        }
    }

    private static void parts(InHand hand, List<Doubt> doubts) {
        var known = new HashSet<String>();
        hand.outline()
                .all()
                .map(Node::label)
                .filter(label -> label.kind() == Kind.ROMAN || label.kind() == Kind.PART)
                .forEach(label -> known.add(VietnameseText.lower(label.text())));
        if (known.isEmpty()) {
            return;
        }
        for (Said.Hit hit : Said.find(hand, PART, List.of("mục", "phần"))) {
            String no = hit.words().replaceFirst("(?i)^(?:mục|phần)\\s+", "").strip();
            if (!known.contains(VietnameseText.lower(no))) {
                doubts.add(
                        new Doubt("", hit.subject("part"), hit.at(), hit.words().strip()));
            }
        }
    }
}
