package vn.binhquyen.statistics.catalogue;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.IndicatorId;

/** An indicator whose formula names an element. */
public record FormulaUse(
        IndicatorId id,
        @Nullable String code,
        String nameVi,
        String nameEn,
        String numerator,
        String denominator,
        boolean retired) {

    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }

    boolean names(String element) {
        return names(numerator, element) || names(denominator, element);
    }

    private static boolean names(String formula, String element) {
        return !formula.isEmpty()
                && Formula.parse(formula).terms().stream()
                        .anyMatch(term -> term.element().equals(element));
    }
}
