package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;

/**
 * What a rule says: the left side has to stand to the right side as the comparator tells.
 *
 * @param code by which findings name it
 * @param owner the unit where it holds, and below; null for the whole country
 * @param questionVi what the figures have to answer with yes
 * @param questionEn empty where there is no English wording, as {@code adviceEn}
 * @param left a formula over elements with their breakdowns, as {@code right}
 * @param tolerance by so much the sides may miss each other
 */
public record Rule(
        String code,
        @Nullable UnitId owner,
        String questionVi,
        String questionEn,
        String adviceVi,
        String adviceEn,
        Severity severity,
        String left,
        Comparator comparator,
        String right,
        Against against,
        BigDecimal tolerance)
        implements Located {

    /** Those by which two sides can be compared. */
    public static final Set<Comparator> COMPARATORS = EnumSet.complementOf(EnumSet.of(Comparator.ABOUT));

    /** Of which period the figures of the right side are. */
    public enum Against {
        SAME,
        /** The one before of the same kind: how much may change. */
        PREVIOUS
    }

    @Override
    public Place place() {
        return Place.of(owner == null ? Organization.NATION : owner);
    }

    public String question(boolean english) {
        return english && !questionEn.isEmpty() ? questionEn : questionVi;
    }

    public String advice(boolean english) {
        return english && !adviceEn.isEmpty() ? adviceEn : adviceVi;
    }

    boolean isMetBy(BigDecimal leftValue, BigDecimal rightValue) {
        BigDecimal over = leftValue.subtract(rightValue);
        return switch (comparator) {
            case AT_MOST -> over.compareTo(tolerance) <= 0;
            case LESS_THAN -> over.compareTo(tolerance) < 0;
            case AT_LEAST -> over.negate().compareTo(tolerance) <= 0;
            case MORE_THAN -> over.negate().compareTo(tolerance) < 0;
            case EQUAL, ABOUT -> over.abs().compareTo(tolerance) <= 0;
        };
    }
}
