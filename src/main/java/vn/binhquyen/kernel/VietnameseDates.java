package vn.binhquyen.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates in running text: "ngày 26/4/2026", "ngày 25 tháng 3 năm 2024", "ngày … tháng 5 năm 2026", "15/11". */
public final class VietnameseDates {

    /** A date and where it stands: {@code end} is the position after its last character. */
    public record Found(int start, int end, PartialDate date) {}

    private static final String MONTH = "tháng";
    private static final String BLANK = "[\\s.…_]*";
    private static final Pattern DATE = Pattern.compile(
            // all begin with a digit, "ngày" or "tháng"
            "(?=\\d|ngày|tháng)(?:"
                    // 26/4/2026, 26-4-2026, 26.4.2026
                    + "(?<![\\d/.,-])(?<d1>\\d{1,2})\\s?(?<sep>[/.-])\\s?(?<m1>\\d{1,2})\\s?\\k<sep>\\s?(?<y1>\\d{4})(?![\\d/])"
                    // 25 tháng 3 năm 2024
                    + "|(?<![\\d/.,-])(?<d6>\\d{1,2})\\s+tháng\\s+(?<m6>\\d{1,2})\\s+năm\\s+(?<y6>\\d{4})"
                    // ngày 25 tháng 3 năm 2024, with blanks where the clerk has still to write
                    + "|(?:ngày" + BLANK + "(?<d2>\\d{1,2})?" + BLANK + ")?tháng" + BLANK + "(?<m2>\\d{1,2})?" + BLANK
                    + "(?:năm|/)\\s*(?<y2>\\d{4})"
                    // ngày 15 tháng 11
                    + "|ngày\\s*(?<d3>\\d{1,2})\\s*tháng\\s*(?<m3>\\d{1,2})(?!\\d)"
                    // 5/2026
                    + "|(?<![\\d/.,-])(?<m4>\\d{1,2})/(?<y4>\\d{4})(?![\\d/])"
                    // 15/11
                    + "|(?<![\\d/.,-])(?<d5>\\d{1,2})/(?<m5>\\d{1,2})(?![\\d/]|[.,]\\d))");

    private VietnameseDates() {}

    /** All dates, in order; parts that make no date (month 13, 100/100) are passed over. */
    public static List<Found> find(String text) {
        if (!mayDate(text)) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        String lower = VietnameseText.lower(text);
        var dates = new Occurrences(DATE, lower, at -> mayBegin(lower, at));
        while (dates.find()) {
            Matcher match = dates.match();
            Optional<PartialDate> date = read(match);
            date.ifPresentOrElse(value -> found.add(new Found(match.start(), match.end(), value)), dates::passOver);
        }
        return List.copyOf(found);
    }

    /** Whether a number begins, or the word for a day or a month. */
    private static boolean mayBegin(String lower, int at) {
        char sign = lower.charAt(at);
        return switch (sign) {
            case 'n' -> lower.startsWith("ngày", at);
            case 't' -> lower.startsWith(MONTH, at);
            default -> sign >= '0' && sign <= '9' && (at == 0 || "0123456789/.,-".indexOf(lower.charAt(at - 1)) < 0);
        };
    }

    /** Whether a month is named, or a sign that parts day, month and year stands between digits. */
    private static boolean mayDate(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean date = switch (text.charAt(i)) {
                case 'á', 'Á' -> text.regionMatches(true, i - MONTH.indexOf('á'), MONTH, 0, MONTH.length());
                case '/', '.', '-' -> isDigitNear(text, i - 1, i - 2) && isDigitNear(text, i + 1, i + 2);
                default -> false;
            };
            if (date) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigitNear(String text, int near, int beyondSpace) {
        return isDigitAt(text, near)
                || (near >= 0 && near < text.length() && text.charAt(near) <= ' ' && isDigitAt(text, beyondSpace));
    }

    private static boolean isDigitAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    /** The first date of the text. */
    public static Optional<PartialDate> first(String text) {
        return find(text).stream().findFirst().map(Found::date);
    }

    private static Optional<PartialDate> read(Matcher match) {
        if (match.group("y1") != null) {
            return PartialDate.ifValid(number(match, "y1"), number(match, "m1"), number(match, "d1"));
        }
        if (match.group("y2") != null) {
            Integer month = number(match, "m2");
            return PartialDate.ifValid(number(match, "y2"), month, month == null ? null : number(match, "d2"));
        }
        if (match.group("y6") != null) {
            return PartialDate.ifValid(number(match, "y6"), number(match, "m6"), number(match, "d6"));
        }
        if (match.group("m3") != null) {
            return PartialDate.ifValid(null, number(match, "m3"), number(match, "d3"));
        }
        if (match.group("y4") != null) {
            return PartialDate.ifValid(number(match, "y4"), number(match, "m4"), null);
        }
        return PartialDate.ifValid(null, number(match, "m5"), number(match, "d5"));
    }

    private static @Nullable Integer number(Matcher match, String group) {
        String digits = match.group(group);
        return digits == null ? null : Integer.valueOf(digits);
    }
}
