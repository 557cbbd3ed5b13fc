package vn.binhquyen.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that is aimed at: "from 30 % upwards" is {@code >=, 30, %}.
 *
 * @param high the upper end where a span is aimed at ("30 to 35 %"), else null
 * @param unit as the office writes it ("%", "lần", "bé trai/100 bé gái"); empty where it writes none
 */
public record Measure(
        Comparator comparator, BigDecimal value, @Nullable BigDecimal high, String unit) {

    /** How much "about" forgives: five parts in a hundred of the value. */
    private static final BigDecimal ABOUT = new BigDecimal("0.05");

    public Measure {
        if (high != null && high.compareTo(value) < 0) {
            throw new IllegalArgumentException("the upper end " + high + " lies below " + value);
        }
    }

    /** Whether the figure reaches the target of an indicator that improves in the given direction. */
    public boolean isMetBy(BigDecimal actual, Direction direction) {
        if (high != null) {
            return switch (direction) {
                case UP -> actual.compareTo(value) >= 0;
                case DOWN -> actual.compareTo(high) <= 0;
                case TOWARD, NONE -> actual.compareTo(value) >= 0 && actual.compareTo(high) <= 0;
            };
        }
        return switch (comparator) {
            case AT_LEAST -> actual.compareTo(value) >= 0;
            case MORE_THAN -> actual.compareTo(value) > 0;
            case AT_MOST -> actual.compareTo(value) <= 0;
            case LESS_THAN -> actual.compareTo(value) < 0;
            case EQUAL -> meetsPlainly(actual, direction, BigDecimal.ZERO);
            case ABOUT -> meetsPlainly(actual, direction, value.abs().multiply(ABOUT));
        };
    }

    /** Whether this target asks for less than the other does; false where the units differ or the direction says nothing. */
    public boolean isWeakerThan(Measure other, Direction direction) {
        if (!unit.equals(other.unit)) {
            return false;
        }
        return switch (direction) {
            case UP -> value.compareTo(other.value) < 0;
            case DOWN, TOWARD -> value.compareTo(other.value) > 0;
            case NONE -> false;
        };
    }

    private boolean meetsPlainly(BigDecimal actual, Direction direction, BigDecimal slack) {
        return switch (direction) {
            case UP -> actual.compareTo(value.subtract(slack)) >= 0;
            case DOWN -> actual.compareTo(value.add(slack)) <= 0;
            case TOWARD, NONE -> actual.subtract(value).abs().compareTo(slack) <= 0;
        };
    }
}
