package vn.binhquyen.statistics.exchange;

import java.math.BigDecimal;
import java.util.Comparator;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.exchange.FigureCodes.PeriodCode;
import vn.binhquyen.statistics.exchange.FigureCodes.UnitCode;

/**
 * A row of a file that is right as far as it can be seen without the others, in the small numbers of facts.
 *
 * @param row its number in the file, from 1
 * @param breakdown provisional where its combination was met for the first time
 * @param value a number as PostgreSQL reads it
 */
record FigureRow(int row, UnitCode unit, int element, PeriodCode period, int breakdown, String value) {
    /** As the key of the figures has them. */
    static final Comparator<FigureRow> ORDER = Comparator.<FigureRow>comparingInt(FigureRow::province)
            .thenComparingInt(row -> row.period().key())
            .thenComparingInt(FigureRow::element)
            .thenComparingInt(row -> row.unit().key())
            .thenComparingInt(FigureRow::breakdown);

    short province() {
        return unit.province();
    }

    /** Whether the other is of the same element, unit and period. */
    boolean isBeside(FigureRow other) {
        return element == other.element && unit.key() == other.unit.key() && period.key() == other.period.key();
    }

    BigDecimal number() {
        return new BigDecimal(value);
    }

    Sheet sheet() {
        return new Sheet(unit.id(), province(), unit.key(), Period.ofKey(period.key()), Sheet.OFFICIAL);
    }
}
