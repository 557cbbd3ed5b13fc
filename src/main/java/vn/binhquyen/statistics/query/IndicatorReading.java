package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;

/**
 * An indicator of one unit in one period.
 *
 * @param value null where the denominator is zero or it is {@link Mark#SUPPRESSED}
 * @param numerator the sum that the value comes from; null where it was reported as such
 * @param denominator null where there is none
 * @param given of how many figures of units it is made
 * @param madeOf by the key of each element that it comes from, of which kind of periods
 */
public record IndicatorReading(
        UnitId unit,
        Period period,
        Breakdown by,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        int given,
        Map<Integer, Period.Kind> madeOf,
        Set<Mark> marks) {
    public IndicatorReading {
        madeOf = Map.copyOf(madeOf);
        marks = Mark.inOrder(marks);
    }
}
