package vn.binhquyen.statistics.query;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.UnitsReorganised;
import vn.binhquyen.statistics.query.GroupSums.Due;
import vn.binhquyen.statistics.query.RollupRows.Patience;

/**
 * Keeps the sums of the provinces and, in one row for all of them, those of their units, less than a second after the figures:
 * who saves a figure only notes which sums no longer hold, so that nobody waits for anybody. A sum is always added up anew from
 * the figures, never moved by a difference.
 */
@Component
class Rollups {
    /** So many groups are held in memory at a time, mostly some hundred figures each. */
    static final int AT_ONCE = 150;

    /** So many transactions add up beside each other. */
    private static final int PARTS = 2;

    /** A sum whose figures never rest is still in the nation within the second. */
    private static final Patience TYPING = new Patience(Duration.ofMillis(200), Duration.ofMillis(700));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RollupRows rows;
    private final List<Turn> turns = List.of(new Turn(), new Turn());

    Rollups(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = new RollupRows(jdbc);
    }

    /** Half of the provinces beside the other half, each one run at a time and on one node at a time. */
    @Scheduled(
            initialDelayString = "${binhquyen.statistics.sums-every:300ms}",
            fixedDelayString = "${binhquyen.statistics.sums-every:300ms}")
    void refreshEven() {
        turns.getFirst().take(() -> refresh(0, TYPING));
    }

    @Scheduled(
            initialDelayString = "${binhquyen.statistics.sums-every:300ms}",
            fixedDelayString = "${binhquyen.statistics.sums-every:300ms}")
    void refreshOdd() {
        turns.getLast().take(() -> refresh(1, TYPING));
    }

    /** Before the scheduler waits for its jobs, and the database goes; what is due stays noted. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        turns.forEach(Turn::end);
    }

    /** What is noted while this runs is added up too, or stays noted. */
    void refresh() {
        for (int part = 0; part < PARTS; part++) {
            refresh(part, Patience.NONE);
        }
    }

    void refreshAll() {
        while (rows.isAnyDue()) {
            refresh();
        }
    }

    /** Where units stand in a province, and who took whose place, decides what is counted beside what; also in the past. */
    @EventListener
    void on(UnitsReorganised change) {
        jdbc.sql("""
            insert into rollup_due (province_id, element_key, period_key, in_bulk)
            select distinct data_value.province_id, element_key, period_key, true
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

    private void refresh(int part, Patience patience) {
        Integer added;
        do {
            added = transaction.execute(status -> refreshSome(part, patience));
        } while (added != null && added == AT_ONCE && turns.get(part).goesOn());
    }

    /** @return how many groups were added up */
    private int refreshSome(int part, Patience patience) {
        boolean first = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('figures-rollup'), :part)")
                .param("part", part)
                .query(Boolean.class)
                .single();
        if (!first) {
            return 0;
        }
        List<Due> due = rows.takeDue(part, PARTS, patience, AT_ONCE);
        if (!due.isEmpty()) {
            GroupSums added = GroupSums.of(jdbc, due);
            rows.replaceSums(due, added.sums());
            rows.replaceUnits(due, added.units());
        }
        return due.size();
    }
}
