package vn.binhquyen.statistics.query;

import static vn.binhquyen.statistics.query.GroupSums.column;

import jakarta.annotation.PreDestroy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.UnitsReorganised;
import vn.binhquyen.statistics.query.BaseFigures.Sum;
import vn.binhquyen.statistics.query.GroupSums.Due;

/**
 * Keeps the sums of the provinces and, in one row for all of them, those of their units, less than a second after the figures:
 * who saves a figure only notes which sums no longer hold, so that nobody waits for anybody. A sum is always added up anew from
 * the figures, never moved by a difference.
 */
@Component
public class Rollups {
    /** So many groups are held in memory at a time, mostly some hundred figures each. */
    private static final int AT_ONCE = 150;

    /** So many transactions add up beside each other. */
    private static final int PARTS = 2;

    private static final String DUE = """
        with due as (
            select * from unnest(:provinces::smallint[], :elements::int[], :periods::int[])
                          as due (province_id, element_key, period_key)
        )
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** In which several statements see the same. */
    private final TransactionTemplate snapshot;

    private final List<Turn> turns = List.of(new Turn(), new Turn());

    Rollups(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.snapshot = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * At a fixed rate, since tasks with a fixed delay wait for each other: the sums must not wait for the seals of the audit.
     * Half of the provinces beside the other half, each one run at a time and on one node at a time.
     */
    @Scheduled(
            initialDelayString = "${binhquyen.statistics.sums-every:300ms}",
            fixedRateString = "${binhquyen.statistics.sums-every:300ms}")
    void refreshEvenUnlessRunning() {
        turns.getFirst().take(() -> refresh(0));
    }

    @Scheduled(
            initialDelayString = "${binhquyen.statistics.sums-every:300ms}",
            fixedRateString = "${binhquyen.statistics.sums-every:300ms}")
    void refreshOddUnlessRunning() {
        turns.getLast().take(() -> refresh(1));
    }

    /** The database goes after the last run; what is due stays noted. */
    @PreDestroy
    void stop() {
        turns.forEach(Turn::end);
    }

    /** What is noted while this runs is added up too, or stays noted. */
    void refresh() {
        for (int part = 0; part < PARTS; part++) {
            refresh(part);
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

    /** Where units stand in a province, and who took whose place, decides what is counted beside what; also in the past. */
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
             where top.id = any(:units) and reporter_key = 0
            """)
                .param("units", change.units().stream().map(UnitId::value).toArray(UUID[]::new))
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
             union
            select province_id, element_key, period_key from unit_rollup
             order by 1, 2, 3
            """)
                .query((row, n) -> new Due(row.getShort(1), row.getInt(2), row.getInt(3)))
                .list();
        Check check = new Check(0, 0);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Due> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            check = check.and(Objects.requireNonNull(snapshot.execute(status -> check(settled(some), repair))));
        }
        return check;
    }

    /** Those that are not noted as due: of the others nobody says that they hold. */
    private List<Due> settled(List<Due> groups) {
        Set<Due> due = new HashSet<>(jdbc.sql("select distinct province_id, element_key, period_key from rollup_due")
                .query((row, n) -> new Due(row.getShort(1), row.getInt(2), row.getInt(3)))
                .list());
        return groups.stream().filter(group -> !due.contains(group)).toList();
    }

    private Check check(List<Due> due, boolean repair) {
        GroupSums added = GroupSums.of(jdbc, due);
        Set<Due> wrong = new HashSet<>();
        Check check = different(added.sums(), sums(due), Sum::isSameAs, wrong)
                .and(different(added.units(), units(due), GroupSums.Units::equals, wrong));
        if (repair) {
            GroupSums.statement(jdbc, List.copyOf(wrong), DUE + """
                insert into rollup_due (province_id, element_key, period_key)
                select province_id, element_key, period_key from due
                """).update();
        }
        return check;
    }

    private static <K extends GroupSums.OfGroup, V> Check different(
            Map<K, V> added, Map<K, V> kept, BiPredicate<V, @Nullable V> same, Set<Due> wrong) {
        Set<K> all = new HashSet<>(added.keySet());
        all.addAll(kept.keySet());
        long different = 0;
        for (K each : all) {
            V one = added.get(each);
            if (one == null || !same.test(one, kept.get(each))) {
                different++;
                wrong.add(each.due());
            }
        }
        return new Check(all.size(), different);
    }

    private Map<GroupSums.Place, Sum> sums(List<Due> due) {
        Map<GroupSums.Place, Sum> kept = new HashMap<>();
        GroupSums.statement(jdbc, due, DUE + """
            select data_rollup.* from data_rollup join due using (province_id, element_key, period_key)
            """).query(row -> {
            kept.put(
                    new GroupSums.Place(GroupSums.group(row), row.getInt("breakdown_key")),
                    new Sum(row.getBigDecimal("total"), row.getInt("given"), row.getInt("open")));
        });
        return kept;
    }

    private Map<GroupSums.Group, GroupSums.Units> units(List<Due> due) {
        Map<GroupSums.Group, GroupSums.Units> kept = new HashMap<>();
        GroupSums.statement(jdbc, due, DUE + """
            select province_id, nature, element_key, period_key, units::text, open::text, totals::text, women::text, men::text
              from unit_rollup
              join due using (province_id, element_key, period_key)
            """).query(row -> {
            kept.put(
                    GroupSums.group(row),
                    new GroupSums.Units(
                            row.getString("units"),
                            row.getString("open"),
                            row.getString("totals"),
                            row.getString("women"),
                            row.getString("men")));
        });
        return kept;
    }

    private void refresh(int part) {
        Integer added;
        do {
            added = transaction.execute(status -> refreshSome(part));
        } while (added != null && added == AT_ONCE && turns.get(part).goesOn());
    }

    /** @return how many groups were added up */
    private int refreshSome(int part) {
        boolean first = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('figures-rollup'), :part)")
                .param("part", part)
                .query(Boolean.class)
                .single();
        if (!first) {
            return 0;
        }
        List<Due> due = jdbc.sql("""
            with taken as (
                delete from rollup_due
                 where (province_id, element_key, period_key) in (
                           select province_id, element_key, period_key
                             from rollup_due
                            where province_id % :parts = :part
                            group by 1, 2, 3
                            order by min(id::text)
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
        if (!due.isEmpty()) {
            GroupSums added = GroupSums.of(jdbc, due);
            replaceSums(due, added.sums());
            replaceUnits(due, added.units());
        }
        return due.size();
    }

    private void replaceSums(List<Due> due, Map<GroupSums.Place, Sum> sums) {
        GroupSums.statement(jdbc, due, DUE + """
            delete from data_rollup
             using due
             where data_rollup.province_id = due.province_id and data_rollup.element_key = due.element_key
               and data_rollup.period_key = due.period_key
            """).update();
        of(column(sums.keySet(), GroupSums.Place::group, GroupSums.Group[]::new), """
            insert into data_rollup (province_id, nature, element_key, period_key, breakdown_key, total, given, open)
            select *
              from unnest(:provinces::smallint[], :natures::"char"[], :elements::int[], :periods::int[], :breakdowns::int[],
                          :totals::numeric[], :given::int[], :open::int[])
            """)
                .param("breakdowns", column(sums.keySet(), GroupSums.Place::breakdown, Integer[]::new))
                .param("totals", column(sums.values(), Sum::total, BigDecimal[]::new))
                .param("given", column(sums.values(), Sum::given, Integer[]::new))
                .param("open", column(sums.values(), Sum::open, Integer[]::new))
                .update();
    }

    private void replaceUnits(List<Due> due, Map<GroupSums.Group, GroupSums.Units> units) {
        GroupSums.statement(jdbc, due, DUE + """
            delete from unit_rollup
             using due
             where unit_rollup.province_id = due.province_id and unit_rollup.element_key = due.element_key
               and unit_rollup.period_key = due.period_key
            """).update();
        of(units.keySet().toArray(GroupSums.Group[]::new), """
            insert into unit_rollup (province_id, nature, element_key, period_key, units, open, totals, women, men)
            select province_id, nature, element_key, period_key, units::int[], open::smallint[], totals::numeric[],
                   women::numeric[], men::numeric[]
              from unnest(:provinces::smallint[], :natures::"char"[], :elements::int[], :periods::int[], :units::text[],
                          :open::text[], :totals::text[], :women::text[], :men::text[])
                   as made (province_id, nature, element_key, period_key, units, open, totals, women, men)
            """)
                .param("units", column(units.values(), GroupSums.Units::units, String[]::new))
                .param("open", column(units.values(), GroupSums.Units::open, String[]::new))
                .param("totals", column(units.values(), GroupSums.Units::totals, String[]::new))
                .param("women", column(units.values(), GroupSums.Units::women, String[]::new))
                .param("men", column(units.values(), GroupSums.Units::men, String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec of(GroupSums.Group[] groups, String sql) {
        List<GroupSums.Group> all = List.of(groups);
        return jdbc.sql(sql)
                .param("provinces", column(all, GroupSums.Group::province, Short[]::new))
                .param("natures", column(all, GroupSums.Group::nature, String[]::new))
                .param("elements", column(all, GroupSums.Group::element, Integer[]::new))
                .param("periods", column(all, GroupSums.Group::period, Integer[]::new));
    }
}
