package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.VietnameseNumbers;

/** Numbers and aims as offices write them. */
public final class Wording {
    private static final int SHOWN_DECIMALS = 2;

    private Wording() {}

    /** "75,5"; empty for null. */
    public static String number(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : VietnameseNumbers.format(number.setScale(
                        Math.min(Math.max(number.stripTrailingZeros().scale(), 0), SHOWN_DECIMALS),
                        RoundingMode.HALF_UP));
    }

    /** "≥ 80%". */
    public static String aim(OwedIndicator.Aim aim) {
        return aim.unit().equals("%") ? bare(aim) + "%" : bare(aim);
    }

    /** "≥ 80". */
    public static String bare(OwedIndicator.Aim aim) {
        String sign = switch (aim.comparator()) {
            case ">=" -> "≥ ";
            case ">" -> "> ";
            case "<=" -> "≤ ";
            case "<" -> "< ";
            case "~" -> "≈ ";
            default -> "";
        };
        return aim.high() == null ? sign + number(aim.value()) : number(aim.value()) + "–" + number(aim.high());
    }
}
