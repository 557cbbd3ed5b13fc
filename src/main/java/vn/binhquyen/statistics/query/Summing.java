package vn.binhquyen.statistics.query;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.statistics.query.FoundSums.Sum;

/**
 * How the figures of units become one sum. A unit counts by what it gave itself, or by what that adds up to where it gave only
 * parts of it; where it gave neither, those below it count. Units that gave the same combinations are added first, and the
 * coarser combinations made of the sums: the same as unit by unit, at a fraction of the work.
 */
final class Summing {
    /** What units gave of an element in a period. */
    static final class Given {
        private final Map<Integer, SortedMap<Integer, Sum>> units = new HashMap<>();

        void add(int unit, int breakdown, BigDecimal number, boolean open) {
            units.computeIfAbsent(unit, any -> new TreeMap<>()).put(breakdown, new Sum(number, 1, open ? 1 : 0));
        }

        Set<Integer> units() {
            return units.keySet();
        }

        /** What belongs to each root: its own figures, and those of units below it. */
        Map<Integer, Given> by(Set<Integer> roots, Layers.OfPeriod layers) {
            Map<Integer, Given> parts = new HashMap<>();
            units.forEach((unit, figures) -> Stream.concat(Stream.of(unit), layers.above(unit).stream())
                    .filter(roots::contains)
                    .forEach(root -> parts.computeIfAbsent(root, any -> new Given())
                            .units
                            .put(unit, figures)));
            return parts;
        }

        private Set<Integer> combinations(int unit) {
            SortedMap<Integer, Sum> figures = units.get(unit);
            return figures == null ? Set.of() : figures.keySet();
        }
    }

    /**
     * A coarser combination that another helps to make.
     *
     * @param needed so many parts must have been given
     * @param rank of the ways that lead to it, the lowest that can be gone counts
     */
    private record Way(int margin, int needed, int rank) {}

    private final Map<Integer, List<Way>> ways;
    private final Map<Set<Integer>, Map<Integer, List<Integer>>> recipes = new HashMap<>();

    private Summing(Map<Integer, List<Way>> ways) {
        this.ways = ways;
    }

    /** @param margins what is made; null for all that can be made of the combinations */
    static Summing of(JdbcClient jdbc, Collection<Integer> breakdowns, @Nullable Collection<Integer> margins) {
        record Step(int breakdown, Way way) {}
        return new Summing(jdbc
                .sql("""
                    select breakdown_key, margin_key, needed,
                           dense_rank() over (partition by margin_key order by cardinality(dropped), dropped) as rank
                      from breakdown_margin
                     where breakdown_key = any(:breakdowns) and (:all or margin_key = any(:margins))
                    """)
                .param("breakdowns", breakdowns.toArray(Integer[]::new))
                .param("all", margins == null)
                .param("margins", margins == null ? new Integer[0] : margins.toArray(Integer[]::new))
                .query((row, n) -> new Step(
                        row.getInt("breakdown_key"),
                        new Way(row.getInt("margin_key"), row.getInt("needed"), row.getInt("rank"))))
                .list()
                .stream()
                .collect(groupingBy(Step::breakdown, mapping(Step::way, toList()))));
    }

    /** What a unit gave is left out as far as those that hide it count by anything. */
    Map<Integer, Sum> all(Given given, Layers.OfPeriod layers) {
        if (given.units.size() == 1) {
            return made(given.units.values().iterator().next());
        }
        Map<Integer, Sum> all = new HashMap<>();
        Map<Set<Integer>, Map<Integer, Sum>> alike = new HashMap<>();
        given.units.forEach((unit, figures) -> {
            Set<Integer> hidden = new HashSet<>();
            layers.hiding(unit)
                    .forEach(other ->
                            hidden.addAll(recipe(given.combinations(other)).keySet()));
            if (hidden.isEmpty()) {
                add(figures, alike.computeIfAbsent(figures.keySet(), any -> new HashMap<>()));
            } else {
                Map<Integer, Sum> own = made(figures);
                own.keySet().removeAll(hidden);
                add(own, all);
            }
        });
        alike.values().forEach(sums -> add(made(sums), all));
        return all;
    }

    /** What one unit gave of a combination, or what that adds up to; null where there is neither. */
    @Nullable
    Sum one(Given given, int unit, int breakdown) {
        SortedMap<Integer, Sum> figures = given.units.get(unit);
        if (figures == null) {
            return null;
        }
        Sum sum = null;
        for (int part : recipe(figures.keySet()).getOrDefault(breakdown, List.of())) {
            Sum figure = figures.get(part);
            sum = sum == null || figure == null ? figure : sum.with(figure);
        }
        return sum;
    }

    private static void add(Map<Integer, Sum> figures, Map<Integer, Sum> sums) {
        figures.forEach((breakdown, figure) -> sums.merge(breakdown, figure, Sum::and));
    }

    /** Of figures of one unit, or sums of units that gave the same, what they make. */
    private Map<Integer, Sum> made(Map<Integer, Sum> figures) {
        Map<Integer, Sum> made = new HashMap<>();
        recipe(figures.keySet()).forEach((breakdown, parts) -> {
            for (int part : parts) {
                Sum figure = figures.get(part);
                if (figure != null) {
                    made.merge(breakdown, figure, Sum::with);
                }
            }
        });
        return made;
    }

    /** Each combination that these make, and of which of them: itself where it is one of them. */
    private Map<Integer, List<Integer>> recipe(Set<Integer> gave) {
        Map<Integer, List<Integer>> known = recipes.get(gave);
        if (known == null) {
            known = recipeOf(gave);
            recipes.put(Set.copyOf(gave), known);
        }
        return known;
    }

    private Map<Integer, List<Integer>> recipeOf(Set<Integer> gave) {
        record Path(int margin, int rank) {}
        Map<Path, List<Integer>> parts =
                new TreeMap<>(comparingInt(Path::margin).thenComparingInt(Path::rank));
        Map<Path, Integer> needed = new HashMap<>();
        for (int breakdown : gave) {
            for (Way way : ways.getOrDefault(breakdown, List.of())) {
                Path path = new Path(way.margin(), way.rank());
                parts.computeIfAbsent(path, any -> new ArrayList<>()).add(breakdown);
                needed.merge(path, way.needed(), Math::max);
            }
        }
        Map<Integer, List<Integer>> recipe = new HashMap<>();
        gave.forEach(breakdown -> recipe.put(breakdown, List.of(breakdown)));
        parts.forEach((path, of) -> {
            if (of.size() >= needed.getOrDefault(path, 1)) {
                recipe.putIfAbsent(path.margin(), of);
            }
        });
        return recipe;
    }
}
