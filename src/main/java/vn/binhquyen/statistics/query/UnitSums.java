package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.Breakdown;

/**
 * The sums of communes, districts and villages. Of a few units they are made of their figures when they are asked for; many
 * communes are read from what {@link UnitRollups} keeps, and from the figures only where that does not hold.
 */
final class UnitSums {
    /** What is kept of every commune. */
    static final Set<Integer> KEPT = Set.of(Breakdown.TOTAL.key(), Breakdown.WOMEN.key(), Breakdown.MEN.key());

    /** Up to so many units are looked up one by one with what stands below them; more are read province by province. */
    private static final int FEW = 50;

    /** So many stand in nearly all provinces. */
    private static final int MANY = 1_500;

    /** The combinations of which one that is asked for can be made, itself first. */
    static final String WAY = """
        select breakdown_key, margin_key, needed,
               dense_rank() over (partition by margin_key order by cardinality(dropped), dropped) as rank
          from breakdown_margin
         where margin_key = any(:breakdowns)
         union all
        select asked, asked, 1, 0 from unnest(:breakdowns::int[]) asked
        """;

    private static final String BELOW = """
        and unit_key = any(array(select unit.key
                                   from unit root
                                   join unit_state top on top.unit_id = root.id
                                   join unit_state state on state.path <@ top.path
                                   join unit on unit.id = state.unit_id
                                  where root.key = any(:roots)))
        """;

    /** The figures of a few units. */
    private static final String OF_FEW = """
        from data_value
        where province_id = any(array(%s))
          and nature = :nature::"char" and element_key = any(:elements) and period_key = any(:periods)
          and breakdown_key = any(array(select breakdown_key from way)) and reporter_key = 0
        """.formatted(SumQuestion.PROVINCES);

    /** The figures of groups, each read by the whole of its key. */
    private static final String OF_GROUPS = """
        from unnest(:groupProvinces::smallint[], :groupElements::int[], :groupPeriods::int[])
             as sought (in_province, of_element, in_period)
        cross join lateral (
              select *
                from data_value
               where province_id = in_province and nature = :nature::"char" and period_key = in_period
                 and element_key = of_element and breakdown_key = any(array(select breakdown_key from way))
                 and reporter_key = 0
              offset 0) given
        """;

    private static final String THEMSELVES = "and unit_key = any(:roots)";

    private final JdbcClient jdbc;
    private final int few;

    UnitSums(JdbcClient jdbc) {
        this(jdbc, FEW);
    }

    UnitSums(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    void of(SumQuestion asked, BaseFigures.Found found) {
        if (asked.isEmpty()) {
            return;
        }
        if (asked.roots().size() <= few) {
            boolean layered = isLayered(asked);
            SumQuestion given = asked.of(asked.periods().only(kinds(asked)));
            made(given, layered, OF_FEW + (layered ? BELOW : THEMSELVES), List.of(), found);
            return;
        }
        List<Group> others = kept(asked, found);
        if (!others.isEmpty()) {
            made(asked, isLayered(asked), OF_GROUPS, others, found);
        }
    }

    /** One element of one province in one period. */
    private record Group(short province, int element, int period) {}

    /** @return of what the sums are not kept */
    private List<Group> kept(SumQuestion asked, BaseFigures.Found found) {
        boolean all = asked.roots().stream().allMatch(root -> root.level() == Level.COMMUNE)
                && asked.breakdowns().stream().allMatch(KEPT::contains);
        Set<Integer> roots = asked.roots().stream().map(Figures.Root::key).collect(toSet());
        List<Group> others = new ArrayList<>();
        asked.in(jdbc, """
            select province_id, element_key, period_key, due_at is null and units is not null and :all as kept,
                   case when :all then units end as units, case when :all then open end as open,
                   case when 0 = any(:breakdowns) and :all then totals end as of_0,
                   case when 1 = any(:breakdowns) and :all then women end as of_1,
                   case when 2 = any(:breakdowns) and :all then men end as of_2
              from unit_rollup
             where element_key = any(:elements) and period_key = any(:periods) and nature = :nature::"char"
               and (:everywhere or province_id = any(array(%s)))
            """.formatted(SumQuestion.PROVINCES))
                .param("all", all)
                .param("everywhere", asked.roots().size() > MANY)
                .query(row -> {
                    if (row.getBoolean("kept")) {
                        add(row, asked.breakdowns(), roots, found);
                    } else {
                        others.add(new Group(
                                row.getShort("province_id"), row.getInt("element_key"), row.getInt("period_key")));
                    }
                });
        return others;
    }

    private static void add(ResultSet row, Set<Integer> breakdowns, Set<Integer> roots, BaseFigures.Found found)
            throws SQLException {
        Integer[] units = array(row, "units", Integer[].class);
        Short[] open = array(row, "open", Short[].class);
        for (int breakdown : breakdowns) {
            @Nullable BigDecimal[] totals = array(row, "of_" + breakdown, BigDecimal[].class);
            for (int i = 0; i < totals.length; i++) {
                BigDecimal total = totals[i];
                if (total != null && roots.contains(units[i])) {
                    found.add(
                            new BaseFigures.Place(
                                    units[i], row.getInt("element_key"), breakdown, row.getInt("period_key")),
                            new BaseFigures.Sum(total, 1, open[i] >> breakdown & 1, 0));
                }
            }
        }
    }

    /** Null stands for none. */
    private static <T> T[] array(ResultSet row, String column, Class<T[]> type) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? type.cast(java.lang.reflect.Array.newInstance(type.getComponentType(), 0))
                : type.cast(array.getArray());
    }

    private void made(SumQuestion asked, boolean layered, String figures, List<Group> groups, BaseFigures.Found found) {
        (layered ? withThoseBelow(asked, figures).param("lower", lower(asked)) : alone(asked, figures))
                .param("groupProvinces", column(groups, Group::province, Short[]::new))
                .param("groupElements", column(groups, Group::element, Integer[]::new))
                .param("groupPeriods", column(groups, Group::period, Integer[]::new))
                .query(row -> {
                    found.add(row.getInt("root"), row, row.getInt("rank"));
                });
    }

    /** A unit below which somebody gave figures too is added up with them; all others, nearly always all, alone. */
    private JdbcClient.StatementSpec withThoseBelow(SumQuestion asked, String figures) {
        return asked.in(
                jdbc,
                SumQuestion.PERIODS
                        + """
                        , root as materialized (
                            select unnest(:roots::int[]) as unit_key
                        ), way as materialized (
                            %s
                        ), given as materialized (
                            select element_key, period_key, unit_key, breakdown_key, value, status
                              %s
                        ), stranger as materialized (
                            select each.unit_key, period_key
                              from (select distinct unit_key, period_key from given) each
                              join unit on unit.key = each.unit_key and unit.level = any(:lower)
                             where not exists (select 1 from root where root.unit_key = each.unit_key)
                        ), place as materialized (
                            select stranger.unit_key, period_key, string_to_array(subpath(state.path, 0, -1)::text, '.')::int[] as above
                              from stranger
                              join period using (period_key)
                              join unit on unit.key = stranger.unit_key
                              join unit_state state
                                on state.unit_id = unit.id
                               and state_of_period(state.valid_during, unit.valid_during, from_day, to_day)
                             where nlevel(state.path) > 1
                        ), shared as materialized (
                            select distinct higher as unit_key
                              from place, unnest(above) higher
                             where (higher in (select unit_key from root)) is true
                        ), figure as materialized (
                            select unit_key as root, :nature::"char" as nature, given.* from given join shared using (unit_key)
                             union all
                            select higher, :nature::"char", given.*
                              from given
                              join place using (unit_key, period_key), unnest(above) higher
                              join root on root.unit_key = higher
                        ), alone as (
                            select unit_key as root, element_key, period_key, margin_key, rank, sum(value) as total,
                                   max((status <> 'A')::integer) as open
                              from given
                              join root using (unit_key)
                              join way using (breakdown_key)
                             where not exists (select 1 from shared where shared.unit_key = given.unit_key)
                             group by unit_key, element_key, period_key, margin_key, rank
                            having count(*) >= max(needed)
                        )
                        """.formatted(WAY, figures)
                        + Summing.COUNTED + Summing.EVEN + Summing.TABLES + """
                        select root, element_key, period_key, margin_key as breakdown_key, total, 1 as given, open, rank
                          from alone
                         union all
                        select root, element_key, period_key, breakdown_key, total, given, open, 0
                          from (\
                        """ + Summing.SELECT + """
                               ) summed
                         where breakdown_key = any(:breakdowns)
                        """);
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

    /** Where nothing can stand below any of them, each counts by what it gave itself. */
    private JdbcClient.StatementSpec alone(SumQuestion asked, String figures) {
        return asked.in(jdbc, """
            with way as materialized (
                %s
            )
            select unit_key as root, element_key, period_key, margin_key as breakdown_key, sum(value) as total, 1 as given,
                   max((status <> 'A')::integer) as open, rank
              from (select * %s) each
              join unnest(:roots::int[]) root on root = unit_key
              join way using (breakdown_key)
             group by unit_key, element_key, period_key, margin_key, rank
            having count(*) >= max(needed)
            """.formatted(WAY, figures));
    }

    /** Whether anything can stand below one of the units. */
    private boolean isLayered(SumQuestion asked) {
        return jdbc.sql("select exists (select 1 from unit where level = any(:levels))")
                .param("levels", lower(asked))
                .query(Boolean.class)
                .single();
    }

    /** The levels of what may stand below one of the units. */
    private static String[] lower(SumQuestion asked) {
        Level highest = asked.roots().stream()
                .map(Figures.Root::level)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Arrays.stream(Level.values())
                .filter(level -> level.compareTo(highest) > 0)
                .map(Level::name)
                .toArray(String[]::new);
    }

    private static <T> T[] column(List<Group> groups, Function<Group, T> value, IntFunction<T[]> array) {
        return groups.stream().map(value).toArray(array);
    }
}
