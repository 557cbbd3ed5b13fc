package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
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
        Map<IndicatorId, IndicatorRule> rules = rules(indicators);
        if (rules.size() < new HashSet<>(indicators).size()) {
            throw new NotFound("indicator", indicators);
        }
        Map<IndicatorRule.Asked, FigureQuery.What> asked = whats(rules.values(), by);
        List<Breakdown> decisive = areOfSeveralKinds(asked.values(), when) ? withSexes(by) : by;
        Map<IndicatorRule.Asked, FigureQuery.What> whats =
                decisive.equals(by) ? asked : whats(rules.values(), decisive);
        List<IndicatorId> ids = List.copyOf(rules.keySet());
        List<List<FigureQuery.What>> sets = ids.stream()
                .map(id -> whatsOf(Objects.requireNonNull(rules.get(id)), decisive, whats))
                .toList();
        List<List<Reading>> found = figures.readTogether(
                new FigureQuery(List.copyOf(new LinkedHashSet<>(whats.values())), where, when, drawn, Nature.ACTUAL),
                sets);
        Map<IndicatorId, List<IndicatorReading>> answer = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            IndicatorRule rule = Objects.requireNonNull(rules.get(ids.get(i)));
            answer.put(ids.get(i), new Computation(rule, whats, found.get(i)).values(by));
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

    private static List<FigureQuery.What> whatsOf(
            IndicatorRule rule, List<Breakdown> by, Map<IndicatorRule.Asked, FigureQuery.What> whats) {
        Set<FigureQuery.What> of = new LinkedHashSet<>();
        for (Term term : rule.terms()) {
            by.forEach(each -> Optional.ofNullable(whats.get(new IndicatorRule.Asked(term, each)))
                    .ifPresent(of::add));
        }
        return List.copyOf(of);
    }

    private Map<IndicatorId, IndicatorRule> rules(Collection<IndicatorId> ids) {
        return jdbc
                .sql("""
                    select indicator.id, numerator, denominator, per, reported.code as reported
                      from indicator
                      left join data_element reported on reported.indicator_id = indicator.id and reported.part = 'VALUE'
                     where indicator.id = any(:ids)
                    """)
                .param("ids", ids.stream().map(IndicatorId::value).toArray(UUID[]::new))
                .query((row, n) -> new IndicatorRule(
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
    private Map<IndicatorRule.Asked, FigureQuery.What> whats(Collection<IndicatorRule> rules, List<Breakdown> by) {
        Map<Breakdown, Breakdowns.Named> named = breakdowns.named(by);
        Map<IndicatorRule.Asked, Term> narrowed = new HashMap<>();
        for (IndicatorRule rule : rules) {
            for (Term term : rule.terms()) {
                for (Breakdown each : by) {
                    narrow(term, named.get(each))
                            .ifPresent(to -> narrowed.put(new IndicatorRule.Asked(term, each), to));
                }
            }
        }
        Map<String, Integer> keys =
                elements.withCodes(narrowed.values().stream().map(Term::element).collect(toSet())).stream()
                        .collect(toMap(DataElement::code, DataElement::key));
        Map<SortedSet<String>, Breakdown> combinations = breakdowns.known(
                narrowed.values().stream().map(Term::options).distinct().toList());
        Map<IndicatorRule.Asked, FigureQuery.What> whats = new HashMap<>();
        narrowed.forEach((asked, term) -> {
            Integer key = keys.get(term.element());
            Breakdown combination = combinations.get(term.options());
            if (key != null && combination != null) {
                whats.put(asked, new FigureQuery.What(key, combination));
            }
        });
        return whats;
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
