package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.VietnameseText;

/** Does an indicator speak of a share, a rate or a number and then name none? */
final class IndicatorWithoutQuantity implements Rule {

    private static final Pattern PROMISES = Pattern.compile(
            "(?<!\\p{L})(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ số|tỉ số|tỷ trọng|tỉ trọng|số lượng|số giờ|bao nhiêu"
                    + " phần)(?!\\p{L})|[.…]{2,}\\s*%|(?<!\\d)\\s%");

    @Override
    public String id() {
        return "indicator-without-quantity";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan plan = hand.plan();
        var doubts = new ArrayList<Doubt>();
        for (int o = 0; o < plan.objectives().size(); o++) {
            var indicators = plan.objectives().get(o).indicators();
            for (int i = 0; i < indicators.size(); i++) {
                var indicator = indicators.get(i);
                String words = VietnameseText.unifyTones(VietnameseText.lower(indicator.text()));
                if (indicator.measures().isEmpty() && PROMISES.matcher(words).find()) {
                    doubts.add(new Doubt("", "objectives/" + o + "/indicators/" + i, indicator.at(), indicator.text()));
                }
            }
        }
        return doubts;
    }
}
