package vn.binhquyen.intake.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.check.Measures.At;
import vn.binhquyen.kernel.VietnameseText;

/** Is a sex ratio at birth given as boys per 100 girls, and between 95 and 125? */
final class RatioBase implements Rule {

    private static final String UNIT = "bé trai/100 bé gái";
    private static final BigDecimal LOWEST = new BigDecimal(95);
    private static final BigDecimal HIGHEST = new BigDecimal(125);

    @Override
    public String id() {
        return "ratio-base";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        return Measures.of(hand.plan()).stream()
                .filter(at -> isSexRatio(at.indicator().text()))
                .flatMap(RatioBase::doubt)
                .toList();
    }

    private static boolean isSexRatio(String text) {
        return VietnameseText.fold(text)
                .matches("(?s).*ty (?:so|le) (?:mat can bang )?gioi tinh (?:cua tre )?khi sinh.*");
    }

    private static Stream<Doubt> doubt(At at) {
        BigDecimal value = at.measure().value();
        if (!at.measure().unit().equals(UNIT)) {
            return Stream.of(new Doubt(
                    "base",
                    at.path(),
                    at.measure().at(),
                    Measures.say(value, at.measure().unit())));
        }
        boolean possible = value.compareTo(LOWEST) >= 0 && value.compareTo(HIGHEST) <= 0;
        return possible
                ? Stream.empty()
                : Stream.of(new Doubt("range", at.path(), at.measure().at(), Measures.say(value, UNIT)));
    }
}
