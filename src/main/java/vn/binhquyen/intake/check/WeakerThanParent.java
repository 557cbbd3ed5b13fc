package vn.binhquyen.intake.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.check.Measures.At;
import vn.binhquyen.kernel.Direction;

/** Is a target weaker than that of the plan above for the same year? Asked only where that plan is known. */
final class WeakerThanParent implements Rule {

    @Override
    public String id() {
        return "weaker-than-parent";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan parent = hand.parent();
        if (parent == null) {
            return List.of();
        }
        List<At> above = Measures.of(parent);
        return Measures.of(hand.plan()).stream()
                .flatMap(at -> counterpart(at, above, hand.plan(), parent)
                        .filter(other -> isWeaker(at, other))
                        .map(other -> doubt(at, other, parent))
                        .stream())
                .toList();
    }

    private static Optional<At> counterpart(At at, List<At> above, ReadPlan plan, ReadPlan parent) {
        Integer year = year(at, plan);
        return above.stream()
                .filter(other -> other.measure().unit().equals(at.measure().unit()))
                .filter(other -> year != null && year.equals(year(other, parent)))
                .filter(other -> SameTarget.of(at.indicator(), at.measure(), other.indicator(), other.measure()))
                .findFirst();
    }

    private static boolean isWeaker(At at, At other) {
        int compared = at.measure().value().compareTo(other.measure().value());
        Direction direction = other.indicator().direction();
        return switch (direction) {
            case UP -> compared < 0;
            case DOWN, TOWARD -> compared > 0;
            case NONE -> false;
        };
    }

    private static @Nullable Integer year(At at, ReadPlan plan) {
        return Stream.of(
                        Optional.ofNullable(at.measure().byYear()),
                        Optional.ofNullable(plan.period()).map(ReadPlan.Period::to))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Doubt doubt(At at, At other, ReadPlan parent) {
        return new Doubt(
                "",
                at.path(),
                at.measure().at(),
                Measures.say(at.measure().value(), at.measure().unit()),
                other.measure().comparator().symbol() + " "
                        + Measures.say(other.measure().value(), other.measure().unit()),
                parent.number() == null ? String.valueOf(parent.title()) : parent.number());
    }
}
