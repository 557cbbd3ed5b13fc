package vn.binhquyen.intake.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.check.SameTarget;
import vn.binhquyen.intake.draft.ReadingOfDraft;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanItem.Indicator;
import vn.binhquyen.plan.PlanItem.Target;

/**
 * A draft beside another plan, target by target: what both promise in the order of the draft, then what only the other
 * one has.
 */
public record Comparison(With with, PlanHead other, List<Line> lines) {

    /** What the other plan is to the draft. */
    public enum With {
        PLAN_ABOVE,
        LAST_PLAN
    }

    public enum Outcome {
        SAME,
        CHANGED,
        MISSING,
        NEW
    }

    /** A target with its indicator; without one for an indicator that promises no quantity. */
    public record Promise(Indicator indicator, @Nullable Target target) {
        public String words() {
            return target == null || target.what() == null ? indicator.text() : target.what();
        }
    }

    /** @param mine null where only the other plan has it; @param theirs null where only the draft has it */
    public record Line(
            Outcome outcome,
            @Nullable Promise mine,
            @Nullable Promise theirs) {}

    public static Comparison of(With with, PlanContent draft, PlanHead head, PlanContent other) {
        List<Promise> open = new ArrayList<>(promises(other));
        List<Line> lines = new ArrayList<>();
        for (Promise mine : promises(draft)) {
            Optional<Promise> theirs = open.stream()
                    .filter(promise -> same(mine, promise))
                    .min(Comparator.comparingInt(promise -> distance(mine, promise)));
            theirs.ifPresent(open::remove);
            lines.add(new Line(outcome(with, mine, theirs.orElse(null)), mine, theirs.orElse(null)));
        }
        open.forEach(theirs -> lines.add(new Line(Outcome.MISSING, null, theirs)));
        return new Comparison(with, head, List.copyOf(lines));
    }

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    private static List<Promise> promises(PlanContent content) {
        List<Promise> promises = new ArrayList<>();
        for (Indicator indicator : content.indicators()) {
            if (indicator.targets().isEmpty()) {
                promises.add(new Promise(indicator, null));
            }
            indicator.targets().forEach(target -> promises.add(new Promise(indicator, target)));
        }
        return promises;
    }

    private static boolean same(Promise one, Promise other) {
        Target its = one.target();
        Target theirs = other.target();
        var mine = ReadingOfDraft.indicator(one.indicator());
        var second = ReadingOfDraft.indicator(other.indicator());
        if (its == null || theirs == null) {
            return its == theirs && SameTarget.of(mine, second);
        }
        return SameTarget.of(
                mine,
                ReadingOfDraft.measure(its, one.indicator()),
                second,
                ReadingOfDraft.measure(theirs, other.indicator()));
    }

    /** Of several of one national measure, the one in the same unit and of the nearest year is the counterpart. */
    private static int distance(Promise one, Promise other) {
        Target its = one.target();
        Target theirs = other.target();
        if (its == null || theirs == null) {
            return 0;
        }
        int unit = its.unit().equals(theirs.unit()) ? 0 : 1000;
        Integer year = its.byYear();
        Integer another = theirs.byYear();
        return unit + (year == null || another == null ? 100 : Math.abs(year - another));
    }

    /** Of last year's plan the year is bound to be another. */
    private static Outcome outcome(With with, Promise mine, @Nullable Promise theirs) {
        if (theirs == null) {
            return Outcome.NEW;
        }
        Target its = mine.target();
        Target other = theirs.target();
        boolean same = its == null
                || other == null
                || (its.comparator() == other.comparator()
                        && its.value().compareTo(other.value()) == 0
                        && isSame(its.high(), other.high())
                        && its.unit().equals(other.unit())
                        && (with == With.LAST_PLAN || Objects.equals(its.byYear(), other.byYear())));
        return same ? Outcome.SAME : Outcome.CHANGED;
    }

    private static boolean isSame(java.math.@Nullable BigDecimal one, java.math.@Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
