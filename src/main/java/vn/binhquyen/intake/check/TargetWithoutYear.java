package vn.binhquyen.intake.check;

import java.util.List;
import vn.binhquyen.intake.Finding.Severity;

/** Does a measurable target of a plan of several years lack its year? What recurs ("each quarter") needs none. */
final class TargetWithoutYear implements Rule {

    @Override
    public String id() {
        return "target-without-year";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        var period = hand.plan().period();
        if (period == null || period.from() == period.to()) {
            return List.of();
        }
        return Measures.of(hand.plan()).stream()
                .filter(at -> at.measure().byYear() == null && at.measure().frequency() == null)
                .map(at -> new Doubt(
                        "",
                        at.path(),
                        at.measure().at(),
                        Measures.say(at.measure().value(), at.measure().unit())))
                .toList();
    }
}
