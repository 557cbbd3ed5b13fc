package vn.binhquyen.statistics.query;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves that the sums that are kept are what the figures add up to, beside a running application or without one. */
public final class RollupCheck {
    private final Rollups rollups;

    private RollupCheck(Rollups rollups) {
        this.rollups = rollups;
    }

    public static RollupCheck on(JdbcClient jdbc, TransactionTemplate transaction) {
        return new RollupCheck(new Rollups(jdbc, transaction));
    }

    /** What is due is added up before it is looked at. */
    public Rollups.Check check() {
        rollups.refreshAll();
        return rollups.check(false);
    }

    /** Adds up anew what is wrong. */
    public Rollups.Check repair() {
        rollups.refreshAll();
        Rollups.Check found = rollups.check(true);
        rollups.refreshAll();
        return found;
    }
}
