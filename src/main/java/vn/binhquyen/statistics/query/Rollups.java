package vn.binhquyen.statistics.query;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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
    private static final int AT_ONCE = 5_000;

    private static final String DUE = """
        with due as (
            select * from unnest(:provinces::smallint[], :elements::int[], :periods::int[])
                          as due (province_id, element_key, period_key)
        )
        """;

    /** Group by group, by the whole of the key: {@code offset 0} keeps a plan that guesses wrong from any other way. */
    private static final String FIGURES = DUE + """
        , figure as materialized (
            select due.province_id::integer as root, nature, due.element_key, due.period_key, unit_key, breakdown_key, value,
                   status
              from due
              join data_element on data_element.key = due.element_key and over_units = 'SUM'
             cross join lateral (
                   select nature, unit_key, breakdown_key, value, status
                     from data_value
                    where data_value.province_id = due.province_id and data_value.nature in ('A', 'E')
                      and data_value.element_key = due.element_key and data_value.period_key = due.period_key
                      and reporter_key = 0
                   offset 0) given
        )
        """ + Summing.GIVING + """
        , place as materialized (
            select distinct on (asked.unit_key, asked.period_key) asked.unit_key, asked.period_key,
                   string_to_array(subpath(state.path, 0, -1)::text, '.')::int[]
                   || array(select heir.key
                              from unit_passed_on
                              join unit heir on heir.id = to_id
                             where from_id = unit.id and on_date <@ period_range(asked.period_key)) as above
              from (select distinct unit_key, period_key from giving) asked
              join unit on unit.key = asked.unit_key
              join unit_state state on state.unit_id = unit.id and state.valid_during && period_range(asked.period_key)
             where nlevel(state.path) > 1
             order by asked.unit_key, asked.period_key, state.valid_during desc
        )
        """;

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

    Rollups(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** One element of one province in one period. */
    private record Due(short province, int element, int period) {}

    /**
     * One node adds up at a time; another that comes meanwhile leaves it to that one. What is noted while this runs is
     * seen by the sums or stays noted.
     */
    @Scheduled(
            initialDelayString = "${binhquyen.statistics.sums-every:500ms}",
            fixedDelayString = "${binhquyen.statistics.sums-every:500ms}")
    void refresh() {
        if (jdbc.sql("select exists (select 1 from rollup_due)")
                .query(Boolean.class)
                .single()) {
            transaction.executeWithoutResult(status -> refreshSome());
        }
    }

    void refreshAll() {
        while (jdbc.sql("select exists (select 1 from rollup_due)")
                .query(Boolean.class)
                .single()) {
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
     * Groups of a province that are not what the figures add up to.
     *
     * @param rows how many sums were looked at
     * @param wrong how many were missing, too many or another number
     */
    public record Check(long rows, long wrong) {}

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
            Check one = of(some, COMPARED.formatted(FIGURES + Summing.TABLES + Summing.SELECT, repair ? NOTED : ""))
                    .query((row, n) -> new Check(row.getLong("rows"), row.getLong("wrong")))
                    .single();
            rows += one.rows();
            wrong += one.wrong();
        }
        return new Check(rows, wrong);
    }

    private void refreshSome() {
        boolean first = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('figures-rollup'))")
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
                           select province_id, element_key, period_key from rollup_due group by 1, 2, 3 limit :limit)
                returning province_id, element_key, period_key
            )
            select distinct * from taken
            """)
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
            """ + FIGURES + Summing.TABLES + Summing.SELECT).update();
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
