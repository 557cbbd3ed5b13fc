package vn.binhquyen.intake.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.PartialDate;

/**
 * Is a deadline before the plan's date or outside its period, a basis dated after the plan, or an event's end before its
 * beginning? The report on a plan's last year may be due up to the end of the following March.
 */
final class DateOrder implements Rule {

    private static final int MONTHS_AFTER = 3;

    @Override
    public String id() {
        return "date-order";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan plan = hand.plan();
        var doubts = new ArrayList<Doubt>();
        bases(plan, doubts);
        duties(plan, doubts);
        for (int i = 0; i < plan.events().size(); i++) {
            var event = plan.events().get(i);
            if (isBefore(event.to().latest(), event.from().earliest())) {
                doubts.add(new Doubt(
                        "event", "events/" + i, event.at(), event.name(), say(event.from()), say(event.to())));
            }
        }
        return doubts;
    }

    private static void bases(ReadPlan plan, List<Doubt> doubts) {
        Optional<LocalDate> issued = Optional.ofNullable(plan.issuedOn()).flatMap(PartialDate::latest);
        for (int i = 0; i < plan.legalBases().size(); i++) {
            var basis = plan.legalBases().get(i);
            PartialDate date = basis.issuedOn();
            if (date != null && isBefore(issued, date.earliest())) {
                doubts.add(new Doubt(
                        "basis",
                        "legalBases/" + i,
                        basis.at(),
                        Objects.requireNonNullElse(basis.number(), basis.type().vietnamese()),
                        say(date),
                        say(Objects.requireNonNull(plan.issuedOn()))));
            }
        }
    }

    private static void duties(ReadPlan plan, List<Doubt> doubts) {
        Optional<LocalDate> issued = Optional.ofNullable(plan.issuedOn()).flatMap(PartialDate::earliest);
        var period = plan.period();
        for (int i = 0; i < plan.reporting().size(); i++) {
            var duty = plan.reporting().get(i);
            PartialDate due = duty.dueOn();
            if (due == null) {
                continue;
            }
            if (isBefore(due.latest(), issued)) {
                doubts.add(new Doubt(
                        "early", "reporting/" + i, duty.at(), say(due), say(Objects.requireNonNull(plan.issuedOn()))));
            } else if (period != null && isOutside(due, period)) {
                doubts.add(
                        new Doubt("outside", "reporting/" + i, duty.at(), say(due), period.from() + "–" + period.to()));
            }
        }
    }

    private static boolean isOutside(PartialDate due, ReadPlan.Period period) {
        var begin = Optional.of(LocalDate.of(period.from(), 1, 1));
        var end = Optional.of(LocalDate.of(period.to(), 12, 31).plusMonths(MONTHS_AFTER));
        return isBefore(due.latest(), begin) || isBefore(end, due.earliest());
    }

    private static boolean isBefore(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
    }

    /** As offices write it: 14/5/2026, 5/2026, 2026. */
    static String say(PartialDate date) {
        var words = new ArrayList<String>();
        for (Integer part : new Integer[] {date.day(), date.month(), date.year()}) {
            if (part != null) {
                words.add(part.toString());
            }
        }
        return String.join("/", words);
    }
}
