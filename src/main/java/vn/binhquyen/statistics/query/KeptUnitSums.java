package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.query.FoundSums.Sum;
import vn.binhquyen.statistics.query.GroupSums.Due;

/**
 * The sums of communes that {@link Rollups} keeps in a row for each province. Both ways to read them also say of what they are
 * not kept, so that the figures have to be read.
 */
final class KeptUnitSums {
    /** What is kept of every commune. */
    static final List<Breakdown> KEPT = List.of(Breakdown.TOTAL, Breakdown.WOMEN, Breakdown.MEN);

    /**
     * The place of each commune in its rows, and what is noted to be added up anew: in one statement, since who adds up takes
     * the note away with the commit that brings the sums.
     */
    private static final String OF_FEW = """
        with root as materialized (
            select distinct unit.key as unit_key, state.province_id
              from unit
              join unit_state state on state.unit_id = unit.id
             where unit.key = any(:roots)
        ), due as materialized (
            select province_id, element_key, period_key
              from rollup_due
             where province_id = any(array(select province_id from root))
               and element_key = any(:elements) and period_key = any(:periods)
        )
        select province_id, element_key, period_key, null as unit_key, null as sums
          from due
         union all
        select province_id, element_key, period_key, unit_key, split_part(sums, ',', array_position(units, unit_key))
          from root
          join unit_rollup using (province_id)
         where element_key = any(:elements) and period_key = any(:periods) and nature = :nature::"char"
           and (province_id, element_key, period_key) not in (table due)
           and (units is null or unit_key = any(units))
        """;

    private static final String OF_MANY = """
        select province_id, element_key, period_key, case when :hold then units end as units,
               case when :hold then sums end as sums
          from unit_rollup
         where element_key = any(:elements) and period_key = any(:periods) and nature = :nature::"char"
           and (:everywhere or province_id = any(array(%s)))
        """.formatted(SumQuestion.PROVINCES);

    private final JdbcClient jdbc;

    KeptUnitSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether what is asked is kept, where it is kept. */
    static boolean hold(SumQuestion asked) {
        return asked.roots().stream().allMatch(root -> root.level() == Level.COMMUNE)
                && asked.breakdowns().stream().allMatch(key -> KEPT.contains(new Breakdown(key)));
    }

    /** As the figures are at this moment. */
    Set<Due> ofFew(SumQuestion asked, FoundSums found) {
        return read(
                asked, asked.in(jdbc, OF_FEW), found, (row, columns, sums) -> add(row.getInt(4), columns, sums, found));
    }

    /** As old as the sums of the provinces. */
    Set<Due> ofMany(SumQuestion asked, FoundSums found) {
        Set<Integer> roots = asked.roots().stream().map(Figures.Root::key).collect(toSet());
        JdbcClient.StatementSpec rows = asked.in(jdbc, OF_MANY)
                .param("hold", hold(asked))
                .param("everywhere", asked.roots().size() > UnitSums.MANY);
        return read(asked, rows, found, (row, columns, all) -> {
            Integer[] units = (Integer[]) row.getArray(4).getArray();
            String[] sums = all.split(",");
            for (int i = 0; i < units.length; i++) {
                if (roots.contains(units[i])) {
                    add(units[i], columns, sums[i], found);
                }
            }
        });
    }

    /** A row of which something is kept. */
    private interface Kept {
        /** @param columns where the sum of each breakdown belongs that is asked for */
        void add(ResultSet row, Map<Integer, Integer> columns, String sums) throws SQLException;
    }

    /** Columns by their number, since rows are many. */
    private static Set<Due> read(SumQuestion asked, JdbcClient.StatementSpec rows, FoundSums found, Kept kept) {
        Set<Integer> breakdowns = asked.breakdowns();
        Set<Due> others = new HashSet<>();
        rows.query(row -> {
            int element = row.getInt(2);
            int period = row.getInt(3);
            String sums = row.getString(5);
            if (sums == null) {
                others.add(new Due(row.getShort(1), element, period));
                return;
            }
            Map<Integer, Integer> columns = new HashMap<>();
            breakdowns.forEach(breakdown -> columns.put(breakdown, found.column(element, breakdown, period)));
            kept.add(row, columns, sums);
        });
        return others;
    }

    /** @param sums as {@link #words} makes them */
    private static void add(int unit, Map<Integer, Integer> columns, String sums, FoundSums found) {
        int open = sums.charAt(sums.length() - 1) - '0';
        columns.forEach((breakdown, column) -> {
            int from = 0;
            for (int before = 0; before < breakdown; before++) {
                from = sums.indexOf(' ', from) + 1;
            }
            int to = sums.indexOf(' ', from);
            if (from < to) {
                BigDecimal total = new BigDecimal(sums.substring(from, to));
                found.add(unit, column, new Sum(total, 1, open >> breakdown & 1));
            }
        });
    }

    /**
     * The sums of a unit in the order of {@link #KEPT}, nothing where there is none, and a digit that says which of them are
     * not accepted yet.
     *
     * @param sum of a breakdown
     */
    static String words(Function<Breakdown, @Nullable Sum> sum) {
        StringBuilder words = new StringBuilder();
        int open = 0;
        for (Breakdown breakdown : KEPT) {
            Sum one = sum.apply(breakdown);
            if (one != null) {
                words.append(one.total().toPlainString());
                open |= one.open() << breakdown.key();
            }
            words.append(' ');
        }
        return words.append(open).toString();
    }
}
