package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Nature;

/** Answers questions that are asked in words: elements and indicators alike, of units, periods and breakdowns. */
@Service
@Transactional(readOnly = true)
public class Questions {
    /** So many figures are answered at once; who wants more asks page by page. */
    static final int MOST = 200_000;

    private final JdbcClient jdbc;
    private final Figures figures;
    private final IndicatorFigures indicatorFigures;
    private final Elements elements;
    private final Breakdowns breakdowns;
    private final Clock clock;

    Questions(
            JdbcClient jdbc,
            Figures figures,
            IndicatorFigures indicatorFigures,
            Elements elements,
            Breakdowns breakdowns,
            Clock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.indicatorFigures = indicatorFigures;
        this.elements = elements;
        this.breakdowns = breakdowns;
        this.clock = clock;
    }

    /** @param name as the unit is called today, or was on its last day */
    public record UnitName(UnitId id, int key, String code, String name) {}

    /**
     * One figure.
     *
     * @param options by what it is broken down; empty for the total
     * @param value null where it is withheld or has no denominator
     */
    public record Row(
            String what,
            UnitName unit,
            Period period,
            SortedSet<String> options,
            @Nullable BigDecimal value,
            Set<Mark> marks) {}

    /**
     * @param names of what was asked for, by code
     * @param next hand it back as {@code after}; null on the last page
     */
    public record Result(
            List<Row> rows,
            Map<String, String> names,
            List<Period> periods,
            @Nullable Integer next) {}

    /** @throws Refused where a code is not known, or more is asked than is answered at once */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public Result answer(Question question) {
        List<Period> when = PeriodWords.read(question.when(), LocalDate.now(clock));
        Map<Breakdown, SortedSet<String>> by = by(question.by());
        Map<String, DataElement> counted = elements.withCodes(question.what()).stream()
                .collect(toMap(DataElement::code, element -> element, (a, b) -> a, LinkedHashMap::new));
        Map<String, Named> computed = indicators(question.what());
        for (String code : question.what()) {
            if (!counted.containsKey(code) && !computed.containsKey(code)) {
                throw new Refused("statistics.question.what", code);
            }
        }
        Page page = page(question, when);
        long cells = (long) page.units().size()
                * when.size()
                * by.size()
                * question.what().size();
        if (cells > MOST) {
            throw new Refused("statistics.question.too-much", cells, MOST);
        }
        Where where = new Where.Units(page.units().stream().map(UnitName::id).toList());
        List<Row> rows = new ArrayList<>();
        Units units = new Units(page.units());
        if (!counted.isEmpty()) {
            elementRows(counted, where, when, by, question.drawn(), units, rows);
        }
        if (!computed.isEmpty()) {
            indicatorRows(computed, where, when, by, question.drawn(), units, rows);
        }
        Map<String, String> names = new LinkedHashMap<>();
        counted.forEach((code, element) -> names.put(code, element.nameVi()));
        computed.forEach((code, indicator) -> names.put(code, indicator.name()));
        return new Result(rows, names, when, page.next());
    }

    private record Named(IndicatorId id, String name) {}

    private static final class Units {
        private final Map<UnitId, UnitName> names = new HashMap<>();

        Units(List<UnitName> units) {
            units.forEach(unit -> names.put(unit.id(), unit));
        }

        Optional<UnitName> find(UnitId unit) {
            return Optional.ofNullable(names.get(unit));
        }
    }

    private void elementRows(
            Map<String, DataElement> counted,
            Where where,
            List<Period> when,
            Map<Breakdown, SortedSet<String>> by,
            Drawn drawn,
            Units units,
            List<Row> rows) {
        List<FigureQuery.What> what = counted.values().stream()
                .flatMap(element ->
                        by.keySet().stream().map(breakdown -> new FigureQuery.What(element.key(), breakdown)))
                .toList();
        Map<Integer, String> codes = counted.values().stream().collect(toMap(DataElement::key, DataElement::code));
        for (Reading reading : figures.read(new FigureQuery(what, where, when, drawn, Nature.ACTUAL))) {
            units.find(reading.unit())
                    .ifPresent(unit -> rows.add(new Row(
                            Objects.requireNonNull(codes.get(reading.what().element())),
                            unit,
                            reading.period(),
                            Objects.requireNonNull(by.get(reading.what().breakdown())),
                            reading.total(),
                            reading.marks())));
        }
    }

    private void indicatorRows(
            Map<String, Named> computed,
            Where where,
            List<Period> when,
            Map<Breakdown, SortedSet<String>> by,
            Drawn drawn,
            Units units,
            List<Row> rows) {
        Map<IndicatorId, List<IndicatorReading>> readings = indicatorFigures.read(
                computed.values().stream().map(Named::id).toList(), where, when, List.copyOf(by.keySet()), drawn);
        computed.forEach((code, indicator) -> {
            for (IndicatorReading reading : readings.getOrDefault(indicator.id(), List.of())) {
                units.find(reading.unit())
                        .ifPresent(unit -> rows.add(new Row(
                                code,
                                unit,
                                reading.period(),
                                Objects.requireNonNull(by.get(reading.by())),
                                reading.value(),
                                reading.marks())));
            }
        });
    }

    private Map<String, Named> indicators(List<String> codes) {
        Map<String, Named> found = new LinkedHashMap<>();
        jdbc.sql("select id, code, name_vi from indicator where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("code"),
                            new Named(new IndicatorId(row.getObject("id", UUID.class)), row.getString("name_vi")));
                });
        return found;
    }

    /** Each combination of the options asked for; without any, the total. Those that nobody ever gave have no figures. */
    private Map<Breakdown, SortedSet<String>> by(List<String> asked) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        Map<String, List<String>> all = asked.isEmpty()
                ? Map.of()
                : breakdowns.dimensions().stream()
                        .collect(toMap(
                                Breakdowns.Dimension::code,
                                dimension -> dimension.options().stream()
                                        .map(Breakdowns.Option::code)
                                        .toList()));
        Set<String> known = new HashSet<>();
        all.values().forEach(known::addAll);
        for (String each : asked) {
            if (all.containsKey(each)) {
                options.put(each, Objects.requireNonNull(all.get(each)));
            } else if (known.contains(each)) {
                options.computeIfAbsent(each.substring(0, each.indexOf(':')), any -> new ArrayList<>())
                        .add(each);
            } else {
                throw new Refused("statistics.question.by", each);
            }
        }
        List<SortedSet<String>> combinations = new ArrayList<>();
        combinations.add(new TreeSet<>());
        for (List<String> each : options.values()) {
            List<SortedSet<String>> more = new ArrayList<>();
            for (SortedSet<String> one : combinations) {
                for (String option : each) {
                    SortedSet<String> longer = new TreeSet<>(one);
                    longer.add(option);
                    more.add(longer);
                }
            }
            combinations = more;
        }
        Map<Breakdown, SortedSet<String>> named = new LinkedHashMap<>();
        Map<SortedSet<String>, Breakdown> found = breakdowns.known(combinations);
        for (SortedSet<String> combination : combinations) {
            Breakdown breakdown = found.get(combination);
            if (breakdown != null) {
                named.put(breakdown, combination);
            }
        }
        return named;
    }

    private record Page(List<UnitName> units, @Nullable Integer next) {}

    /** In the order of their keys, so that a page begins where the one before ended. */
    private Page page(Question question, List<Period> when) {
        Set<UnitName> found = new UnitWords(jdbc, LocalDate.now(clock)).read(question.where(), question.drawn(), when);
        int after = question.after() == null ? Integer.MIN_VALUE : question.after();
        List<UnitName> rest = found.stream()
                .filter(unit -> unit.key() > after)
                .sorted(Comparator.comparingInt(UnitName::key))
                .toList();
        boolean more = rest.size() > question.units();
        List<UnitName> shown = more ? rest.subList(0, question.units()) : rest;
        return new Page(shown, more ? shown.getLast().key() : null);
    }
}
