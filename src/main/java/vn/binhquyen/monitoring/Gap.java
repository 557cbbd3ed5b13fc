package vn.binhquyen.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How women and men stand to each other in one indicator.
 *
 * @param difference women less men, in the indicator's own unit
 * @param parity women over men, to two decimals; null where men have nothing. From 0.97 to 1.03 they count as equal, as in
 *     the parity index of the United Nations
 * @param womenToHundredMen how many women were counted for a hundred men; null where nobody was counted apart
 */
public record Gap(
        BigDecimal difference,
        @Nullable BigDecimal parity,
        @Nullable BigDecimal womenToHundredMen) {

    private static final BigDecimal LOW = new BigDecimal("0.97");
    private static final BigDecimal HIGH = new BigDecimal("1.03");
    private static final int HUNDRED = 100;

    public enum Says {
        EQUAL,
        WOMEN_LOWER,
        MEN_LOWER
    }

    /** Empty where the value of one of the two is not known. */
    public static Optional<Gap> between(
            @Nullable BigDecimal women,
            @Nullable BigDecimal men,
            @Nullable BigDecimal womenCounted,
            @Nullable BigDecimal menCounted) {
        if (women == null || men == null) {
            return Optional.empty();
        }
        return Optional.of(new Gap(
                women.subtract(men),
                men.signum() == 0 ? null : women.divide(men, 2, RoundingMode.HALF_UP),
                womenCounted == null || menCounted == null || menCounted.signum() == 0
                        ? null
                        : womenCounted
                                .multiply(BigDecimal.valueOf(HUNDRED))
                                .divide(menCounted, 1, RoundingMode.HALF_UP)));
    }

    public Says says() {
        BigDecimal index = parity;
        if (index == null) {
            return difference.signum() == 0 ? Says.EQUAL : Says.MEN_LOWER;
        }
        return index.compareTo(LOW) < 0 ? Says.WOMEN_LOWER : index.compareTo(HIGH) > 0 ? Says.MEN_LOWER : Says.EQUAL;
    }
}
