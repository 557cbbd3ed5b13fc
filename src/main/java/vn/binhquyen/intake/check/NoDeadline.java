package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan.ReportKind;
import vn.binhquyen.intake.ReadPlan.ReportingDuty;

/**
 * Is a regular report asked for without a date? Where another sentence gives a report of that kind its date, none is
 * missing. One doubt for all.
 */
final class NoDeadline implements Rule {

    private static final Set<ReportKind> REGULAR = EnumSet.of(
            ReportKind.MONTH,
            ReportKind.QUARTER,
            ReportKind.SIX_MONTH,
            ReportKind.YEAR,
            ReportKind.MID_TERM,
            ReportKind.FINAL);

    @Override
    public String id() {
        return "no-deadline";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        List<ReportingDuty> duties = hand.plan().reporting();
        Set<ReportKind> dated = duties.stream()
                .filter(duty -> duty.dueOn() != null)
                .map(ReportingDuty::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportKind.class)));
        var undated = new ArrayList<Integer>();
        for (int i = 0; i < duties.size(); i++) {
            ReportingDuty duty = duties.get(i);
            if (duty.dueOn() == null && REGULAR.contains(duty.kind()) && !dated.contains(duty.kind())) {
                undated.add(i);
            }
        }
        if (undated.isEmpty()) {
            return List.of();
        }
        return List.of(new Doubt(
                "",
                "reporting/" + undated.getFirst(),
                duties.get(undated.getFirst()).at(),
                undated.size(),
                Lines.say(undated.stream().map(i -> duties.get(i).at()).toList())));
    }
}
