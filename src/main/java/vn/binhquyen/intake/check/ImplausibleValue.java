package vn.binhquyen.intake.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.check.Measures.At;
import vn.binhquyen.kernel.VietnameseNumbers;

/** Is a share above 100 %, a count negative, or a rate above its own base? A sex ratio may exceed its base of 100. */
final class ImplausibleValue implements Rule {

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final Pattern BASE = Pattern.compile("/(?<base>1\\.?000|10\\.?000|100\\.?000)(?!\\d)");

    @Override
    public String id() {
        return "implausible-value";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        return Measures.of(hand.plan()).stream()
                .filter(ImplausibleValue::isImpossible)
                .map(at -> new Doubt(
                        "",
                        at.path(),
                        at.measure().at(),
                        Measures.say(at.measure().value(), at.measure().unit())))
                .toList();
    }

    private static boolean isImpossible(At at) {
        BigDecimal value = at.measure().high() == null
                ? at.measure().value()
                : at.measure().high();
        Matcher base = BASE.matcher(at.measure().unit());
        boolean overShare = at.measure().unit().equals("%") && value.compareTo(WHOLE) > 0;
        boolean overBase = base.find()
                && value.compareTo(VietnameseNumbers.parse(base.group("base")).orElseThrow()) > 0;
        return overShare || overBase || at.measure().value().signum() < 0;
    }
}
