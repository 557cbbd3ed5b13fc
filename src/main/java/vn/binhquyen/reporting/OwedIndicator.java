package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Measure;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.IndicatorId;

/**
 * An indicator of a plan as its report asks for it.
 *
 * @param no as numbered in the plan, with a letter where its sentence sets several targets; null where it is not numbered
 * @param name in the words of the plan
 * @param nationalName what the national catalogue calls it; null where it calls it the same or does not know it
 * @param per what a ratio is multiplied by: 100 for %
 * @param numerator what is counted, in words; null where nothing is
 * @param denominator out of what, in words; null where nothing is
 * @param elements the small numbers of its data elements
 */
public record OwedIndicator(
        IndicatorId id,
        @Nullable String no,
        String objective,
        String name,
        @Nullable String nationalName,
        String unit,
        Direction direction,
        Computation computation,
        BigDecimal per,
        boolean bySex,
        @Nullable String numerator,
        @Nullable String denominator,
        List<Aim> aims,
        Map<Part, Integer> elements) {

    /**
     * What the plan aims at.
     *
     * @param comparator as files write it: "&gt;=", "&lt;", …
     * @param high upper end of a span, else null
     * @param byYear null where the plan gives none
     */
    public record Aim(
            String comparator,
            BigDecimal value,
            @Nullable BigDecimal high,
            String unit,
            @Nullable Integer byYear) {

        boolean isMetBy(BigDecimal actual, Direction direction) {
            return new Measure(Comparator.of(comparator), value, high, unit).isMetBy(actual, direction);
        }
    }

    public OwedIndicator {
        aims = List.copyOf(aims);
        elements = Map.copyOf(elements);
    }

    /** The aim that counts in the year: the one of the earliest year not before it, else the last one; null without aims. */
    public @Nullable Aim aimIn(int year) {
        Aim best = null;
        for (Aim aim : aims) {
            int by = aim.byYear() == null ? Integer.MAX_VALUE : aim.byYear();
            if (by >= year && (best == null || best.byYear() == null || by < best.byYear())) {
                best = aim;
            }
        }
        return best == null && !aims.isEmpty() ? aims.getLast() : best;
    }

    /** Whether a value of the indicator can be held against the aim: a share is no count. */
    boolean measuredAs(Aim aim) {
        return unit.isEmpty()
                || aim.unit().isEmpty()
                || unit.contains("%") == aim.unit().contains("%");
    }

    boolean isCounted() {
        return !elements.isEmpty();
    }

    /** What it asks for, in the order of a form. */
    public List<Part> parts() {
        return elements.keySet().stream().sorted().toList();
    }

    /** What is counted, in words; null where the plan and the catalogue have none. */
    public @Nullable String words(Part part) {
        return switch (part) {
            case NUMERATOR -> numerator;
            case DENOMINATOR -> denominator;
            case VALUE -> null;
        };
    }
}
