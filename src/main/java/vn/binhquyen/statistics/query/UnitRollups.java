package vn.binhquyen.statistics.query;

import jakarta.annotation.PreDestroy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.organization.Level;

/**
 * Keeps what each commune gave of an element in a period, added up to the total, women and men, one row for a province: whoever
 * compares all communes reads a row where six figures of each would have to be. {@link Rollups} says which rows no longer hold;
 * they are made anew when nothing was changed in them for a second, and until then {@link UnitSums} reads the figures.
 */
@Component
class UnitRollups {
    private static final int AT_ONCE = 200;

    private static final String MADE = """
        with sought as materialized (
            select *
              from unnest(:provinces::smallint[], :natures::"char"[], :elements::int[], :periods::int[])
                   as sought (province_id, nature, element_key, period_key)
        ), way as materialized (
            %s
        ), found as materialized (
            select sought.*, unit_key, margin_key,
                   (array_agg(total order by rank))[1] as total, (array_agg(open order by rank))[1] as open
              from sought
             cross join lateral (
                   select unit_key, margin_key, rank, sum(value) as total, max((status <> 'A')::integer) as open
                     from data_value
                     join way using (breakdown_key)
                    where data_value.province_id = sought.province_id and data_value.nature = sought.nature
                      and data_value.period_key = sought.period_key and data_value.element_key = sought.element_key
                      and reporter_key = 0
                    group by unit_key, margin_key, rank
                   having count(*) >= max(needed)
                   offset 0) each
             group by sought.province_id, sought.nature, sought.element_key, sought.period_key, unit_key, margin_key
        ), each as materialized (
            select province_id, nature, element_key, period_key, unit_key,
                   max(total) filter (where margin_key = 0) as total, max(total) filter (where margin_key = 1) as women,
                   max(total) filter (where margin_key = 2) as men, sum(open * (1 << margin_key))::smallint as open
              from found
             group by province_id, nature, element_key, period_key, unit_key
        ), below as materialized (
            select array_agg(key) as keys
              from unit
             where level = any(:lower) and key in (select unit_key from each)
        ), made as materialized (
            select province_id, nature, element_key, period_key, units,
                   case when units is not null then open end as open, case when units is not null then totals end as totals,
                   case when units is not null then women end as women, case when units is not null then men end as men
              from sought
              left join (select province_id, nature, element_key, period_key,
                                array_agg(unit_key order by unit_key) as given, array_agg(open order by unit_key) as open,
                                array_agg(total order by unit_key) as totals, array_agg(women order by unit_key) as women,
                                array_agg(men order by unit_key) as men
                           from each
                          group by province_id, nature, element_key, period_key) summed
             using (province_id, nature, element_key, period_key)
             cross join lateral (
                   select case when (given && (select keys from below)) is not true then coalesce(given, '{}') end as units
                  ) shown
        )
        """.formatted(UnitSums.WAY);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Turn turn = new Turn();

    UnitRollups(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** One element of one province in one period. */
    private record Group(short province, String nature, int element, int period) {}

    @Scheduled(
            initialDelayString = "${binhquyen.statistics.sums-every:300ms}",
            fixedRateString = "${binhquyen.statistics.sums-every:300ms}")
    void keepUnlessRunning() {
        turn.take(() -> keepAll(1));
    }

    @PreDestroy
    void stop() {
        turn.end();
    }

    void keepAll() {
        keepAll(0);
    }

    private void keepAll(int seconds) {
        int made;
        do {
            made = keepSome(seconds);
        } while (made == AT_ONCE);
    }

    /**
     * The rows are locked before the figures are read: whoever changes a figure meanwhile marks its row again when they are
     * free.
     *
     * @param seconds for how long nothing was changed
     * @return how many rows were made
     */
    private int keepSome(int seconds) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Group> groups = jdbc.sql("""
                select province_id, nature, element_key, period_key
                  from unit_rollup
                 where due_at <= now() - make_interval(secs => :seconds)
                 order by due_at
                 limit :limit
                   for update skip locked
                """)
                    .param("seconds", seconds)
                    .param("limit", AT_ONCE)
                    .query((row, n) -> new Group(row.getShort(1), row.getString(2), row.getInt(3), row.getInt(4)))
                    .list();
            if (!groups.isEmpty()) {
                of(groups, MADE + """
                    update unit_rollup kept
                       set due_at = null, units = made.units, open = made.open, totals = made.totals, women = made.women, men = made.men
                      from made
                     where kept.province_id = made.province_id and kept.nature = made.nature
                       and kept.element_key = made.element_key and kept.period_key = made.period_key
                    """).update();
            }
            return groups.size();
        }));
    }

    /** Makes everything beside what is kept. @param repair marks what is wrong, to be made anew by {@link #keepAll} */
    Rollups.Check check(boolean repair) {
        List<Group> all = jdbc.sql("""
            select province_id, nature, element_key, period_key from data_rollup
             union
            select province_id, nature, element_key, period_key from unit_rollup
             order by 1, 2, 3, 4
            """)
                .query((row, n) -> new Group(row.getShort(1), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
        long wrong = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            wrong += of(all.subList(from, Math.min(from + AT_ONCE, all.size())), MADE + """
                , wrong as materialized (
                    select province_id, nature, element_key, period_key
                      from made
                      left join unit_rollup kept using (province_id, nature, element_key, period_key)
                     where kept.province_id is null
                        or due_at is null
                           and row (made.units, made.open, made.totals, made.women, made.men)
                               is distinct from row (kept.units, kept.open, kept.totals, kept.women, kept.men)
                ), marked as (
                    insert into unit_rollup (province_id, nature, element_key, period_key, due_at)
                    select province_id, nature, element_key, period_key, now() from wrong where :repair
                    on conflict (element_key, period_key, province_id, nature) do update set due_at = excluded.due_at
                )
                select count(*) from wrong
                """)
                    .param("repair", repair)
                    .query(Long.class)
                    .single();
        }
        return new Rollups.Check(all.size(), wrong);
    }

    private JdbcClient.StatementSpec of(List<Group> groups, String sql) {
        return jdbc.sql(sql)
                .param("provinces", column(groups, Group::province, Short[]::new))
                .param("natures", column(groups, Group::nature, String[]::new))
                .param("elements", column(groups, Group::element, Integer[]::new))
                .param("periods", column(groups, Group::period, Integer[]::new))
                .param("breakdowns", UnitSums.KEPT.toArray(Integer[]::new))
                .param(
                        "lower",
                        Arrays.stream(Level.values())
                                .filter(level -> level.compareTo(Level.COMMUNE) > 0)
                                .map(Level::name)
                                .toArray(String[]::new));
    }

    private static <T> T[] column(List<Group> groups, Function<Group, T> value, IntFunction<T[]> array) {
        return groups.stream().map(value).toArray(array);
    }
}
