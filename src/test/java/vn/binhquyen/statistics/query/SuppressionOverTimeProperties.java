package vn.binhquyen.statistics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.statistics.query.SuppressionOverTime.TableOf;
import vn.binhquyen.statistics.query.SuppressionOverTime.Way;

/** What is withheld of a quarter can't be had back from the half-year, the year and the other quarters, nor the other way. */
class SuppressionOverTimeProperties {
    private static final int YEAR = 2026;
    private static final List<String> WORDS = List.of(" w", " m", " t");

    /** Communes × women, men, with the sums of both, in the quarters of a year. */
    private record Tables(Map<Period, Map<String, BigDecimal>> figures, List<Way<String>> ways) {}

    @Property(tries = 250)
    void no_small_number_of_any_period_can_be_had_back(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 4) int communes, @ForAll boolean all) {
        Tables tables = tables(random, communes, all);
        Map<Kind, Set<String>> withheld = withheld(tables, true);
        Set<String> known = known(tables, withheld);
        tables.figures()
                .forEach((period, table) -> table.forEach((key, figure) -> {
                    if (Suppression.isSmall(figure)) {
                        assertThat(withheld.get(period.kind())).contains(key);
                        assertThat(known)
                                .as("%s of %s", key, tables.figures())
                                .doesNotContain(period.code() + " " + key);
                    }
                }));
    }

    @Property(tries = 100)
    void where_nothing_is_small_nothing_is_withheld(@ForAll Random random) {
        Map<Period, Map<String, BigDecimal>> figures = new HashMap<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            figures.put(
                    Period.of(Kind.QUARTER, YEAR, quarter),
                    table(List.of(List.of(5 + random.nextInt(90), 5 + random.nextInt(90)), List.of(7, 8))));
        }
        Tables tables = longer(figures, 2);
        assertThat(withheld(tables, true).values()).allMatch(Set::isEmpty);
    }

    @Example
    void a_year_of_which_only_one_quarter_is_there_withholds_what_that_one_does() {
        Map<Period, Map<String, BigDecimal>> figures = new HashMap<>();
        figures.put(Period.of(Kind.QUARTER, YEAR, 1), table(List.of(List.of(3, 50), List.of(60, 70), List.of(80, 90))));
        Map<Kind, Set<String>> first = withheld(longer(figures, 3), true);
        assertThat(first.get(Kind.YEAR)).isEqualTo(first.get(Kind.QUARTER)).contains("c0 w");
        figures.put(
                Period.of(Kind.QUARTER, YEAR, 2), table(List.of(List.of(30, 50), List.of(60, 70), List.of(80, 90))));
        Map<Kind, Set<String>> second = withheld(longer(figures, 3), true);
        assertThat(second.get(Kind.QUARTER)).contains("c0 w");
        assertThat(second.get(Kind.YEAR)).isEmpty();
    }

    @Example
    void what_stands_at_the_end_of_a_year_is_that_of_its_last_quarter() {
        Map<Period, Map<String, BigDecimal>> figures = new HashMap<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            figures.put(
                    Period.of(Kind.QUARTER, YEAR, quarter),
                    table(List.of(List.of(3, 50), List.of(60, 70), List.of(80, 90))));
        }
        figures.put(Period.year(YEAR), figures.get(Period.of(Kind.QUARTER, YEAR, 4)));
        Tables tables = new Tables(figures, ways(3));
        Map<Kind, Set<String>> withheld = withheld(tables, false);
        assertThat(withheld.get(Kind.YEAR))
                .isEqualTo(withheld.get(Kind.QUARTER))
                .contains("c0 w");
    }

    @Example
    void two_that_make_two_have_a_third_beside_them() {
        Map<String, BigDecimal> table = numbers(Map.of("A", 1, "B", 1, "C", 60, "D", 70, "P", 132));
        assertThat(quarterly(Map.of(1, table), OF_FOUR, Map.of(), Map.of()).get(Kind.QUARTER))
                .containsExactlyInAnyOrder("A", "B", "C");
    }

    @Example
    void a_sum_that_lags_behind_its_parts_protects_them_as_one_that_does_not() {
        Map<String, BigDecimal> table = numbers(Map.of("A", 3, "B", 50, "C", 61, "P", 113));
        assertThat(quarterly(Map.of(1, table), OF_FOUR, Map.of(), Map.of()).get(Kind.QUARTER))
                .containsExactlyInAnyOrder("A", "B");
    }

    @Example
    void what_is_shown_elsewhere_hides_nothing_here() {
        Map<String, BigDecimal> first = numbers(Map.of("A", 4, "B", 6, "P", 10));
        Map<String, BigDecimal> second = numbers(Map.of("P", 0));
        Set<String> province = Set.of("P");
        Map<Kind, Set<String>> withheld = quarterly(
                Map.of(1, first, 2, second),
                OF_FOUR,
                Map.of(Kind.QUARTER, province),
                Map.of(Kind.HALF_YEAR, province, Kind.YEAR, province));
        assertThat(withheld.get(Kind.YEAR))
                .as("of the year that is shown as ten, six would tell four")
                .containsExactlyInAnyOrder("A", "B");
    }

    private static final List<Way<String>> OF_FOUR = List.of(Way.always("P", Set.of("A", "B", "C", "D"), 1));

    private static Map<String, BigDecimal> numbers(Map<String, Integer> numbers) {
        Map<String, BigDecimal> table = new HashMap<>();
        numbers.forEach((key, number) -> table.put(key, BigDecimal.valueOf(number)));
        return table;
    }

    private static Map<Kind, Set<String>> quarterly(
            Map<Integer, Map<String, BigDecimal>> quarters,
            List<Way<String>> ways,
            Map<Kind, Set<String>> guarded,
            Map<Kind, Set<String>> open) {
        Map<Period, Map<String, BigDecimal>> figures = new HashMap<>();
        quarters.forEach((quarter, table) -> figures.put(Period.of(Kind.QUARTER, YEAR, quarter), table));
        return new SuppressionOverTime<>(ofQuarters(longer(figures, 0).figures()), ways, true, guarded, open)
                .withheld();
    }

    private static Map<TableOf, Map<String, BigDecimal>> ofQuarters(Map<Period, Map<String, BigDecimal>> figures) {
        Map<TableOf, Map<String, BigDecimal>> named = new HashMap<>();
        figures.forEach((period, table) -> named.put(new TableOf(period, Kind.QUARTER), table));
        return named;
    }

    private static Map<Kind, Set<String>> withheld(Tables tables, boolean sums) {
        return new SuppressionOverTime<>(ofQuarters(tables.figures()), tables.ways(), sums, Map.of(), Map.of())
                .withheld();
    }

    private static Tables tables(Random random, int communes, boolean all) {
        Map<Period, Map<String, BigDecimal>> figures = new HashMap<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            if (all || random.nextInt(3) > 0) {
                List<List<Integer>> numbers = new ArrayList<>();
                for (int commune = 0; commune < communes; commune++) {
                    numbers.add(List.of(number(random), number(random)));
                }
                figures.put(Period.of(Kind.QUARTER, YEAR, quarter), table(numbers));
            }
        }
        return longer(figures, communes);
    }

    private static int number(Random random) {
        return random.nextInt(4) == 0 ? random.nextInt(6) : random.nextInt(200);
    }

    private static Map<String, BigDecimal> table(List<List<Integer>> numbers) {
        Map<String, BigDecimal> table = new TreeMap<>();
        for (int commune = 0; commune < numbers.size(); commune++) {
            int women = numbers.get(commune).getFirst();
            int men = numbers.get(commune).getLast();
            int[] three = {women, men, women + men};
            for (int word = 0; word < WORDS.size(); word++) {
                BigDecimal figure = BigDecimal.valueOf(three[word]);
                table.put("c" + commune + WORDS.get(word), figure);
                table.merge("p" + WORDS.get(word), figure, BigDecimal::add);
            }
        }
        return table;
    }

    /** With the half-years and the year that they make. */
    private static Tables longer(Map<Period, Map<String, BigDecimal>> quarters, int communes) {
        Map<Period, Map<String, BigDecimal>> figures = new HashMap<>(quarters);
        for (Period longer :
                List.of(Period.of(Kind.HALF_YEAR, YEAR, 1), Period.of(Kind.HALF_YEAR, YEAR, 2), Period.year(YEAR))) {
            Map<String, BigDecimal> sum = new TreeMap<>();
            Periods.parts(longer, Kind.QUARTER)
                    .forEach(part -> quarters.getOrDefault(part, Map.of())
                            .forEach((key, figure) -> sum.merge(key, figure, BigDecimal::add)));
            if (!sum.isEmpty()) {
                figures.put(longer, sum);
            }
        }
        return new Tables(figures, ways(communes));
    }

    private static List<Way<String>> ways(int communes) {
        List<Way<String>> ways = new ArrayList<>();
        for (int commune = 0; commune <= communes; commune++) {
            String unit = commune == communes ? "p" : "c" + commune;
            ways.add(Way.of(unit + " t", Set.of(unit + " w", unit + " m"), 2));
        }
        for (String word : WORDS) {
            Set<String> parts = new HashSet<>();
            for (int commune = 0; commune < communes; commune++) {
                parts.add("c" + commune + word);
            }
            ways.add(Way.of("p" + word, parts, 1));
        }
        return ways;
    }

    /** Of all periods together, by the singular values of all equations that hold within them and between them. */
    private static Set<String> known(Tables tables, Map<Kind, Set<String>> withheld) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        tables.figures()
                .forEach((period, table) -> table.keySet().forEach(key -> {
                    if (Objects.requireNonNull(withheld.get(period.kind())).contains(key)) {
                        columns.put(period.code() + " " + key, columns.size());
                    }
                }));
        if (columns.isEmpty()) {
            return Set.of();
        }
        List<Map<Integer, Double>> rows = new ArrayList<>();
        tables.figures().forEach((period, table) -> {
            for (Way<String> way : tables.ways()) {
                Map<Integer, Double> row = new HashMap<>();
                way.shares().keySet().forEach(part -> put(row, columns, period.code() + " " + part, 1));
                put(row, columns, period.code() + " " + way.total(), -1);
                rows.add(row);
            }
            for (Kind shorter : Kind.values()) {
                List<Period> parts = Periods.parts(period, shorter).stream()
                        .filter(tables.figures()::containsKey)
                        .toList();
                for (String key : parts.isEmpty() ? Set.<String>of() : table.keySet()) {
                    Map<Integer, Double> row = new HashMap<>();
                    parts.forEach(part -> put(row, columns, part.code() + " " + key, 1));
                    put(row, columns, period.code() + " " + key, -1);
                    rows.add(row);
                }
            }
        });
        RealMatrix equations = MatrixUtils.createRealMatrix(Math.max(rows.size(), columns.size()), columns.size());
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            rows.get(row).forEach((column, factor) -> equations.setEntry(at, column, factor));
        }
        SingularValueDecomposition parts = new SingularValueDecomposition(equations);
        Set<String> known = new HashSet<>();
        columns.forEach((key, column) -> {
            double freedom = 0;
            for (int k = 0; k < parts.getSingularValues().length; k++) {
                if (parts.getSingularValues()[k] < 1e-9) {
                    freedom += Math.abs(parts.getV().getEntry(column, k));
                }
            }
            if (freedom < 1e-9) {
                known.add(key);
            }
        });
        return known;
    }

    private static void put(Map<Integer, Double> row, Map<String, Integer> columns, String key, double factor) {
        Integer column = columns.get(key);
        if (column != null) {
            row.merge(column, factor, Double::sum);
        }
    }
}
