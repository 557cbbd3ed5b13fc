package vn.binhquyen.intake.extract;

import java.util.regex.Pattern;
import vn.binhquyen.kernel.Comparator;

/** How the words around a quantity compare it: "ít nhất", "từ … trở lên", "không quá", "dưới". Expects lower case. */
final class Comparisons {

    private static final String FILL = "(?:\\s+(?:có|đạt|là|từ|được|mức|khoảng|thêm|chiếm|tỷ lệ|tổ chức))*\\s*$";
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?:ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|không nhỏ hơn|đạt và vượt|bằng hoặc"
                    + " hơn|≥|>=|lớn hơn hoặc bằng)" + FILL);
    private static final Pattern AT_MOST = Pattern.compile(
            "(?:không quá|không vượt quá|không vượt|tối đa|không cao hơn|không hơn|không trên|nhiều nhất|không lớn"
                    + " hơn|≤|<=|nhỏ hơn hoặc bằng)"
                    + FILL);
    private static final Pattern ABOUT =
            Pattern.compile("(?:khoảng|xấp xỉ|trên dưới|gần|ước đạt|ước khoảng)(?:\\s+(?:có|đạt|là|từ))*\\s*$");
    private static final Pattern MORE =
            Pattern.compile("(?:(?<!\\p{L})(?:trên|hơn|vượt|vượt mức|cao hơn|lớn hơn|quá)(?:\\s+(?:mức))?|>)\\s*$");
    private static final Pattern LESS =
            Pattern.compile("(?:(?<!\\p{L})(?:dưới|thấp hơn|ít hơn|nhỏ hơn)(?:\\s+(?:mức))?|<)\\s*$");
    private static final Pattern FROM = Pattern.compile("(?<!\\p{L})từ(?:\\s+(?:mức|khoảng|trên|dưới))?\\s*$");
    private static final Pattern UPWARDS = Pattern.compile("^[^;.\\d]{0,45}?(?<!\\p{L})trở lên");
    private static final Pattern DOWNWARDS = Pattern.compile("^[^;.\\d]{0,45}?(?<!\\p{L})trở xuống");

    private Comparisons() {}

    /** @param widened whether the quantity has an upper end */
    static Comparator of(String before, String after, boolean widened) {
        if (goesUp(after) || saysAtLeast(before)) {
            return Comparator.AT_LEAST;
        }
        if (DOWNWARDS.matcher(after).find() || AT_MOST.matcher(before).find()) {
            return Comparator.AT_MOST;
        }
        if (ABOUT.matcher(before).find()) {
            return Comparator.ABOUT;
        }
        if (MORE.matcher(before).find()) {
            return Comparator.MORE_THAN;
        }
        if (LESS.matcher(before).find()) {
            return Comparator.LESS_THAN;
        }
        return widened || startsFrom(before) ? Comparator.AT_LEAST : Comparator.EQUAL;
    }

    static boolean saysAtLeast(String before) {
        return AT_LEAST.matcher(before).find();
    }

    static boolean startsFrom(String before) {
        return FROM.matcher(before).find();
    }

    static boolean goesUp(String after) {
        return UPWARDS.matcher(after).find();
    }
}
