package vn.binhquyen.intake.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.check.Measures.At;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.VietnameseText;

/** Does a fall end above its baseline, or a rise below it? The verb of the sentence counts before the catalogue. */
final class TargetDirection implements Rule {

    private static final Pattern FALLS = Pattern.compile("(?<!\\p{L})(?:giảm|hạ|xuống)(?!\\p{L})");
    private static final Pattern RISES = Pattern.compile("(?<!\\p{L})(?:tăng|nâng|lên)(?!\\p{L})");

    @Override
    public String id() {
        return "target-direction";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        return Measures.of(hand.plan()).stream().flatMap(TargetDirection::doubt).toList();
    }

    private static Stream<Doubt> doubt(At at) {
        BigDecimal baseline = at.measure().baseline();
        Direction direction = spoken(at);
        if (baseline == null || direction == null) {
            return Stream.empty();
        }
        int moved = at.measure().value().compareTo(baseline);
        Comparator strict = direction == Direction.DOWN ? Comparator.LESS_THAN : Comparator.MORE_THAN;
        boolean stands = moved == 0 && at.measure().comparator() != strict;
        boolean wrong = direction == Direction.DOWN ? moved > 0 : moved < 0;
        return wrong || stands
                ? Stream.of(new Doubt(
                        direction == Direction.DOWN ? "fall" : "rise",
                        at.path(),
                        at.measure().at(),
                        Measures.say(baseline, at.measure().unit()),
                        Measures.say(at.measure().value(), at.measure().unit())))
                : Stream.empty();
    }

    private static @Nullable Direction spoken(At at) {
        String words = VietnameseText.lower(at.indicator().text());
        boolean falls = FALLS.matcher(words).find();
        boolean rises = RISES.matcher(words).find();
        if (falls != rises) {
            return falls ? Direction.DOWN : Direction.UP;
        }
        boolean cap = at.measure().comparator() == Comparator.LESS_THAN
                || at.measure().comparator() == Comparator.AT_MOST;
        return switch (at.indicator().direction()) {
            case DOWN -> Direction.DOWN;
            case UP -> cap ? null : Direction.UP;
            case TOWARD, NONE -> null;
        };
    }
}
