package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;

/**
 * A figure as it is read, with what one has to know of it.
 *
 * @param total null only where it is {@link Mark#SUPPRESSED}
 * @param given of how many figures of units it is made
 * @param madeOf the kind of periods that it is made of: its own, or a shorter one
 */
public record Reading(
        UnitId unit,
        Period period,
        FigureQuery.What what,
        @Nullable BigDecimal total,
        int given,
        Period.Kind madeOf,
        Set<Mark> marks) {
    public Reading {
        marks = Mark.inOrder(marks);
    }
}
