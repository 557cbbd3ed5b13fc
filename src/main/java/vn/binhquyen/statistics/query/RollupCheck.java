package vn.binhquyen.statistics.query;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves that the sums that are kept are what the figures add up to, beside a running application or without one. */
public final class RollupCheck {
    private final Rollups provinces;
    private final UnitRollups units;

    private RollupCheck(Rollups provinces, UnitRollups units) {
        this.provinces = provinces;
        this.units = units;
    }

    public static RollupCheck on(JdbcClient jdbc, TransactionTemplate transaction) {
        return new RollupCheck(new Rollups(jdbc, transaction), new UnitRollups(jdbc, transaction));
    }

    /** What is due is added up before it is looked at. */
    public Rollups.Check check() {
        makeAll();
        return provinces.check(false).and(units.check(false));
    }

    /** Adds up anew what is wrong. */
    public Rollups.Check repair() {
        makeAll();
        Rollups.Check found = provinces.check(true).and(units.check(true));
        makeAll();
        return found;
    }

    private void makeAll() {
        provinces.refreshAll();
        units.keepAll();
    }
}
