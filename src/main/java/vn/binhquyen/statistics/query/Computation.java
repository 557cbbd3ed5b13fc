package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.catalogue.Formula;
import vn.binhquyen.statistics.catalogue.Term;

/** Computes the values of one indicator from what was read for it. */
final class Computation {
    /** A share of fewer than this many says little: it is shown, and not ranked. */
    static final BigDecimal SMALL_BASE = BigDecimal.valueOf(20);

    private static final int DECIMALS = 6;

    private final IndicatorRule rule;
    private final boolean onlyReported;
    private final Map<IndicatorRule.Asked, FigureQuery.What> whats;
    private final Map<Place, Map<FigureQuery.What, Reading>> readings = new HashMap<>();
    private final Set<Place> places = new LinkedHashSet<>();

    /** @param whats where each term of the rule stands, narrowed to a breakdown */
    Computation(IndicatorRule rule, Map<IndicatorRule.Asked, FigureQuery.What> whats, List<Reading> found) {
        this.rule = rule;
        this.onlyReported = rule.isOnlyReported();
        this.whats = whats;
        for (Reading reading : found) {
            Place place = new Place(reading.unit(), reading.period());
            places.add(place);
            readings.computeIfAbsent(place, any -> new HashMap<>()).put(reading.what(), reading);
        }
    }

    private record Place(UnitId unit, Period period) {}

    private @Nullable Reading found(Place place, IndicatorRule.Asked asked) {
        FigureQuery.What what = whats.get(asked);
        return what == null ? null : readings.getOrDefault(place, Map.of()).get(what);
    }

    /** In the order of the units, the periods and the breakdowns. */
    List<IndicatorReading> values(List<Breakdown> by) {
        List<IndicatorReading> values = new ArrayList<>();
        for (Place place : places) {
            by.forEach(each -> value(place, each).ifPresent(values::add));
        }
        return values;
    }

    private Optional<IndicatorReading> value(Place place, Breakdown by) {
        UnitId unit = place.unit();
        Period period = place.period();
        Gathered gathered = new Gathered(place, by);
        Optional<BigDecimal> numerator = gathered.of(rule.numerator());
        Optional<BigDecimal> denominator = gathered.of(rule.denominator());
        if (gathered.withheld()) {
            return Optional.of(new IndicatorReading(
                    unit, period, by, null, null, null, gathered.given(), gathered.madeOf(), Set.of(Mark.SUPPRESSED)));
        }
        boolean counted = numerator.isPresent() && (rule.denominator() == null || denominator.isPresent());
        if (!counted) {
            return reported(place, by);
        }
        Set<Mark> marks = gathered.marks();
        if (denominator.isPresent() && denominator.get().compareTo(SMALL_BASE) < 0) {
            marks.add(Mark.SMALL_BASE);
        }
        BigDecimal value = denominator.isEmpty()
                ? numerator.get()
                : denominator.get().signum() == 0
                        ? null
                        : numerator
                                .get()
                                .multiply(rule.per())
                                .divide(denominator.get(), DECIMALS, RoundingMode.HALF_UP);
        return Optional.of(new IndicatorReading(
                unit,
                period,
                by,
                value,
                onlyReported ? null : numerator.get(),
                denominator.orElse(null),
                gathered.given(),
                gathered.madeOf(),
                marks));
    }

    private Optional<IndicatorReading> reported(Place place, Breakdown by) {
        if (rule.reported() == null) {
            return Optional.empty();
        }
        Reading reading = found(place, new IndicatorRule.Asked(new Term(rule.reported(), new TreeSet<>()), by));
        if (reading == null) {
            return Optional.empty();
        }
        Set<Mark> marks = EnumSet.of(Mark.AS_REPORTED);
        marks.addAll(reading.marks());
        return Optional.of(new IndicatorReading(
                place.unit(),
                place.period(),
                by,
                reading.total(),
                null,
                null,
                reading.given(),
                Map.of(reading.what().element(), reading.madeOf()),
                marks));
    }

    /** The terms of one value, and what is known of them together. */
    private final class Gathered {
        private final Place place;
        private final Breakdown by;
        private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
        private final Map<Integer, Period.Kind> madeOf = new HashMap<>();
        private int fewest = Integer.MAX_VALUE;
        private int most;

        Gathered(Place place, Breakdown by) {
            this.place = place;
            this.by = by;
        }

        Optional<BigDecimal> of(@Nullable Formula formula) {
            return formula == null ? Optional.empty() : formula.of(this::figure);
        }

        private Optional<BigDecimal> figure(Term term) {
            Reading reading = found(place, new IndicatorRule.Asked(term, by));
            if (reading == null) {
                return Optional.empty();
            }
            madeOf.put(reading.what().element(), reading.madeOf());
            fewest = Math.min(fewest, reading.given());
            most = Math.max(most, reading.given());
            marks.addAll(reading.marks());
            return Optional.ofNullable(reading.total());
        }

        int given() {
            return fewest;
        }

        Map<Integer, Period.Kind> madeOf() {
            return madeOf;
        }

        boolean withheld() {
            return marks.contains(Mark.SUPPRESSED);
        }

        /** Where some units gave one part and not the other, the sums don't speak of the same units. */
        Set<Mark> marks() {
            if (fewest < most) {
                marks.add(Mark.INCOMPLETE);
            }
            return marks;
        }
    }
}
