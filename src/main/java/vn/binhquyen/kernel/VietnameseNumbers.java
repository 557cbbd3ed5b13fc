package vn.binhquyen.kernel;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers as Vietnam writes them: a point between thousands, a comma before decimals. */
public final class VietnameseNumbers {

    /** Matches a number inside a text, to be read by {@link #parse}. */
    public static final String PATTERN = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?";

    private static final Pattern WITH_THOUSANDS = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:[.,]\\d+)?");

    private VietnameseNumbers() {}

    /** The number, or nothing where the text is none. "1.000" is a thousand, "1,4" and "1.4" are one and four tenths. */
    public static Optional<BigDecimal> parse(String text) {
        String number = text.strip();
        if (WITH_THOUSANDS.matcher(number).matches()) {
            return Optional.of(tidy(number.replace(".", "").replace(',', '.')));
        }
        return PLAIN.matcher(number).matches() ? Optional.of(tidy(number.replace(',', '.'))) : Optional.empty();
    }

    /** "1.234,5" for 1234.5. */
    public static String format(BigDecimal number) {
        String plain = number.stripTrailingZeros().abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String grouped = whole.replaceAll("(\\d)(?=(\\d{3})+$)", "$1.");
        String decimals = point < 0 ? "" : "," + plain.substring(point + 1);
        return (number.signum() < 0 ? "-" : "") + grouped + decimals;
    }

    private static BigDecimal tidy(String plain) {
        var number = new BigDecimal(plain).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
