package vn.binhquyen.statistics.query;

import java.util.List;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.IndicatorId;

/**
 * What is asked of an indicator.
 *
 * @param by {@link Breakdown#TOTAL}, women, men, or any other combination by which the elements of its formula are split
 */
public record IndicatorQuery(IndicatorId indicator, Where where, List<Period> when, List<Breakdown> by, Drawn drawn) {
    public IndicatorQuery {
        when = List.copyOf(when);
        by = List.copyOf(by);
    }
}
