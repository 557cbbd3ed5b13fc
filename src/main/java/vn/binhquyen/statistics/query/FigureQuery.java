package vn.binhquyen.statistics.query;

import java.util.List;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Nature;

/**
 * What is asked of the figures: each of the things × units × periods.
 *
 * @param nature those carried out or those expected; never both
 */
public record FigureQuery(List<What> what, Where where, List<Period> when, Drawn drawn, Nature nature) {
    public FigureQuery {
        what = List.copyOf(what);
        when = List.copyOf(when);
    }

    /** @param element key of the countable thing */
    public record What(int element, Breakdown breakdown) {}

    /** What was carried out, by the boundaries of then. */
    public static FigureQuery of(List<What> what, Where where, List<Period> when) {
        return new FigureQuery(what, where, when, Drawn.THEN, Nature.ACTUAL);
    }
}
