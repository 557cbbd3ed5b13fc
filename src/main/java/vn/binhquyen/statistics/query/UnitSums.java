package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toSet;
import static vn.binhquyen.kernel.Columns.column;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.query.GroupSums.Due;

/** The sums of communes, districts and villages: those that are kept, else made of the figures when they are asked for. */
final class UnitSums {
    /** Of up to so many units only their own figures are read, and those below them; of more those of their provinces. */
    static final int FEW = 50;

    /** So many stand in nearly all provinces. */
    static final int MANY = 1_500;

    /** The figures of which a combination that is asked for can be made. */
    private static final String ACCEPTED = """
         and breakdown_key = any(:breakdowns::int[] || array(select breakdown_key
                                                               from breakdown_margin
                                                              where margin_key = any(:breakdowns)))
         and reporter_key = 0
        """;

    /** Those of the units and of all that stand or stood below them. */
    private static final String BELOW = """
        and unit_key = any(array(select unit.key
                                   from unit root
                                   join unit_state top on top.unit_id = root.id
                                   join unit_state state on state.path <@ top.path
                                   join unit on unit.id = state.unit_id
                                  where root.key = any(:roots)))
        """;

    private static final String OF_FEW = """
        select unit_key, element_key, period_key, breakdown_key, value, status <> 'A'
          from data_value
         where province_id = any(array(%s))
           and nature = :nature::"char" and element_key = any(:elements) and period_key = any(:periods)
        """.formatted(SumQuestion.PROVINCES) + ACCEPTED + BELOW;

    /** The figures of groups, each read by the whole of its key. */
    private static final String OF_GROUPS = """
        select unit_key, element_key, period_key, breakdown_key, value, status <> 'A'
          from unnest(:groupProvinces::smallint[], :groupElements::int[], :groupPeriods::int[])
               as sought (in_province, of_element, in_period)
         cross join lateral (
               select *
                 from data_value
                where province_id = in_province and nature = :nature::"char" and period_key = in_period
                  and element_key = of_element
        """ + ACCEPTED + """
                  %s
               offset 0) given
        """;

    private final JdbcClient jdbc;
    private final KeptUnitSums kept;
    private final int few;

    UnitSums(JdbcClient jdbc) {
        this(jdbc, FEW);
    }

    UnitSums(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.kept = new KeptUnitSums(jdbc);
        this.few = few;
    }

    void of(SumQuestion asked, FoundSums found) {
        if (asked.isEmpty()) {
            return;
        }
        boolean areFew = asked.roots().size() <= few;
        if (areFew && !KeptUnitSums.hold(asked)) {
            SumQuestion given = asked.of(asked.periods().only(kinds(asked)));
            add(given, given.in(jdbc, OF_FEW), found);
            return;
        }
        Set<Due> others = areFew ? kept.ofFew(asked, found) : kept.ofMany(asked, found);
        if (!others.isEmpty()) {
            add(
                    asked,
                    asked.in(jdbc, OF_GROUPS.formatted(areFew ? BELOW : ""))
                            .param("groupProvinces", column(others, Due::province, Short[]::new))
                            .param("groupElements", column(others, Due::element, Integer[]::new))
                            .param("groupPeriods", column(others, Due::period, Integer[]::new)),
                    found);
        }
    }

    /** An element in a period. */
    private record Sheet(int element, int period) {
        @Override
        public int hashCode() {
            return Spread.of(element, period);
        }
    }

    /** Columns by their number, since rows are many. */
    private void add(SumQuestion asked, JdbcClient.StatementSpec figures, FoundSums found) {
        Map<Sheet, Summing.Given> given = new HashMap<>();
        Set<Integer> breakdowns = new HashSet<>();
        figures.query(row -> {
            int breakdown = row.getInt(4);
            breakdowns.add(breakdown);
            given.computeIfAbsent(new Sheet(row.getInt(2), row.getInt(3)), any -> new Summing.Given())
                    .add(row.getInt(1), breakdown, row.getBigDecimal(5), row.getBoolean(6));
        });
        Set<Integer> roots = asked.roots().stream().map(Figures.Root::key).collect(toSet());
        Layers layers = layers(given, roots);
        Set<Integer> wanted = asked.breakdowns();
        Summing summing = Summing.of(jdbc, breakdowns, wanted);
        given.forEach((sheet, ofAll) -> {
            Layers.OfPeriod stood = layers.of(sheet.period());
            ofAll.by(roots, stood)
                    .forEach((root, ofRoot) -> summing.all(ofRoot, stood).forEach((breakdown, sum) -> {
                        if (wanted.contains(breakdown)) {
                            found.add(root, found.column(sheet.element(), breakdown, sheet.period()), sum);
                        }
                    }));
        });
    }

    private Layers layers(Map<Sheet, Summing.Given> given, Set<Integer> roots) {
        Map<Integer, Set<Integer>> givers = new HashMap<>();
        given.forEach((sheet, figures) ->
                givers.computeIfAbsent(sheet.period(), any -> new HashSet<>()).addAll(figures.units()));
        return roots.size() == 1 && givers.values().stream().allMatch(roots::equals)
                ? Layers.none()
                : Layers.of(jdbc, givers);
    }

    /** The kinds of periods of which anything was given where the units stand: few give months, and they are many. */
    private Set<Period.Kind> kinds(SumQuestion asked) {
        Set<Period.Kind> kinds = EnumSet.noneOf(Period.Kind.class);
        asked.in(jdbc, """
            select distinct period_kind(from_key) as kind
              from (select distinct key / 1000000 * 1000000 as from_key from unnest(:periods::int[]) key) kind
             cross join (%s) place
             cross join lateral (
                   select 1
                     from data_value
                    where province_id = place.province_id and nature = :nature::"char"
                      and period_key >= from_key and period_key < from_key + 1000000
                    order by period_key
                    limit 1) given
            """.formatted(SumQuestion.PROVINCES)).query(row -> {
            kinds.add(Period.Kind.valueOf(row.getString("kind")));
        });
        return kinds;
    }
}
