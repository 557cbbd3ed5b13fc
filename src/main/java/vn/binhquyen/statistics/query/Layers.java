package vn.binhquyen.statistics.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of the units that gave something stood below which in a period, and which took whose place in it. */
final class Layers {
    /**
     * By the last state of each unit in the period. Where all stand right below their province and none took another's place,
     * as is mostly so, nothing is looked at.
     */
    private static final String LAYERS = """
        with asked as materialized (
            select distinct on (unit_key, period_key) unit_key, period_key, unit.id, state.path
              from unnest(:units::int[], :periods::int[]) as asked (unit_key, period_key)
              join unit on unit.key = unit_key
              join unit_state state on state.unit_id = unit.id and state.valid_during && period_range(period_key)
             order by unit_key, period_key, state.valid_during desc
        ), doubtful as materialized (
            select unit_key, period_key, string_to_array(subpath(path, 0, -1)::text, '.')::int[] as higher,
                   array(select heir.key
                           from unit_passed_on
                           join unit heir on heir.id = to_id
                          where from_id = asked.id and on_date <@ period_range(period_key)) as heirs,
                   nlevel(path) > least((select min(nlevel(path)) from asked), 3) as lower
              from asked
             where nlevel(path) > 1
        )
        select unit_key, period_key, higher, heirs,
               exists (select 1
                         from unit
                         join unit_state on unit_state.unit_id = unit.id
                        where unit.key = any(higher) and unit_state.level = 'COMMUNE') as below_commune
          from doubtful
         where lower or cardinality(heirs) > 0
        """;

    private static final Layers NONE = new Layers();

    private final Map<Integer, OfPeriod> periods = new HashMap<>();

    private Layers() {}

    /** Where only one unit is looked at, which hides nothing from itself. */
    static Layers none() {
        return NONE;
    }

    /** @param givers the units that gave something, by period */
    static Layers of(JdbcClient jdbc, Map<Integer, Set<Integer>> givers) {
        Layers layers = new Layers();
        jdbc.sql(LAYERS)
                .param("units", givers.values().stream().flatMap(Set::stream).toArray(Integer[]::new))
                .param(
                        "periods",
                        givers.entrySet().stream()
                                .flatMap(period -> period.getValue().stream().map(unit -> period.getKey()))
                                .toArray(Integer[]::new))
                .query(row -> {
                    layers.periods
                            .computeIfAbsent(row.getInt("period_key"), any -> new OfPeriod())
                            .add(row);
                });
        return layers;
    }

    OfPeriod of(int period) {
        return periods.getOrDefault(period, OfPeriod.FLAT);
    }

    /** As the units stood at the end of one period. */
    static final class OfPeriod {
        private static final OfPeriod FLAT = new OfPeriod();

        private final Map<Integer, Set<Integer>> above = new HashMap<>();
        private final Map<Integer, Set<Integer>> hiding = new HashMap<>();
        private final Set<Integer> belowCommunes = new HashSet<>();

        private OfPeriod() {}

        private void add(ResultSet row) throws SQLException {
            int unit = row.getInt("unit_key");
            Set<Integer> higher = keys(row, "higher");
            above.put(unit, higher);
            Set<Integer> all = keys(row, "heirs");
            all.addAll(higher);
            hiding.put(unit, all);
            if (row.getBoolean("below_commune")) {
                belowCommunes.add(unit);
            }
        }

        private static Set<Integer> keys(ResultSet row, String column) throws SQLException {
            return new HashSet<>(Arrays.asList((Integer[]) row.getArray(column).getArray()));
        }

        /** The units above one. */
        Set<Integer> above(int unit) {
            return above.getOrDefault(unit, Set.of());
        }

        /** Those whose figures count instead of what the unit gave: the units above it, and those that took its place. */
        Set<Integer> hiding(int unit) {
            return hiding.getOrDefault(unit, Set.of());
        }

        /** Whether one of the units stood below what was a commune at any time. */
        boolean isAnyBelowACommune(Set<Integer> units) {
            return units.stream().anyMatch(belowCommunes::contains);
        }
    }
}
