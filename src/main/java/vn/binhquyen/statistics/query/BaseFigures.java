package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.DataElement.OverUnits;
import vn.binhquyen.statistics.query.Figures.Root;

/** Sums over units and breakdowns for single periods: of provinces and the nation from what is kept, of others made now. */
@Component
class BaseFigures {
    /** Up to so many units are looked up one by one with what stands below them; more are read province by province. */
    private static final int FEW = 50;

    /** More are read with all the others. */
    private static final int FEW_PROVINCES = 5;

    /** So many stand in nearly all provinces. */
    private static final int MANY = 1_500;

    private static final String PERIODS = """
        with period as materialized (
            select * from unnest(:periods::int[], :froms::date[], :tos::date[]) as period (period_key, from_day, to_day)
        )
        """;

    /** The combinations of which one that is asked for can be made, itself first. */
    private static final String WAY = """
        select breakdown_key, margin_key, needed,
               dense_rank() over (partition by margin_key order by cardinality(dropped), dropped) as rank
          from breakdown_margin
         where margin_key = any(:breakdowns)
         union all
        select asked, asked, 1, 0 from unnest(:breakdowns::int[]) asked
        """;

    private static final String PROVINCES = """
        select distinct state.province_id from unit join unit_state state on state.unit_id = unit.id where unit.key = any(:roots)
        """;

    private static final String BELOW = """
        and unit_key = any(array(select unit.key
                                   from unit root
                                   join unit_state top on top.unit_id = root.id
                                   join unit_state state on state.path <@ top.path
                                   join unit on unit.id = state.unit_id
                                  where root.key = any(:roots)))
        """;

    private final JdbcClient jdbc;

    BaseFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a sum stands. @param period its key */
    record Place(int unit, int element, int breakdown, int period) {}

    /**
     * @param given of how many figures of units it is made
     * @param open how many of them are not accepted yet
     * @param rank where a sum can be made in several ways, the one of the lowest counts
     */
    record Sum(BigDecimal total, int given, int open, int rank) {}

    Map<Place, Sum> read(List<Root> roots, FigureQuery query, Periods periods, Map<Integer, DataElement> known) {
        Map<Place, Sum> found = new HashMap<>();
        List<Integer> adding = keys(known, OverUnits.SUM);
        List<Integer> single = keys(known, OverUnits.NONE);
        List<Integer> nation = keys(roots, level -> level == Level.NATION);
        List<Integer> provinces = keys(roots, level -> level == Level.PROVINCE);
        List<Root> others = roots.stream()
                .filter(root -> root.level() != Level.NATION && root.level() != Level.PROVINCE)
                .toList();
        if (!adding.isEmpty() && !nation.isEmpty()) {
            collect(nationSums(nation.getFirst(), query, periods, adding), found);
        }
        if (!adding.isEmpty() && !provinces.isEmpty()) {
            provinceSums(provinces, query, periods, adding, found);
        }
        if (!adding.isEmpty() && !others.isEmpty()) {
            Periods given = given(others, query, periods);
            collect(
                    isAnyLower(others) ? sumsOf(others, query, given, adding) : ownSumsOf(others, query, given, adding),
                    found);
        }
        if (!single.isEmpty()) {
            collect(
                    own(query, periods, single)
                            .param("roots", array(roots.stream().map(Root::key).toList())),
                    found);
        }
        return found;
    }

    /** The nation's own figure where it gave one, else those of the provinces. */
    private JdbcClient.StatementSpec nationSums(
            int nation, FigureQuery query, Periods periods, List<Integer> elements) {
        return with(query, periods, elements, """
            select :nation::integer as root, element_key, period_key, breakdown_key,
                   coalesce(max(total) filter (where province_id = 0), sum(total)) as total,
                   coalesce(max(given) filter (where province_id = 0), sum(given))::integer as given,
                   coalesce(max(open) filter (where province_id = 0), sum(open))::integer as open, 0 as rank
              from data_rollup
             where element_key = any(:elements) and period_key = any(:periods) and nature = :nature::"char"
               and breakdown_key = any(:breakdowns)
             group by element_key, period_key, breakdown_key
            """).param("nation", nation);
    }

    /** Which unit a province was in a period is asked apart from its sums: no plan can go through both one by one then. */
    private void provinceSums(
            List<Integer> roots, FigureQuery query, Periods periods, List<Integer> elements, Map<Place, Sum> into) {
        Map<Integer, Map<Short, Integer>> units = new HashMap<>();
        with(query, periods, elements, PERIODS + """
            select period_key, state.province_id, unit.key
              from unit
              join unit_state state on state.unit_id = unit.id
              join period on state_of_period(state.valid_during, unit.valid_during, from_day, to_day)
             where unit.key = any(:roots)
            """)
                .param("roots", array(roots))
                .query(row -> {
                    units.computeIfAbsent(row.getInt("period_key"), any -> new HashMap<>())
                            .put(row.getShort("province_id"), row.getInt("key"));
                });
        Short[] provinces = units.values().stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .toArray(Short[]::new);
        with(query, periods, elements, """
            select province_id, element_key, period_key, breakdown_key, total, given, open
              from data_rollup
             where element_key = any(:elements) and period_key = any(:periods) and nature = :nature::"char"
               and breakdown_key = any(:breakdowns) and (:all or province_id = any(:provinces))
            """)
                .param("all", provinces.length > FEW_PROVINCES)
                .param("provinces", provinces)
                .query(row -> {
                    Integer unit = units.getOrDefault(row.getInt("period_key"), Map.of())
                            .get(row.getShort("province_id"));
                    if (unit != null) {
                        put(into, unit, row, 0);
                    }
                });
    }

    /** A unit below which somebody gave figures too is added up with them; all others, nearly always all, alone. */
    private JdbcClient.StatementSpec sumsOf(
            List<Root> units, FigureQuery query, Periods periods, List<Integer> elements) {
        List<Integer> roots = units.stream().map(Root::key).toList();
        return with(
                        query,
                        periods,
                        elements,
                        PERIODS
                                + """
                                , root as materialized (
                                    select unnest(:roots::int[]) as unit_key
                                ), way as materialized (
                                    %s
                                ), given as materialized (
                                    select element_key, period_key, unit_key, breakdown_key, value, status
                                      from data_value
                                     where province_id = any(array(%s))
                                       and nature = :nature::"char" and element_key = any(:elements) and period_key = any(:periods)
                                       and breakdown_key = any(array(select breakdown_key from way)) and reporter_key = 0
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
                                """.formatted(
                                        WAY,
                                        roots.size() > MANY ? "select distinct province_id from unit_state" : PROVINCES,
                                        roots.size() > FEW ? "" : BELOW)
                                + Summing.COUNTED + Summing.EVEN + Summing.TABLES + """
                                select root, element_key, period_key, margin_key as breakdown_key, total, 1 as given, open, rank
                                  from alone
                                 union all
                                select root, element_key, period_key, breakdown_key, total, given, open, 0
                                  from (\
                                """ + Summing.SELECT + """
                                       ) summed
                                 where breakdown_key = any(:breakdowns)
                                """)
                .param("roots", array(roots))
                .param("lower", lower(units));
    }

    /** Of the kinds of which anything was given where the units stand: few give months, and they are many to look for. */
    private Periods given(List<Root> units, FigureQuery query, Periods periods) {
        if (units.size() > MANY) {
            return periods;
        }
        Set<Period.Kind> kinds = EnumSet.noneOf(Period.Kind.class);
        jdbc.sql("""
            select distinct kind
              from unnest(:kinds::int[]) kind
             cross join (%s) place
             cross join lateral (
                   select 1
                     from data_value
                    where province_id = place.province_id and nature = :nature::"char"
                      and period_key >= kind * 1000000 and period_key < (kind + 1) * 1000000
                    order by period_key
                    limit 1) given
            """.formatted(PROVINCES))
                .param(
                        "kinds",
                        periods.all().stream()
                                .map(period -> period.kind().ordinal() + 1)
                                .distinct()
                                .toArray(Integer[]::new))
                .param("roots", units.stream().map(Root::key).toArray(Integer[]::new))
                .param("nature", query.nature().name().substring(0, 1))
                .query(row -> {
                    kinds.add(Period.Kind.values()[row.getInt("kind") - 1]);
                });
        return periods.of(kinds);
    }

    /** Where nothing can stand below any of them, each counts by what it gave itself. */
    private JdbcClient.StatementSpec ownSumsOf(
            List<Root> units, FigureQuery query, Periods periods, List<Integer> elements) {
        List<Integer> roots = units.stream().map(Root::key).toList();
        return with(query, periods, elements, """
            with way as materialized (
                %s
            )
            select unit_key as root, element_key, period_key, margin_key as breakdown_key, sum(value) as total, 1 as given,
                   max((status <> 'A')::integer) as open, rank
              from data_value
              join unnest(:roots::int[]) root on root = unit_key
              join way using (breakdown_key)
             where province_id = any(array(%s))
               and nature = :nature::"char" and element_key = any(:elements) and period_key = any(:periods)
               and breakdown_key = any(array(select breakdown_key from way)) and reporter_key = 0 %s
             group by unit_key, element_key, period_key, margin_key, rank
            having count(*) >= max(needed)
            """.formatted(
                                WAY,
                                roots.size() > MANY ? "select distinct province_id from unit_state" : PROVINCES,
                                roots.size() > FEW ? "" : "and unit_key = any(:roots)"))
                .param("roots", array(roots));
    }

    private boolean isAnyLower(List<Root> units) {
        return jdbc.sql("select exists (select 1 from unit where level = any(:lower))")
                .param("lower", lower(units))
                .query(Boolean.class)
                .single();
    }

    /** The levels of what may stand below one of the units. */
    private static String[] lower(List<Root> units) {
        Level highest =
                units.stream().map(Root::level).min(Comparator.naturalOrder()).orElseThrow();
        return Arrays.stream(Level.values())
                .filter(level -> level.compareTo(highest) > 0)
                .map(Level::name)
                .toArray(String[]::new);
    }

    /** What holds for a unit alone. */
    private JdbcClient.StatementSpec own(FigureQuery query, Periods periods, List<Integer> elements) {
        return with(query, periods, elements, """
            select unit_key as root, element_key, period_key, breakdown_key, value as total, 1 as given,
                   (status <> 'A')::integer as open, 0 as rank
              from data_value
             where province_id = any(array(%s))
               and nature = :nature::"char" and element_key = any(:elements) and period_key = any(:periods)
               and unit_key = any(:roots) and breakdown_key = any(:breakdowns) and reporter_key = 0
            """.formatted(PROVINCES));
    }

    private JdbcClient.StatementSpec with(FigureQuery query, Periods periods, List<Integer> elements, String sql) {
        return jdbc.sql(sql)
                .param("elements", array(elements))
                .param("nature", query.nature().name().substring(0, 1))
                .param(
                        "breakdowns",
                        array(query.what().stream()
                                .map(what -> what.breakdown().key())
                                .distinct()
                                .toList()))
                .param("periods", column(periods, Period::key, Integer[]::new))
                .param("froms", column(periods, period -> Date.valueOf(period.start()), Date[]::new))
                .param("tos", column(periods, period -> Date.valueOf(period.end()), Date[]::new));
    }

    private static void collect(JdbcClient.StatementSpec statement, Map<Place, Sum> into) {
        statement.query(row -> {
            put(into, row.getInt("root"), row, row.getInt("rank"));
        });
    }

    private static void put(Map<Place, Sum> into, int root, ResultSet row, int rank) throws SQLException {
        Place place = new Place(root, row.getInt("element_key"), row.getInt("breakdown_key"), row.getInt("period_key"));
        Sum sum = new Sum(row.getBigDecimal("total"), row.getInt("given"), row.getInt("open"), rank);
        into.merge(place, sum, (one, other) -> one.rank() <= other.rank() ? one : other);
    }

    private static List<Integer> keys(Map<Integer, DataElement> known, OverUnits over) {
        return known.values().stream()
                .filter(element -> element.overUnits() == over)
                .map(DataElement::key)
                .toList();
    }

    private static List<Integer> keys(List<Root> roots, Predicate<Level> level) {
        return roots.stream()
                .filter(root -> level.test(root.level()))
                .map(Root::key)
                .toList();
    }

    private static Integer[] array(Collection<Integer> keys) {
        return keys.toArray(Integer[]::new);
    }

    private static <T> T[] column(Periods periods, Function<Period, T> value, IntFunction<T[]> array) {
        return periods.all().stream().map(value).toArray(array);
    }
}
