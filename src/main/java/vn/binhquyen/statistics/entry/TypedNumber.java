package vn.binhquyen.statistics.entry;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.statistics.DataElement;

/**
 * What somebody typed or pasted into a cell. Numbers are read as Vietnam writes them (1.234,5); those that can only be
 * English (1,234.5) are read as such, and one that could be either and makes no sense here is asked about, never guessed.
 *
 * @param number null where the cell is empty or the text is refused
 * @param wrong key of the message that says why it is refused; null where it is not
 */
record TypedNumber(@Nullable BigDecimal number, @Nullable String wrong) {
    private static final int LONGEST = 40;
    private static final int WHOLE_DIGITS = 15;
    private static final int DECIMALS = 6;
    private static final Pattern ENGLISH = Pattern.compile("\\d{1,3}(?:,\\d{3})+\\.\\d+|\\d{1,3}(?:,\\d{3}){2,}");
    private static final Pattern EITHER = Pattern.compile("\\d{1,3},\\d{3}");
    private static final Set<String> YES = Set.of("1", "có", "co", "yes", "x");
    private static final Set<String> NO = Set.of("0", "không", "khong", "no");

    static TypedNumber read(String typed, DataElement.Kind kind) {
        String text = typed.replace('\u00a0', ' ').strip();
        if (text.isEmpty()) {
            return new TypedNumber(null, null);
        }
        if (text.length() > LONGEST) {
            return refused("entry.wrong.number");
        }
        return kind == DataElement.Kind.YES_NO ? yesOrNo(text.toLowerCase(Locale.ROOT)) : number(text, kind);
    }

    private static TypedNumber yesOrNo(String text) {
        return YES.contains(text)
                ? new TypedNumber(BigDecimal.ONE, null)
                : NO.contains(text) ? new TypedNumber(BigDecimal.ZERO, null) : refused("entry.wrong.yes-no");
    }

    private static TypedNumber number(String text, DataElement.Kind kind) {
        boolean negative = text.startsWith("-") || text.startsWith("−");
        String digits = (negative ? text.substring(1).strip() : text).replace(" ", "");
        BigDecimal size = ENGLISH.matcher(digits).matches()
                ? new BigDecimal(digits.replace(",", ""))
                : VietnameseNumbers.parse(digits).orElse(null);
        if (size == null) {
            return refused("entry.wrong.number");
        }
        BigDecimal number = negative ? size.negate() : size;
        if (kind == DataElement.Kind.COUNT && EITHER.matcher(digits).matches()) {
            return refused("entry.wrong.either");
        }
        if (kind == DataElement.Kind.COUNT && number.signum() < 0) {
            return refused("entry.wrong.negative");
        }
        if (kind == DataElement.Kind.COUNT && number.stripTrailingZeros().scale() > 0) {
            return refused("entry.wrong.whole");
        }
        if (number.precision() - number.scale() > WHOLE_DIGITS
                || number.stripTrailingZeros().scale() > DECIMALS) {
            return refused("entry.wrong.long");
        }
        return new TypedNumber(number, null);
    }

    private static TypedNumber refused(String wrong) {
        return new TypedNumber(null, wrong);
    }
}
