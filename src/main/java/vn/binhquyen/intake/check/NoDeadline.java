package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern EVERY_YEAR =
            Pattern.compile("(?<!\\p{L})(?:thực hiện )?chế độ[^.;]{0,30}báo cáo[^.;\\d]{0,60}?(?:hằng|hàng)"
                    + " năm(?![^.;]*\\d{1,2}/\\d{1,2})");

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
        boolean yearlyKnown = duties.stream().anyMatch(duty -> duty.kind() == ReportKind.YEAR);
        if (undated.isEmpty()) {
            return yearlyKnown ? List.of() : yearly(hand);
        }
        return List.of(new Doubt(
                "",
                "reporting/" + undated.getFirst(),
                duties.get(undated.getFirst()).at(),
                undated.size(),
                Lines.say(undated, i -> duties.get(i).at())));
    }

    /** Sentences that give agencies a yearly report among other things, from which no duty was made. */
    private static List<Doubt> yearly(InHand hand) {
        List<Said.Hit> hits = Said.find(hand, EVERY_YEAR, List.of("chế độ")).stream()
                .filter(hit -> hit.said().path().startsWith("assignments/"))
                .toList();
        if (hits.isEmpty()) {
            return List.of();
        }
        Said.Hit first = hits.getFirst();
        String lines = Lines.say(hits, Said.Hit::at);
        return List.of(new Doubt("", first.subject("yearly"), first.at(), hits.size(), lines));
    }
}
