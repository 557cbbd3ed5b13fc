package vn.binhquyen.intake.check;

import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.Measure;
import vn.binhquyen.kernel.Names;

/** Whether targets of two plans are about the same thing: by the national measure, or else by their words. */
public final class SameTarget {
    private static final double SAME = 0.85;

    private SameTarget() {}

    public static boolean of(Indicator one, Measure its, Indicator other, Measure theirs) {
        String code = its.catalogue();
        if (code != null || theirs.catalogue() != null) {
            return code != null && code.equals(theirs.catalogue());
        }
        return Names.areAlike(words(one, its), words(other, theirs), SAME);
    }

    /** The same of indicators that promise no quantity. */
    public static boolean of(Indicator one, Indicator other) {
        String code = one.catalogue();
        return (code != null && code.equals(other.catalogue())) || Names.areAlike(one.text(), other.text(), SAME);
    }

    private static String words(Indicator indicator, Measure measure) {
        return measure.what().isBlank() ? indicator.text() : measure.what();
    }
}
