package vn.binhquyen.statistics.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.organization.Level;

/** The sums of communes, districts and villages, made of their figures when they are asked for. */
final class UnitSums {
    /** Up to so many units are looked up one by one with what stands below them; more are read province by province. */
    private static final int FEW = 50;

    /** So many stand in nearly all provinces. */
    private static final int MANY = 1_500;

    /** The combinations of which one that is asked for can be made, itself first. */
    private static final String WAY = """
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

    private final JdbcClient jdbc;

    UnitSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void of(SumQuestion asked, BaseFigures.Found found) {
        if (asked.isEmpty()) {
            return;
        }
        SumQuestion given = asked.of(asked.periods().only(kinds(asked)));
        String[] lower = lower(asked);
        (isAny(lower) ? withThoseBelow(given).param("lower", lower) : alone(given)).query(row -> {
            found.add(row.getInt("root"), row, row.getInt("rank"));
        });
    }

    /** A unit below which somebody gave figures too is added up with them; all others, nearly always all, alone. */
    private JdbcClient.StatementSpec withThoseBelow(SumQuestion asked) {
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
                        """.formatted(WAY, provinces(asked), asked.roots().size() > FEW ? "" : BELOW)
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
        if (asked.roots().size() > MANY) {
            return EnumSet.allOf(Period.Kind.class);
        }
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
    private JdbcClient.StatementSpec alone(SumQuestion asked) {
        return asked.in(jdbc, """
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
                        WAY, provinces(asked), asked.roots().size() > FEW ? "" : "and unit_key = any(:roots)"));
    }

    private static String provinces(SumQuestion asked) {
        return asked.roots().size() > MANY ? "select distinct province_id from unit_state" : SumQuestion.PROVINCES;
    }

    private boolean isAny(String[] levels) {
        return jdbc.sql("select exists (select 1 from unit where level = any(:levels))")
                .param("levels", levels)
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
}
