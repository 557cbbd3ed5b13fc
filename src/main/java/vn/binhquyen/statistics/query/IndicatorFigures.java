package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.catalogue.Formula;
import vn.binhquyen.statistics.catalogue.Term;

/**
 * Computes indicators by their formulas, at each level from the sums there: counts add, ratios are made of sums. What was only
 * reported as a percentage is shown as such and never added.
 */
@Service
@Transactional(readOnly = true)
public class IndicatorFigures {
    /** A share of fewer than this many says little: it is shown, and not ranked. */
    static final BigDecimal SMALL_BASE = BigDecimal.valueOf(20);

    private static final int DECIMALS = 6;

    private final JdbcClient jdbc;
    private final Figures figures;
    private final Elements elements;
    private final Breakdowns breakdowns;

    IndicatorFigures(JdbcClient jdbc, Figures figures, Elements elements, Breakdowns breakdowns) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.elements = elements;
        this.breakdowns = breakdowns;
    }

    /**
     * @param reported code of the element that holds the value where only that was reported; null where there is none
     */
    private record Rule(
            UUID id,
            @Nullable Formula numerator,
            @Nullable Formula denominator,
            BigDecimal per,
            @Nullable String reported) {}

    /** A term of a formula, narrowed to a breakdown. */
    private record Asked(Term term, Breakdown by) {}

    private record Place(UnitId unit, Period period, FigureQuery.What what) {}

    /** The values that there are, in the order of the units, the periods and the breakdowns. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<IndicatorReading> read(IndicatorQuery query) {
        return read(List.of(query.indicator()), query.where(), query.when(), query.by(), query.drawn())
                .getOrDefault(query.indicator(), List.of());
    }

    /** The same for several indicators; as many queries as for one. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public Map<IndicatorId, List<IndicatorReading>> read(
            Collection<IndicatorId> indicators, Where where, List<Period> when, List<Breakdown> by, Drawn drawn) {
        Map<IndicatorId, Rule> rules = rules(indicators);
        if (rules.size() < new HashSet<>(indicators).size()) {
            throw new NotFound("indicator", indicators);
        }
        Map<Asked, FigureQuery.What> asked = whats(rules.values(), by);
        List<Breakdown> decisive = areOfSeveralKinds(asked.values(), when) ? withSexes(by) : by;
        Map<Asked, FigureQuery.What> whats = decisive.equals(by) ? asked : whats(rules.values(), decisive);
        List<IndicatorId> ids = List.copyOf(rules.keySet());
        List<List<FigureQuery.What>> sets = ids.stream()
                .map(id -> whatsOf(Objects.requireNonNull(rules.get(id)), decisive, whats))
                .toList();
        List<List<Reading>> found = figures.readTogether(
                new FigureQuery(List.copyOf(new LinkedHashSet<>(whats.values())), where, when, drawn, Nature.ACTUAL),
                sets);
        Map<IndicatorId, List<IndicatorReading>> answer = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            answer.put(ids.get(i), values(Objects.requireNonNull(rules.get(ids.get(i))), by, whats, found.get(i)));
        }
        return answer;
    }

    /**
     * Whether there is a choice of which kind of periods the values are made. It is made by total, women and men then, whatever
     * is asked: else the total of a page would be another one than that beside women and men.
     */
    private boolean areOfSeveralKinds(Collection<FigureQuery.What> whats, List<Period> when) {
        return jdbc.sql("""
            select count(distinct period_kind(period_key)) > 1
              from data_rollup
             where element_key = any(:elements) and period_key = any(:periods)
            """)
                .param(
                        "elements",
                        whats.stream().map(FigureQuery.What::element).distinct().toArray(Integer[]::new))
                .param(
                        "periods",
                        Periods.of(when).all().stream().map(Period::key).toArray(Integer[]::new))
                .query(Boolean.class)
                .single();
    }

    private static List<Breakdown> withSexes(List<Breakdown> by) {
        Set<Breakdown> all = new LinkedHashSet<>(by);
        all.addAll(List.of(Breakdown.TOTAL, Breakdown.WOMEN, Breakdown.MEN));
        return List.copyOf(all);
    }

    private static List<FigureQuery.What> whatsOf(Rule rule, List<Breakdown> by, Map<Asked, FigureQuery.What> whats) {
        Set<FigureQuery.What> of = new LinkedHashSet<>();
        for (Term term : terms(rule)) {
            by.forEach(each ->
                    Optional.ofNullable(whats.get(new Asked(term, each))).ifPresent(of::add));
        }
        return List.copyOf(of);
    }

    private List<IndicatorReading> values(
            Rule rule, List<Breakdown> by, Map<Asked, FigureQuery.What> whats, List<Reading> found) {
        Map<Place, Reading> readings = new HashMap<>();
        Set<List<Object>> places = new LinkedHashSet<>();
        for (Reading reading : found) {
            readings.put(new Place(reading.unit(), reading.period(), reading.what()), reading);
            places.add(List.of(reading.unit(), reading.period()));
        }
        List<IndicatorReading> values = new ArrayList<>();
        for (List<Object> place : places) {
            for (Breakdown each : by) {
                value(rule, (UnitId) place.getFirst(), (Period) place.getLast(), each, whats, readings)
                        .ifPresent(values::add);
            }
        }
        return values;
    }

    private Optional<IndicatorReading> value(
            Rule rule,
            UnitId unit,
            Period period,
            Breakdown by,
            Map<Asked, FigureQuery.What> whats,
            Map<Place, Reading> readings) {
        Gathered gathered = new Gathered(unit, period, by, whats, readings);
        Optional<BigDecimal> numerator = gathered.of(rule.numerator());
        Optional<BigDecimal> denominator = gathered.of(rule.denominator());
        if (gathered.withheld()) {
            return Optional.of(new IndicatorReading(
                    unit, period, by, null, null, null, gathered.given(), gathered.madeOf(), Set.of(Mark.SUPPRESSED)));
        }
        boolean counted = numerator.isPresent() && (rule.denominator() == null || denominator.isPresent());
        if (!counted) {
            return reported(rule, unit, period, by, whats, readings);
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
                rule.reported() != null && rule.reported().equals(text(rule.numerator())) ? null : numerator.get(),
                denominator.orElse(null),
                gathered.given(),
                gathered.madeOf(),
                marks));
    }

    private static @Nullable String text(@Nullable Formula formula) {
        return formula == null ? null : formula.toString();
    }

    private Optional<IndicatorReading> reported(
            Rule rule,
            UnitId unit,
            Period period,
            Breakdown by,
            Map<Asked, FigureQuery.What> whats,
            Map<Place, Reading> readings) {
        if (rule.reported() == null) {
            return Optional.empty();
        }
        FigureQuery.What what = whats.get(new Asked(new Term(rule.reported(), new TreeSet<>()), by));
        Reading reading = what == null ? null : readings.get(new Place(unit, period, what));
        if (reading == null) {
            return Optional.empty();
        }
        Set<Mark> marks = EnumSet.of(Mark.AS_REPORTED);
        marks.addAll(reading.marks());
        return Optional.of(new IndicatorReading(
                unit,
                period,
                by,
                reading.total(),
                null,
                null,
                reading.given(),
                Map.of(what.element(), reading.madeOf()),
                marks));
    }

    /** The terms of one value, and what is known of them together. */
    private static final class Gathered {
        private final UnitId unit;
        private final Period period;
        private final Breakdown by;
        private final Map<Asked, FigureQuery.What> whats;
        private final Map<Place, Reading> readings;
        private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
        private final Map<Integer, Period.Kind> madeOf = new HashMap<>();
        private int fewest = Integer.MAX_VALUE;
        private int most;

        Gathered(
                UnitId unit,
                Period period,
                Breakdown by,
                Map<Asked, FigureQuery.What> whats,
                Map<Place, Reading> readings) {
            this.unit = unit;
            this.period = period;
            this.by = by;
            this.whats = whats;
            this.readings = readings;
        }

        Optional<BigDecimal> of(@Nullable Formula formula) {
            return formula == null ? Optional.empty() : formula.of(this::figure);
        }

        private Optional<BigDecimal> figure(Term term) {
            FigureQuery.What what = whats.get(new Asked(term, by));
            Reading reading = what == null ? null : readings.get(new Place(unit, period, what));
            if (reading == null) {
                return Optional.empty();
            }
            madeOf.put(what.element(), reading.madeOf());
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

    private Map<IndicatorId, Rule> rules(Collection<IndicatorId> ids) {
        return jdbc
                .sql("""
                    select indicator.id, numerator, denominator, per, reported.code as reported
                      from indicator
                      left join data_element reported on reported.indicator_id = indicator.id and reported.part = 'VALUE'
                     where indicator.id = any(:ids)
                    """)
                .param("ids", ids.stream().map(IndicatorId::value).toArray(UUID[]::new))
                .query((row, n) -> new Rule(
                        row.getObject("id", UUID.class),
                        formula(row.getString("numerator")),
                        formula(row.getString("denominator")),
                        row.getBigDecimal("per"),
                        row.getString("reported")))
                .list()
                .stream()
                .collect(toMap(rule -> new IndicatorId(rule.id()), rule -> rule));
    }

    private static @Nullable Formula formula(@Nullable String text) {
        return text == null ? null : Formula.parse(text);
    }

    /** What has to be looked up; a term that can't be narrowed so, or that nobody ever gave so, is left out. */
    private Map<Asked, FigureQuery.What> whats(Collection<Rule> rules, List<Breakdown> by) {
        Map<Breakdown, Breakdowns.Named> named = breakdowns.named(by);
        Map<Asked, Term> narrowed = new HashMap<>();
        for (Rule rule : rules) {
            for (Term term : terms(rule)) {
                for (Breakdown each : by) {
                    narrow(term, named.get(each)).ifPresent(to -> narrowed.put(new Asked(term, each), to));
                }
            }
        }
        Map<String, Integer> keys =
                elements.withCodes(narrowed.values().stream().map(Term::element).collect(toSet())).stream()
                        .collect(toMap(DataElement::code, DataElement::key));
        Map<SortedSet<String>, Breakdown> combinations = breakdowns.known(
                narrowed.values().stream().map(Term::options).distinct().toList());
        Map<Asked, FigureQuery.What> whats = new HashMap<>();
        narrowed.forEach((asked, term) -> {
            Integer key = keys.get(term.element());
            Breakdown combination = combinations.get(term.options());
            if (key != null && combination != null) {
                whats.put(asked, new FigureQuery.What(key, combination));
            }
        });
        return whats;
    }

    private static Set<Term> terms(Rule rule) {
        Set<Term> terms = new LinkedHashSet<>();
        if (rule.numerator() != null) {
            terms.addAll(rule.numerator().terms());
        }
        if (rule.denominator() != null) {
            terms.addAll(rule.denominator().terms());
        }
        if (rule.reported() != null) {
            terms.add(new Term(rule.reported(), new TreeSet<>()));
        }
        return terms;
    }

    private static Optional<Term> narrow(Term term, Breakdowns.@Nullable Named by) {
        if (by == null) {
            return Optional.empty();
        }
        Optional<Term> narrowed = Optional.of(term);
        for (String option : by.options()) {
            narrowed = narrowed.flatMap(one -> one.with(option));
        }
        return narrowed;
    }
}
