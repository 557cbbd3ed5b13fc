package vn.binhquyen.intake.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.check.Measures.At;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.statistics.NationalStrategy;
import vn.binhquyen.statistics.NationalStrategy.Aim;

/**
 * Is the target weaker than the national strategy's for that year (Nghị quyết 28/NQ-CP)? From 2025 on the aim of 2025
 * counts, from 2030 on that of 2030; before, nothing is due yet. "About" forgives five parts in a hundred.
 */
final class WeakerThanNational implements Rule {

    private static final BigDecimal FORGIVEN = new BigDecimal("0.05");

    @Override
    public String id() {
        return "weaker-than-national";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        return Measures.of(hand.plan()).stream()
                .flatMap(at -> doubt(at, hand.plan()))
                .toList();
    }

    private static Stream<Doubt> doubt(At at, ReadPlan plan) {
        Optional<NationalStrategy.Measure> national =
                Optional.ofNullable(at.measure().catalogue()).flatMap(NationalStrategy.shipped()::find);
        Integer year = year(at, plan);
        Level level = plan.issuer() == null ? null : plan.issuer().level();
        if (national.isEmpty()
                || year == null
                || year < NationalStrategy.MID_TERM
                || (level != null && !national.get().binds().contains(level))) {
            return Stream.empty();
        }
        Aim aim = year < NationalStrategy.END
                ? national.get().aim2025()
                : national.get().aim2030();
        if (aim == null
                || !national.get().unit().equals(at.measure().unit())
                || !isWeaker(at.measure().value(), aim, national.get())) {
            return Stream.empty();
        }
        return Stream.of(new Doubt(
                "",
                at.path(),
                at.measure().at(),
                Measures.say(at.measure().value(), at.measure().unit()),
                aim.comparator().symbol() + " "
                        + Measures.say(aim.value(), national.get().unit()),
                String.valueOf(year < NationalStrategy.END ? NationalStrategy.MID_TERM : NationalStrategy.END),
                national.get().code()));
    }

    private static @Nullable Integer year(At at, ReadPlan plan) {
        if (at.measure().byYear() != null) {
            return at.measure().byYear();
        }
        return plan.period() == null ? null : plan.period().to();
    }

    private static boolean isWeaker(BigDecimal value, Aim aim, NationalStrategy.Measure national) {
        BigDecimal slack = aim.comparator() == Comparator.ABOUT ? aim.value().multiply(FORGIVEN) : BigDecimal.ZERO;
        return switch (national.direction()) {
            case UP -> value.compareTo(aim.value().subtract(slack)) < 0;
            case DOWN, TOWARD -> value.compareTo(aim.value().add(slack)) > 0;
            case NONE -> false;
        };
    }
}
