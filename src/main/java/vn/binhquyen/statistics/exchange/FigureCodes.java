package vn.binhquyen.statistics.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.BreakdownKeys;

/** The words by which files name units, periods, elements and breakdowns, and the small numbers by which facts do. */
final class FigureCodes {
    private static final String OPTIONS = "select dimension || ':' || code as option from breakdown_option";

    private final LocalDate today;
    private final Map<String, List<Life>> units = new HashMap<>();
    private final Map<Integer, List<Life>> lives = new HashMap<>();
    private final Map<String, Integer> elements = new HashMap<>();
    private final Set<Integer> counts = new HashSet<>();

    /** Empty where all combinations that may be named are known. */
    private final Set<String> options = new HashSet<>();

    private final Map<List<String>, Integer> combinations = new HashMap<>();
    private final Map<String, Optional<Integer>> breakdowns = new HashMap<>();
    private final List<List<String>> met = new ArrayList<>();
    private final Map<String, Optional<PeriodCode>> periods = new HashMap<>();

    private FigureCodes(LocalDate today) {
        this.today = today;
    }

    /** A code that a unit bore in a time, and whether it stood below the root then. */
    private record Life(UnitCode unit, boolean below, LocalDate from, LocalDate until) {
        boolean meets(PeriodCode period) {
            return from.isBefore(period.until()) && until.isAfter(period.from());
        }
    }

    record UnitCode(UnitId id, int key, short province) {}

    /** @param until the day after its last */
    record PeriodCode(int key, LocalDate from, LocalDate until, boolean future) {}

    /** The words of a small file. */
    private record Words(Set<String> units, Set<String> elements, Set<String> breakdowns) {
        static final Words NONE = new Words(Set.of(), Set.of(), Set.of());

        static Words of(List<GivenFigure> figures) {
            Words words = new Words(new HashSet<>(), new HashSet<>(), new HashSet<>());
            figures.forEach(each -> {
                words.units.add(each.unit());
                words.elements.add(each.element());
                words.breakdowns.add(String.join(";", options(each.breakdown())));
            });
            return words;
        }
    }

    /** How all codes are asked for, and how those that a small file names: all of the country's would take longer than its work. */
    private record Questions(String elements, String breakdowns, String units) {
        static final Questions ALL = of("", "", "");
        static final Questions NAMED = of(
                "where code = any(:elements)",
                "where combination in (select string_to_array(each, ';') from unnest(:breakdowns) each)",
                "and state.unit_id in (select unit_id from unit_state where code = any(:units))");

        private static Questions of(String whichElements, String whichBreakdowns, String whichUnits) {
            return new Questions(
                    "select code, key, kind from data_element " + whichElements,
                    "select key, combination from breakdown " + whichBreakdowns,
                    """
                    with top as materialized (select path, valid_during from unit_state where unit_id = :root)
                    select state.code, unit.id, unit.key, state.province_id,
                           exists (select 1 from top
                                    where top.valid_during && state.valid_during and state.path <@ top.path) as below,
                           coalesce(lower(state.valid_during), '0001-01-01') as from_day,
                           coalesce(upper(state.valid_during), '9999-01-01') as until_day
                      from unit_state state
                      join unit on unit.id = state.unit_id
                     where state.level <> 'VILLAGE' %s
                     order by from_day
                    """.formatted(whichUnits));
        }
    }

    /** All of them, in one round trip. */
    static FigureCodes load(NamedParameterJdbcTemplate jdbc, UnitId root, LocalDate today) {
        FigureCodes codes = new FigureCodes(today);
        RoundTrip trip = new RoundTrip(jdbc).ask(OPTIONS, Map.of(), codes::readOption);
        codes.asked(trip, Questions.ALL, root, Words.NONE).go();
        return codes;
    }

    /** Those that the figures of a small file name. */
    static FigureCodes load(NamedParameterJdbcTemplate jdbc, UnitId root, LocalDate today, List<GivenFigure> figures) {
        return load(jdbc, new RoundTrip(jdbc), root, today, figures);
    }

    /** @param first what is asked before, in the same round trip */
    static FigureCodes load(
            NamedParameterJdbcTemplate jdbc, RoundTrip first, UnitId root, LocalDate today, List<GivenFigure> figures) {
        FigureCodes codes = new FigureCodes(today);
        Words words = Words.of(figures);
        codes.asked(first, Questions.NAMED, root, words).go();
        if (codes.combinations.size() < words.breakdowns().size()) {
            // once and for all, so that no row costs a query
            jdbc.query(OPTIONS, codes::readOption);
        }
        return codes;
    }

    private RoundTrip asked(RoundTrip trip, Questions questions, UnitId root, Words words) {
        return trip.ask(questions.elements(), Map.of("elements", array(words.elements())), this::readElement)
                .ask(questions.breakdowns(), Map.of("breakdowns", array(words.breakdowns())), this::readCombination)
                .ask(questions.units(), Map.of("root", root.value(), "units", array(words.units())), this::readLife);
    }

    private void readOption(ResultSet row) throws SQLException {
        options.add(row.getString("option"));
    }

    private void readElement(ResultSet row) throws SQLException {
        elements.put(row.getString("code"), row.getInt("key"));
        if (row.getString("kind").equals("COUNT")) {
            counts.add(row.getInt("key"));
        }
    }

    private void readCombination(ResultSet row) throws SQLException {
        combinations.put(List.of((String[]) row.getArray("combination").getArray()), row.getInt("key"));
    }

    private void readLife(ResultSet row) throws SQLException {
        Life life = new Life(
                new UnitCode(
                        new UnitId(row.getObject("id", UUID.class)), row.getInt("key"), row.getShort("province_id")),
                row.getBoolean("below"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
        units.computeIfAbsent(row.getString("code"), any -> new ArrayList<>()).add(life);
        lives.computeIfAbsent(life.unit().key(), any -> new ArrayList<>()).add(life);
    }

    private static String[] array(Set<String> codes) {
        return codes.toArray(String[]::new);
    }

    /**
     * The unit that bore the code last in the period, in the province of its last day there; null where there was none, or
     * it stood elsewhere by then: who had it before has no say over the figures of the whole period.
     */
    @Nullable
    UnitCode unit(String code, PeriodCode period) {
        Life bearer = last(units.getOrDefault(code, List.of()), period);
        Life last =
                bearer == null ? null : last(lives.getOrDefault(bearer.unit().key(), List.of()), period);
        return last == null || !last.below() ? null : last.unit();
    }

    private static @Nullable Life last(List<Life> lives, PeriodCode period) {
        Life last = null;
        for (Life life : lives) {
            if (life.meets(period)) {
                last = life;
            }
        }
        return last;
    }

    /** Whether a unit below the root bore the code at any time. */
    boolean knows(String unit) {
        return units.getOrDefault(unit, List.of()).stream().anyMatch(Life::below);
    }

    @Nullable
    Integer element(String code) {
        return elements.get(code);
    }

    boolean counts(int element) {
        return counts.contains(element);
    }

    /** Null where it is none. */
    @Nullable
    PeriodCode period(String text) {
        return periods.computeIfAbsent(text, any -> read(text)).orElse(null);
    }

    private Optional<PeriodCode> read(String text) {
        return Period.ofCode(text)
                .map(period -> new PeriodCode(
                        period.key(),
                        period.start(),
                        period.end().plusDays(1),
                        period.start().isAfter(today)));
    }

    /**
     * The number of a combination; one that is met for the first time has a provisional one below zero until
     * {@link #takeIn}. Null where an option is not known or a dimension named twice.
     */
    @Nullable
    Integer breakdown(String text) {
        return breakdowns
                .computeIfAbsent(text, any -> breakdownOf(options(text)))
                .orElse(null);
    }

    private static List<String> options(String text) {
        return text.isBlank() || text.equals("default")
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(String::strip).sorted().toList();
    }

    private Optional<Integer> breakdownOf(List<String> combination) {
        Integer known = combinations.get(combination);
        if (known != null) {
            return Optional.of(known);
        }
        long dimensions = combination.stream()
                .map(option -> option.replaceFirst(":.*", ""))
                .distinct()
                .count();
        if (!options.containsAll(combination) || dimensions < combination.size()) {
            return Optional.empty();
        }
        met.add(combination);
        combinations.put(combination, -met.size());
        return Optional.of(-met.size());
    }

    static boolean isProvisional(int breakdown) {
        return breakdown < 0;
    }

    /** The provinces of the units that the file may name. */
    Set<Short> provinces() {
        return units.values().stream()
                .flatMap(List::stream)
                .filter(Life::below)
                .map(life -> life.unit().province())
                .collect(Collectors.toSet());
    }

    /** Takes the combinations that were met for the first time into the catalogue: their numbers by the provisional ones. */
    Map<Integer, Integer> takeIn(BreakdownKeys known) {
        if (met.isEmpty()) {
            return Map.of();
        }
        Map<SortedSet<String>, Breakdown> keys =
                known.of(met.stream().<SortedSet<String>>map(TreeSet::new).toList());
        return met.stream()
                .collect(Collectors.toMap(
                        combination -> Objects.requireNonNull(combinations.get(combination)),
                        combination -> Objects.requireNonNull(keys.get(new TreeSet<>(combination)))
                                .key()));
    }
}
