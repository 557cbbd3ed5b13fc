package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.joining;
import static vn.binhquyen.kernel.Columns.column;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.statistics.query.FoundSums.Sum;

/** What the official figures of whole provinces add up to: the sums of the province, and those of each unit that gave any. */
final class GroupSums {
    /** Group by group, by the whole of the key: {@code offset 0} keeps a plan that guesses wrong from any other way. */
    private static final String FIGURES = """
        select province_id, nature, element_key, period_key, units, breakdowns, numbers, states
          from unnest(:provinces::smallint[], :elements::int[], :periods::int[]) as due (province_id, element_key, period_key)
          join data_element on data_element.key = element_key and over_units = 'SUM'
         cross join lateral (
               select nature, array_agg(unit_key) as units, array_agg(breakdown_key) as breakdowns,
                      array_agg(value) as numbers, string_agg(status::text, '') as states
                 from data_value
                where data_value.province_id = due.province_id and data_value.nature in ('A', 'E')
                  and data_value.period_key = due.period_key and data_value.element_key = due.element_key
                  and reporter_key = 0
                group by nature
               offset 0) each
        """;

    /** An element of a province in a period. */
    record Due(short province, int element, int period) {}

    /** What belongs to such a group. */
    interface OfGroup {
        Due due();
    }

    /** Carried out and expected apart. */
    record Group(short province, String nature, int element, int period) implements OfGroup {
        @Override
        public Due due() {
            return new Due(province, element, period);
        }

        @Override
        public int hashCode() {
            return Spread.of(province, nature.charAt(0), element, period);
        }
    }

    /** A sum of a province. */
    record Place(Group group, int breakdown) implements OfGroup {
        @Override
        public Due due() {
            return group.due();
        }

        @Override
        public int hashCode() {
            return Spread.of(group.hashCode(), breakdown);
        }
    }

    /**
     * What units gave themselves, as it is kept.
     *
     * @param units null where some stand below communes, so that their figures have to be read
     * @param sums of each of the units, with commas between
     */
    record Units(@Nullable String units, @Nullable String sums) {}

    private final Map<Group, Summing.Given> given = new HashMap<>();
    private final Map<Place, Sum> sums = new HashMap<>();
    private final Map<Group, Units> units = new HashMap<>();

    private GroupSums() {}

    static GroupSums of(JdbcClient jdbc, List<Due> due) {
        GroupSums groups = new GroupSums();
        Set<Integer> breakdowns = groups.readFigures(jdbc, due);
        groups.add(Summing.of(jdbc, breakdowns, null), groups.layers(jdbc));
        return groups;
    }

    Map<Place, Sum> sums() {
        return sums;
    }

    Map<Group, Units> units() {
        return units;
    }

    private Set<Integer> readFigures(JdbcClient jdbc, List<Due> due) {
        Set<Integer> breakdowns = new HashSet<>();
        statement(jdbc, due, FIGURES).query(row -> {
            Summing.Given group = new Summing.Given();
            Integer[] keys = (Integer[]) row.getArray("units").getArray();
            Integer[] parts = (Integer[]) row.getArray("breakdowns").getArray();
            BigDecimal[] numbers = (BigDecimal[]) row.getArray("numbers").getArray();
            String states = row.getString("states");
            for (int i = 0; i < keys.length; i++) {
                group.add(keys[i], parts[i], numbers[i], states.charAt(i) != 'A');
                breakdowns.add(parts[i]);
            }
            given.put(group(row), group);
        });
        return breakdowns;
    }

    private Layers layers(JdbcClient jdbc) {
        Map<Integer, Set<Integer>> givers = new HashMap<>();
        given.forEach((group, of) ->
                givers.computeIfAbsent(group.period(), any -> new HashSet<>()).addAll(of.units()));
        return Layers.of(jdbc, givers);
    }

    private void add(Summing summing, Layers layers) {
        given.forEach((group, figures) -> {
            Layers.OfPeriod stood = layers.of(group.period());
            summing.all(figures, stood).forEach((breakdown, sum) -> sums.put(new Place(group, breakdown), sum));
            units.put(
                    group, stood.isAnyBelowACommune(figures.units()) ? new Units(null, null) : units(figures, summing));
        });
    }

    private static Units units(Summing.Given figures, Summing summing) {
        Set<Integer> ordered = new TreeSet<>(figures.units());
        return new Units(
                ordered.stream().map(String::valueOf).collect(joining(",", "{", "}")),
                ordered.stream()
                        .map(unit -> KeptUnitSums.words(breakdown -> summing.one(figures, unit, breakdown.key())))
                        .collect(joining(",")));
    }

    /** A statement that knows the groups under {@code :provinces}, {@code :elements} and {@code :periods}. */
    static JdbcClient.StatementSpec statement(JdbcClient jdbc, List<Due> due, String sql) {
        return jdbc.sql(sql)
                .param("provinces", column(due, Due::province, Short[]::new))
                .param("elements", column(due, Due::element, Integer[]::new))
                .param("periods", column(due, Due::period, Integer[]::new));
    }

    static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getShort("province_id"),
                row.getString("nature"),
                row.getInt("element_key"),
                row.getInt("period_key"));
    }
}
