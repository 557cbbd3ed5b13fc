package vn.binhquyen.statistics.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the findings beside the figures, so that lists of them need not look at a figure. Who saves only notes which sheet
 * has to be looked at; some sheets are looked at each time, so that an import of the whole country leaves room for others.
 */
@Component
class Findings {
    /** Some periods of a province, which share what they are held against; all that is read for them stays in the memory. */
    private static final int AT_ONCE = 300;

    /** For each second of work so many are left to others. */
    private static final int REST = 9;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Checks checks;
    private final FindingRows rows;
    private final Duration untouched;
    private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

    Findings(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Checks checks,
            FindingRows rows,
            @Value("${binhquyen.statistics.checks-after:4s}") Duration untouched) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.checks = checks;
        this.rows = rows;
        this.untouched = untouched;
    }

    @Scheduled(
            initialDelayString = "${binhquyen.statistics.checks-every:1s}",
            fixedDelayString = "${binhquyen.statistics.checks-every:1s}")
    void refreshAndRest() {
        long start = System.nanoTime();
        if (start - restsUntil.get() >= 0) {
            refresh();
            long end = System.nanoTime();
            restsUntil.set(end + (end - start) * REST);
        }
    }

    void refresh() {
        if (rows.isAnyDue()) {
            transaction.executeWithoutResult(status -> refreshSome());
        }
    }

    /** One node looks at a time. The period after is held against this one, so it is looked at as well. */
    private void refreshSome() {
        boolean first = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('figure-findings'))")
                .query(Boolean.class)
                .single();
        if (first) {
            Set<SheetKey> due = new LinkedHashSet<>();
            for (SheetKey sheet : rows.takeDue(untouched, AT_ONCE)) {
                due.add(sheet);
                due.add(sheet.next());
            }
            List<SheetKey> sheets = new ArrayList<>(due);
            rows.replace(sheets, checks.look(sheets));
        }
    }
}
