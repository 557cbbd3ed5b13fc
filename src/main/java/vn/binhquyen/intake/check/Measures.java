package vn.binhquyen.intake.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.Measure;
import vn.binhquyen.kernel.VietnameseNumbers;

/** Walks over the targets of a plan with their paths. */
final class Measures {

    record At(String path, Indicator indicator, Measure measure) {}

    private Measures() {}

    static List<At> of(ReadPlan plan) {
        var all = new ArrayList<At>();
        for (int o = 0; o < plan.objectives().size(); o++) {
            var indicators = plan.objectives().get(o).indicators();
            for (int i = 0; i < indicators.size(); i++) {
                var measures = indicators.get(i).measures();
                for (int m = 0; m < measures.size(); m++) {
                    String path = "objectives/" + o + "/indicators/" + i + "/measures/" + m;
                    all.add(new At(path, indicators.get(i), measures.get(m)));
                }
            }
        }
        return all;
    }

    /** "25 %" */
    static String say(BigDecimal value, String unit) {
        return unit.equals("%")
                ? VietnameseNumbers.format(value) + "%"
                : (VietnameseNumbers.format(value) + " " + unit).strip();
    }
}
