package vn.binhquyen.statistics.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sums of provinces that are kept beside the figures ({@link Rollups}), and what they make for the nation. */
final class KeptSums {
    /** More are read with all the others. */
    private static final int FEW = 5;

    private final JdbcClient jdbc;

    KeptSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The nation's own figure where it gave one, else those of the provinces. */
    void ofNation(SumQuestion asked, FoundSums found) {
        if (asked.isEmpty()) {
            return;
        }
        int nation = asked.roots().getFirst().key();
        asked.in(jdbc, """
            select element_key, period_key, breakdown_key,
                   coalesce(max(total) filter (where province_id = 0), sum(total)) as total,
                   coalesce(max(given) filter (where province_id = 0), sum(given))::integer as given,
                   coalesce(max(open) filter (where province_id = 0), sum(open))::integer as open
              from data_rollup
             where element_key = any(:elements) and period_key = any(:periods) and nature = :nature::"char"
               and breakdown_key = any(:breakdowns)
             group by element_key, period_key, breakdown_key
            """).query(row -> {
            found.add(nation, row);
        });
    }

    /**
     * Which unit bore the number of a province in a period is asked apart from the sums: no plan can go through both one by
     * one then. Two bore it where one took it over from the other within the period.
     */
    void ofProvinces(SumQuestion asked, FoundSums found) {
        if (asked.isEmpty()) {
            return;
        }
        Map<Bearing, List<Integer>> units = units(asked);
        Short[] provinces =
                units.keySet().stream().map(Bearing::province).distinct().toArray(Short[]::new);
        asked.in(jdbc, """
            select province_id, element_key, period_key, breakdown_key, total, given, open
              from data_rollup
             where element_key = any(:elements) and period_key = any(:periods) and nature = :nature::"char"
               and breakdown_key = any(:breakdowns) and (:all or province_id = any(:provinces))
            """)
                .param("all", provinces.length > FEW)
                .param("provinces", provinces)
                .query(row -> {
                    Bearing bearing = new Bearing(row.getShort("province_id"), row.getInt("period_key"));
                    for (int unit : units.getOrDefault(bearing, List.of())) {
                        found.add(unit, row);
                    }
                });
    }

    private record Bearing(short province, int period) {}

    private Map<Bearing, List<Integer>> units(SumQuestion asked) {
        Map<Bearing, List<Integer>> units = new HashMap<>();
        asked.in(jdbc, SumQuestion.PERIODS + """
            select period_key, state.province_id, unit.key
              from unit
              join unit_state state on state.unit_id = unit.id
              join period on state_of_period(state.valid_during, unit.valid_during, from_day, to_day)
             where unit.key = any(:roots)
            """).query(row -> {
            units.computeIfAbsent(
                            new Bearing(row.getShort("province_id"), row.getInt("period_key")),
                            any -> new ArrayList<>())
                    .add(row.getInt("key"));
        });
        return units;
    }
}
