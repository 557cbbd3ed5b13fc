package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan.Event;
import vn.binhquyen.intake.ReadPlan.ReportKind;
import vn.binhquyen.intake.ReadPlan.ReportingDuty;
import vn.binhquyen.kernel.PartialDate;

/** Is the report of the year due before an event of that year ends, so that it cannot tell of it? One doubt for each event. */
final class ReportBeforeEventEnds implements Rule {

    private static final int SOME_YEAR = 2024;

    @Override
    public String id() {
        return "report-before-event-ends";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        var doubts = new ArrayList<Doubt>();
        var duties = hand.plan().reporting();
        for (Event event : hand.plan().events()) {
            List<Integer> early = IntStream.range(0, duties.size())
                    .filter(i -> isTooEarly(duties.get(i), event))
                    .boxed()
                    .toList();
            if (!early.isEmpty()) {
                String days = early.stream()
                        .map(i -> DateOrder.say(
                                Objects.requireNonNull(duties.get(i).dueOn())))
                        .distinct()
                        .collect(Collectors.joining("; "));
                int first = early.getFirst();
                doubts.add(new Doubt(
                        "",
                        "reporting/" + first,
                        duties.get(first).at(),
                        days,
                        event.name(),
                        DateOrder.say(event.to())));
            }
        }
        return doubts;
    }

    private static boolean isTooEarly(ReportingDuty duty, Event event) {
        return duty.dueOn() != null && duty.kind() == ReportKind.YEAR && isDuring(duty.dueOn(), event);
    }

    /** In the event's year, in its second half or after its beginning, and before its end. */
    private static boolean isDuring(PartialDate due, Event event) {
        Integer year = due.year() != null
                ? due.year()
                : event.to().year() != null ? event.to().year() : SOME_YEAR;
        var dueOn = due.inYear(year).latest();
        var begins = event.from().inYear(year).earliest();
        var ends = event.to().inYear(year).latest();
        return dueOn.isPresent()
                && begins.isPresent()
                && ends.isPresent()
                && !dueOn.get().isBefore(begins.get())
                && dueOn.get().isBefore(ends.get());
    }
}
