package vn.binhquyen.intake.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.kernel.PartialDate;

/** Has anybody fewer than ten working days between the plan's date and a duty that it gives? Holidays count as worked. */
final class ShortNotice implements Rule {

    private static final int ENOUGH = 10;

    @Override
    public String id() {
        return "short-notice";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        Optional<LocalDate> issued = Optional.ofNullable(hand.plan().issuedOn()).flatMap(PartialDate::earliest);
        var doubts = new ArrayList<Doubt>();
        if (issued.isEmpty()) {
            return doubts;
        }
        var duties = hand.plan().reporting();
        for (int i = 0; i < duties.size(); i++) {
            PartialDate due = duties.get(i).dueOn();
            if (due == null || due.latest().isEmpty() || due.latest().get().isBefore(issued.get())) {
                continue;
            }
            long days = workingDays(issued.get(), due.latest().get());
            if (days < ENOUGH) {
                doubts.add(new Doubt("", "reporting/" + i, duties.get(i).at(), DateOrder.say(due), days));
            }
        }
        return doubts;
    }

    /** From the day after the first to the last. */
    private static long workingDays(LocalDate first, LocalDate last) {
        return first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .limit(ENOUGH)
                .count();
    }
}
