package vn.binhquyen.intake.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.Measure;
import vn.binhquyen.intake.check.FiguresOfText.Figure;
import vn.binhquyen.intake.check.Measures.At;

/**
 * Does a target say another figure than the words of its indicator? Such a thing comes of mending one of the two: the
 * words are printed, the target is reported against. Words without a figure of their own contradict nothing.
 */
public final class FigureInText implements Rule {

    /** @param wanted the number of the target that the words do not say */
    public record Contradiction(boolean baseline, List<Figure> said, BigDecimal wanted) {

        /** The one figure that stands where the wanted one belongs; nothing where there are several or it stands twice. */
        public Optional<Figure> instead() {
            return said.size() == 1 ? Optional.of(said.getFirst()) : Optional.empty();
        }
    }

    FigureInText() {}

    @Override
    public String id() {
        return "figure-in-text";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        return Measures.of(hand.plan()).stream().flatMap(FigureInText::doubt).toList();
    }

    private static Stream<Doubt> doubt(At at) {
        Measure measure = at.measure();
        return contradiction(at.indicator(), measure).stream().map(found -> {
            String wanted = Measures.say(found.wanted(), measure.unit());
            return found.instead()
                    .map(figure -> new Doubt(
                            found.baseline() ? "baseline" : "value",
                            at.path(),
                            measure.at(),
                            Measures.say(figure.value(), measure.unit()),
                            wanted))
                    .orElseGet(() -> new Doubt("several", at.path(), measure.at(), wanted));
        });
    }

    /** What the measure says otherwise than the words of its indicator. */
    public static Optional<Contradiction> contradiction(Indicator indicator, Measure measure) {
        String text = indicator.text();
        List<BigDecimal> missing = numbers(measure).stream()
                .filter(number -> !FiguresOfText.say(text, number))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> known = new ArrayList<>();
        indicator.measures().forEach(one -> known.addAll(numbers(one)));
        List<Figure> said = FiguresOfText.besides(known, text, measure.unit(), measure.at() == null);
        BigDecimal wanted = missing.getFirst();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contradiction(
                        wanted.equals(measure.baseline()), missing.size() == 1 ? said : List.of(), wanted));
    }

    private static List<BigDecimal> numbers(Measure measure) {
        return Stream.of(measure.value(), measure.high(), measure.baseline())
                .filter(Objects::nonNull)
                .toList();
    }
}
