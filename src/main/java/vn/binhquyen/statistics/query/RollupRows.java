package vn.binhquyen.statistics.query;

import static vn.binhquyen.kernel.Columns.column;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.statistics.query.FoundSums.Sum;
import vn.binhquyen.statistics.query.GroupSums.Due;

/** The sums that are kept in the database, and what is noted there to be added up anew. */
final class RollupRows {
    private static final String DUE = """
        with due as (
            select * from unnest(:provinces::smallint[], :elements::int[], :periods::int[])
                          as due (province_id, element_key, period_key)
        )
        """;

    private final JdbcClient jdbc;

    RollupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isAnyDue() {
        return jdbc.sql("select exists (select 1 from rollup_due)")
                .query(Boolean.class)
                .single();
    }

    /**
     * How long sums wait for more figures: while a form is being filled they would be made anew after each of its cells.
     *
     * @param rest so long no figure must have come
     * @param longest after the first figure no sum waits longer
     */
    record Patience(Duration rest, Duration longest) {
        static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO);
    }

    /**
     * Some of the provinces of one of several parts, what was typed before what came in bulk, of each what waits longest first;
     * they are noted no longer.
     */
    List<Due> takeDue(int part, int parts, Patience patience, int limit) {
        return jdbc.sql("""
            with waiting as (
                select province_id, element_key, period_key, bool_and(in_bulk) as in_bulk,
                       min(uuid_extract_timestamp(id)) as first, max(uuid_extract_timestamp(id)) as last
                  from rollup_due
                 where province_id % :parts = :part
                 group by province_id, element_key, period_key
            ), taken as (
                delete from rollup_due
                 where (province_id, element_key, period_key) in (
                           select province_id, element_key, period_key
                             from waiting
                            where last <= clock_timestamp() - make_interval(secs => :rest)
                               or first <= clock_timestamp() - make_interval(secs => :longest)
                            order by in_bulk, first
                            limit :limit)
                returning province_id, element_key, period_key
            )
            select distinct * from taken
            """)
                .param("parts", parts)
                .param("part", part)
                .param("rest", patience.rest().toMillis() / 1e3)
                .param("longest", patience.longest().toMillis() / 1e3)
                .param("limit", limit)
                .query((row, n) -> new Due(row.getShort(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    List<Due> due() {
        return jdbc.sql("select distinct province_id, element_key, period_key from rollup_due")
                .query((row, n) -> new Due(row.getShort(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    void note(List<Due> due) {
        of(due, """
            insert into rollup_due (province_id, element_key, period_key, in_bulk)
            select province_id, element_key, period_key, true from due
            """).update();
    }

    /** All of which there are figures or sums. */
    List<Due> all() {
        return jdbc.sql("""
            select province_id, element_key, period_key from data_value where reporter_key = 0
             union
            select province_id, element_key, period_key from data_rollup
             union
            select province_id, element_key, period_key from unit_rollup
             order by 1, 2, 3
            """)
                .query((row, n) -> new Due(row.getShort(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    Map<GroupSums.Place, Sum> sums(List<Due> due) {
        Map<GroupSums.Place, Sum> kept = new HashMap<>();
        of(due, """
            select data_rollup.* from data_rollup join due using (province_id, element_key, period_key)
            """).query(row -> {
            kept.put(
                    new GroupSums.Place(GroupSums.group(row), row.getInt("breakdown_key")),
                    new Sum(row.getBigDecimal("total"), row.getInt("given"), row.getInt("open")));
        });
        return kept;
    }

    Map<GroupSums.Group, GroupSums.Units> units(List<Due> due) {
        Map<GroupSums.Group, GroupSums.Units> kept = new HashMap<>();
        of(due, """
            select province_id, nature, element_key, period_key, units::text, sums
              from unit_rollup
              join due using (province_id, element_key, period_key)
            """).query(row -> {
            kept.put(GroupSums.group(row), new GroupSums.Units(row.getString("units"), row.getString("sums")));
        });
        return kept;
    }

    /** Only what differs from what is kept is written: a figure moves few of the sums of its group. */
    void replaceSums(List<Due> due, Map<GroupSums.Place, Sum> sums) {
        Map<GroupSums.Place, Sum> gone = sums(due);
        Map<GroupSums.Place, Sum> moved = new HashMap<>();
        sums.forEach((place, sum) -> {
            if (!sum.equals(gone.remove(place))) {
                moved.put(place, sum);
            }
        });
        if (!gone.isEmpty()) {
            at(gone.keySet(), """
                delete from data_rollup
                 where (province_id, nature, element_key, period_key, breakdown_key) in (
                           select * from unnest(:provinces::smallint[], :natures::"char"[], :elements::int[], :periods::int[],
                                                :breakdowns::int[]))
                """).update();
        }
        if (!moved.isEmpty()) {
            at(moved.keySet(), """
                insert into data_rollup (province_id, nature, element_key, period_key, breakdown_key, total, given, open)
                select *
                  from unnest(:provinces::smallint[], :natures::"char"[], :elements::int[], :periods::int[],
                              :breakdowns::int[], :totals::numeric[], :given::int[], :open::int[])
                on conflict (element_key, period_key, breakdown_key, province_id, nature)
                do update set total = excluded.total, given = excluded.given, open = excluded.open
                """)
                    .param("totals", column(moved.values(), Sum::total, BigDecimal[]::new))
                    .param("given", column(moved.values(), Sum::given, Integer[]::new))
                    .param("open", column(moved.values(), Sum::open, Integer[]::new))
                    .update();
        }
    }

    void replaceUnits(List<Due> due, Map<GroupSums.Group, GroupSums.Units> units) {
        of(due, """
            delete from unit_rollup
             using due
             where unit_rollup.province_id = due.province_id and unit_rollup.element_key = due.element_key
               and unit_rollup.period_key = due.period_key
            """).update();
        of(units.keySet(), """
            insert into unit_rollup (province_id, nature, element_key, period_key, units, sums)
            select province_id, nature, element_key, period_key, units::int[], sums
              from unnest(:provinces::smallint[], :natures::"char"[], :elements::int[], :periods::int[], :units::text[],
                          :sums::text[])
                   as made (province_id, nature, element_key, period_key, units, sums)
            """)
                .param("units", column(units.values(), GroupSums.Units::units, String[]::new))
                .param("sums", column(units.values(), GroupSums.Units::sums, String[]::new))
                .update();
    }

    /** A statement that knows the groups under the name {@code due}. */
    private JdbcClient.StatementSpec of(List<Due> due, String sql) {
        return GroupSums.statement(jdbc, due, DUE + sql);
    }

    private JdbcClient.StatementSpec at(Collection<GroupSums.Place> places, String sql) {
        return of(places.stream().map(GroupSums.Place::group).toList(), sql)
                .param("breakdowns", column(places, GroupSums.Place::breakdown, Integer[]::new));
    }

    private JdbcClient.StatementSpec of(Collection<GroupSums.Group> all, String sql) {
        return jdbc.sql(sql)
                .param("provinces", column(all, GroupSums.Group::province, Short[]::new))
                .param("natures", column(all, GroupSums.Group::nature, String[]::new))
                .param("elements", column(all, GroupSums.Group::element, Integer[]::new))
                .param("periods", column(all, GroupSums.Group::period, Integer[]::new));
    }
}
