package vn.binhquyen.statistics.query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.statistics.query.FoundSums.Sum;
import vn.binhquyen.statistics.query.GroupSums.Due;

/** Proves that the sums that are kept are what the figures add up to, beside a running application or without one. */
public final class RollupCheck {
    private final JdbcClient jdbc;
    private final Rollups rollups;
    private final RollupRows rows;

    /** In which several statements see the same. */
    private final TransactionTemplate snapshot;

    private RollupCheck(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.rollups = new Rollups(jdbc, transaction);
        this.rows = new RollupRows(jdbc);
        this.snapshot = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public static RollupCheck on(JdbcClient jdbc, TransactionTemplate transaction) {
        return new RollupCheck(jdbc, transaction);
    }

    /**
     * What was found.
     *
     * @param rows how many sums were looked at
     * @param wrong how many were missing, too many or another number
     */
    public record Found(long rows, long wrong) {
        private Found and(Found more) {
            return new Found(rows + more.rows, wrong + more.wrong);
        }
    }

    /** What is due is added up before it is looked at. */
    public Found check() {
        rollups.refreshAll();
        return compare(false);
    }

    /** Adds up anew what is wrong. */
    public Found repair() {
        rollups.refreshAll();
        Found found = compare(true);
        rollups.refreshAll();
        return found;
    }

    /** Adds everything up beside what is kept, province by province. */
    private Found compare(boolean repair) {
        List<Due> all = rows.all();
        Found found = new Found(0, 0);
        for (int from = 0; from < all.size(); from += Rollups.AT_ONCE) {
            List<Due> some = all.subList(from, Math.min(from + Rollups.AT_ONCE, all.size()));
            found = found.and(Objects.requireNonNull(snapshot.execute(status -> compare(settled(some), repair))));
        }
        return found;
    }

    /** Those that are not noted as due: of the others nobody says that they hold. */
    private List<Due> settled(List<Due> groups) {
        Set<Due> due = new HashSet<>(rows.due());
        return groups.stream().filter(group -> !due.contains(group)).toList();
    }

    private Found compare(List<Due> groups, boolean repair) {
        GroupSums added = GroupSums.of(jdbc, groups);
        Set<Due> wrong = new HashSet<>();
        Found found = different(added.sums(), rows.sums(groups), Sum::isSameAs, wrong)
                .and(different(added.units(), rows.units(groups), GroupSums.Units::equals, wrong));
        if (repair) {
            rows.note(List.copyOf(wrong));
        }
        return found;
    }

    private static <K extends GroupSums.OfGroup, V> Found different(
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
        return new Found(all.size(), different);
    }
}
