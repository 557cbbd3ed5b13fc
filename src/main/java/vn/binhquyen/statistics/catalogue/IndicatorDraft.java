package vn.binhquyen.statistics.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.statistics.Indicator.Computation;

/**
 * What is said of an indicator.
 *
 * @param code empty for one that a plan brought in; it never changes
 * @param per what a ratio is multiplied by
 * @param numerator the formula of the value where there is no denominator; empty where it is told in words
 */
public record IndicatorDraft(
        String code,
        CatalogueSet set,
        String field,
        String nameVi,
        String nameEn,
        String unit,
        Direction direction,
        Computation computation,
        BigDecimal per,
        int decimals,
        boolean bySex,
        @Nullable BigDecimal naturalLow,
        @Nullable BigDecimal naturalHigh,
        String numerator,
        String denominator,
        String definition,
        String source,
        String periodicity,
        String responsible,
        boolean verified) {}
