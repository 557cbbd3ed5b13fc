package vn.binhquyen.monitoring.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.monitoring.Course.Band;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.IndicatorId;

/**
 * What an indicator is, in the words of the catalogue.
 *
 * @param code null for what only one plan measures
 * @param origin the target or sentence of the plan that brought it in; null for an entry of the catalogue
 * @param collection the set it belongs to, such as NQ28
 * @param numerator the formula; null where it is told in words
 * @param binds names of the levels that have to reach it; empty for all
 */
public record Definition(
        IndicatorId id,
        @Nullable String code,
        @Nullable UUID origin,
        String collection,
        String field,
        String nameVi,
        String nameEn,
        String unit,
        Direction direction,
        Computation computation,
        boolean bySex,
        int decimals,
        @Nullable Band natural,
        @Nullable String numerator,
        @Nullable String denominator,
        String meaning,
        String source,
        String periodicity,
        String responsible,
        boolean verified,
        List<String> binds) {
    public Definition {
        binds = List.copyOf(binds);
    }

    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }

    public boolean counted() {
        return computation != Computation.NARRATIVE;
    }

    /** Whether it is a part of a hundred. */
    public boolean share() {
        return unit.equals("%");
    }
}
