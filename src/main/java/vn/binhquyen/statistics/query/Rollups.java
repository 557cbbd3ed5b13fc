package vn.binhquyen.statistics.query;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.UnitsReorganised;

/**
 * Keeps the sums of the provinces, less than a second after the figures: who saves a figure only notes which sums no longer
 * hold, so that nobody waits for anybody. A sum is always added up anew from the figures, never moved by a difference.
 */
@Component
public class Rollups {
    private static final int AT_ONCE = 2_500;

    /** So many transactions add up beside each other. */
    private static final int PARTS = 2;

    private static final String DUE = """
        with due as (
            select * from unnest(:provinces::smallint[], :elements::int[], :periods::int[])
                          as due (province_id, element_key, period_key)
        )
        """;

    /** The official figures of a {@code sought} group. */
    private static final String OF_GROUP = """
                     from data_value
                    where data_value.province_id = sought.province_id and data_value.nature in ('A', 'E')
                      and data_value.period_key = sought.period_key and data_value.element_key = sought.element_key
                      and reporter_key = 0
        """;

    /**
     * Group by group, by the whole of the key: {@code offset 0} keeps a plan that guesses wrong from any other way. The figures
     * themselves are read again only where the units of a group did not all give the same.
     */
    private static final String SUMS =
            DUE + """
                , sought as materialized (
                    select due.* from due join data_element on data_element.key = due.element_key and over_units = 'SUM'
                ), tally as materialized (
                    select sought.province_id::integer as root, nature, sought.element_key, sought.period_key, breakdown_key, total,
                           given, open, units
                      from sought
                     cross join lateral (
                           select nature, breakdown_key, sum(value) as total, count(*) as given,
                                  count(*) filter (where status <> 'A') as open, array_agg(unit_key) as units
                """ + OF_GROUP + """
                            group by nature, breakdown_key
                           offset 0) each
                ), givers as materialized (
                    select root, nature, element_key, period_key, min(units) = max(units) as same, max(units) as units
                      from tally
                     group by root, nature, element_key, period_key
                ), giving as materialized (
                    select root, nature, element_key, period_key, units from givers where same
                     union all
                    select root, nature, element_key, period_key, array_agg(distinct unit_key)
                      from tally
                      join givers using (root, nature, element_key, period_key)
                     cross join unnest(tally.units) unit_key
                     where not same
                     group by root, nature, element_key, period_key
                ), place as materialized (
                    select distinct on (asked.unit_key, asked.period_key) asked.unit_key, asked.period_key,
                           string_to_array(subpath(state.path, 0, -1)::text, '.')::int[]
                           || array(select heir.key
                                      from unit_passed_on
                                      join unit heir on heir.id = to_id
                                     where from_id = unit.id and on_date <@ period_range(asked.period_key)) as above
                      from (select distinct unit_key, period_key
                              from (select distinct period_key, units from giving) each, unnest(units) unit_key) asked
                      join unit on unit.key = asked.unit_key
                      join unit_state state on state.unit_id = unit.id and state.valid_during && period_range(asked.period_key)
                     where nlevel(state.path) > 1
                     order by asked.unit_key, asked.period_key, state.valid_during desc
                )
                """ + Summing.EVEN + """
                , figure as materialized (
                    select sought.province_id::integer as root, sought.nature, sought.element_key, sought.period_key, unit_key, breakdown_key, value, status
                      from (select distinct root::smallint as province_id, nature, element_key, period_key
                              from even
                             where not alike) sought
                     cross join lateral (
                           select nature, unit_key, breakdown_key, value, status
                """ + OF_GROUP + """
                           offset 0) given
                     where given.nature = sought.nature
                )
                """ + Summing.TABLES + Summing.SELECT;

    private static final String COMPARED = """
        with added as materialized (%s), kept as materialized (
            select kept.*
              from unnest(:provinces::smallint[], :elements::int[], :periods::int[])
                   as due (province_id, element_key, period_key)
             cross join lateral (
                   select *
                     from data_rollup
                    where data_rollup.province_id = due.province_id and data_rollup.nature in ('A', 'E')
                      and data_rollup.element_key = due.element_key and data_rollup.period_key = due.period_key
                   offset 0) kept
        ), compared as materialized (
            select coalesce(kept.province_id, added.root::smallint) as province_id,
                   coalesce(kept.element_key, added.element_key) as element_key,
                   coalesce(kept.period_key, added.period_key) as period_key,
                   row (kept.total, kept.given, kept.open)
                   is distinct from row (added.total, added.given, added.open) as wrong
              from added
              full join kept
                on kept.province_id = added.root and kept.nature = added.nature and kept.element_key = added.element_key
               and kept.period_key = added.period_key and kept.breakdown_key = added.breakdown_key
        ) %s
        select count(*) as rows, count(*) filter (where wrong) as wrong from compared
        """;

    private static final String NOTED = """
        , noted as (
            insert into rollup_due (province_id, element_key, period_key)
            select distinct province_id, element_key, period_key from compared where wrong
        )
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Turn turn = new Turn();

    Rollups(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** One element of one province in one period. */
    private record Due(short province, int element, int period) {}

    /**
     * At a fixed rate, since tasks with a fixed delay wait for each other: the sums must not wait for the seals of the audit.
     * One run at a time.
     */
    @Scheduled(
            initialDelayString = "${binhquyen.statistics.sums-every:300ms}",
            fixedRateString = "${binhquyen.statistics.sums-every:300ms}")
    void refreshUnlessRunning() {
        turn.take(this::refresh);
    }

    /** The database goes after the last run. */
    @PreDestroy
    void stop() {
        turn.end();
    }

    /** Half of the provinces beside the other half, each on one node at a time. What is noted while this runs stays noted. */
    void refresh() {
        if (isAnyDue()) {
            try (ExecutorService halves = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> both = IntStream.range(0, PARTS)
                        .<Future<?>>mapToObj(part ->
                                halves.submit(() -> transaction.executeWithoutResult(status -> refreshSome(part))))
                        .toList();
                for (Future<?> half : both) {
                    half.get();
                }
            } catch (ExecutionException failure) {
                throw new IllegalStateException("the sums were not made", failure.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isAnyDue() {
        return jdbc.sql("select exists (select 1 from rollup_due)")
                .query(Boolean.class)
                .single();
    }

    void refreshAll() {
        while (isAnyDue()) {
            refresh();
        }
    }

    /** Where units stand in a province, and who took whose place, decides what is counted beside what. */
    @EventListener
    void on(UnitsReorganised change) {
        jdbc.sql("""
            insert into rollup_due (province_id, element_key, period_key)
            select distinct data_value.province_id, element_key, period_key
              from unit top
              join unit_state above on above.unit_id = top.id
              join unit_state state on state.path <@ above.path
              join unit on unit.id = state.unit_id
              join data_value on data_value.province_id = state.province_id and unit_key = unit.key
             where top.id = any(:units) and reporter_key = 0 and upper(period_range(period_key)) > :on
            """)
                .param("units", change.units().stream().map(UnitId::value).toArray(UUID[]::new))
                .param("on", change.on())
                .update();
    }

    /**
     * Sums that are not what the figures add up to.
     *
     * @param rows how many sums were looked at
     * @param wrong how many were missing, too many or another number
     */
    public record Check(long rows, long wrong) {
        Check and(Check more) {
            return new Check(rows + more.rows, wrong + more.wrong);
        }
    }

    /**
     * Adds everything up beside what is kept, province by province.
     *
     * @param repair notes what is wrong, to be added up anew by {@link #refresh}
     */
    Check check(boolean repair) {
        List<Due> all = jdbc.sql("""
            select province_id, element_key, period_key from data_value where reporter_key = 0
             union
            select province_id, element_key, period_key from data_rollup
             order by 1, 2, 3
            """)
                .query((row, n) -> new Due(row.getShort(1), row.getInt(2), row.getInt(3)))
                .list();
        long rows = 0;
        long wrong = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Due> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            Check one = of(some, COMPARED.formatted(SUMS, repair ? NOTED : ""))
                    .query((row, n) -> new Check(row.getLong("rows"), row.getLong("wrong")))
                    .single();
            rows += one.rows();
            wrong += one.wrong();
        }
        return new Check(rows, wrong);
    }

    private void refreshSome(int part) {
        boolean first = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('figures-rollup'), :part)")
                .param("part", part)
                .query(Boolean.class)
                .single();
        if (!first) {
            return;
        }
        jdbc.sql("set local work_mem = '64MB'").update();
        List<Due> due = jdbc.sql("""
            with taken as (
                delete from rollup_due
                 where (province_id, element_key, period_key) in (
                           select province_id, element_key, period_key
                             from rollup_due
                            where province_id % :parts = :part
                            group by 1, 2, 3
                            limit :limit)
                returning province_id, element_key, period_key
            )
            select distinct * from taken
            """)
                .param("parts", PARTS)
                .param("part", part)
                .param("limit", AT_ONCE)
                .query((row, n) -> new Due(row.getShort(1), row.getInt(2), row.getInt(3)))
                .list();
        of(due, DUE + """
            delete from data_rollup
             using due
             where data_rollup.province_id = due.province_id and data_rollup.element_key = due.element_key
               and data_rollup.period_key = due.period_key
            """).update();
        of(due, """
            insert into data_rollup (province_id, nature, element_key, period_key, breakdown_key, total, given, open)
            """ + SUMS).update();
        of(due, DUE + """
            delete from unit_rollup
             using due
             where unit_rollup.province_id = due.province_id and unit_rollup.element_key = due.element_key
               and unit_rollup.period_key = due.period_key
            """).update();
        of(due, DUE + """
            insert into unit_rollup (province_id, nature, element_key, period_key, due_at)
            select distinct province_id, nature, element_key, period_key, now()
              from data_rollup
              join due using (province_id, element_key, period_key)
            """).update();
    }

    /** A statement that knows the groups under the name {@code due}. */
    private JdbcClient.StatementSpec of(List<Due> due, String sql) {
        return jdbc.sql(sql)
                .param("provinces", column(due, Due::province, Short[]::new))
                .param("elements", column(due, Due::element, Integer[]::new))
                .param("periods", column(due, Due::period, Integer[]::new));
    }

    private static <T> T[] column(List<Due> due, Function<Due, T> value, IntFunction<T[]> array) {
        return due.stream().map(value).toArray(array);
    }
}
