package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.extract.Quantities.Quantity;

/** The years by which a sentence wants something: not those of the past nor the ends of a span. Expects lower case. */
final class TargetYears {

    record YearMark(int year, int from, int to) {}

    /** Matches a year that stands for a point in time. */
    static final Pattern YEAR = Pattern.compile(
            "(?<!\\p{L})(?:(?<named>năm)|đến|vào|tới|trước)\\s+(?<year>20\\d\\d)(?!\\s*[-–—/]\\s*\\d)(?!\\d)");

    private static final Pattern PAST_YEAR =
            Pattern.compile("(?:so với|cùng kỳ|của|từ)\\s+(?:(?!vào|đến|trước|tới)\\p{L}+\\s+){0,2}$");
    private static final Pattern SPAN = Pattern.compile(
            "giai đoạn\\s+(?:từ\\s+)?(?:năm\\s+)?20\\d\\d\\s*(?:[-–—]|đến)\\s*(?:năm\\s+)?(?<year>20\\d\\d)");
    private static final Pattern IN_SPAN =
            Pattern.compile("giai đoạn\\s+(?:từ\\s+)?(?:năm\\s+)?(?:20\\d\\d\\s+)?$|từ năm 20\\d\\d\\s+(?:đến\\s*)?$");
    private static final Pattern ONWARDS = Pattern.compile("^\\s*(?:trở đi|trở về sau)");
    private static final Pattern SINCE = Pattern.compile("(?:^|[,;(:])[^\\p{L}]*(?:kể )?từ\\s+(?:đầu\\s+)?$");
    private static final Pattern COMMA = Pattern.compile("^\\s*,");

    private TargetYears() {}

    static List<YearMark> in(String text, int from, int to) {
        var years = new ArrayList<YearMark>();
        Matcher year = YEAR.matcher(text).region(from, to).useTransparentBounds(true);
        while (year.find()) {
            String before = text.substring(from, year.start());
            boolean span = IN_SPAN.matcher(before).find();
            boolean onwards = ONWARDS.matcher(text.substring(year.end(), to)).find();
            if (!span
                    && (onwards
                            || sinceThen(before, text.substring(year.end(), to))
                            || !PAST_YEAR.matcher(before).find())) {
                years.add(new YearMark(Integer.parseInt(year.group("year")), year.start(), year.end()));
            }
        }
        if (SPAN.matcher(text).results().count() > 1) {
            Matcher span = SPAN.matcher(text).region(from, to);
            while (span.find()) {
                years.add(new YearMark(Integer.parseInt(span.group("year")), span.start(), span.end()));
            }
        }
        return years;
    }

    /** The year beside a quantity: before it where the sentence names years first, after it otherwise. */
    static @Nullable Integer beside(
            List<YearMark> years, int firstQuantity, int count, Quantity quantity, boolean last) {
        if (years.isEmpty()) {
            return null;
        }
        boolean yearsFirst = years.getFirst().from() < firstQuantity;
        YearMark before = null;
        YearMark after = null;
        for (YearMark year : years) {
            if (year.from() < quantity.from()) {
                before = year;
            } else if (after == null) {
                after = year;
            }
        }
        boolean ownYearAfter = last && count > 1;
        YearMark own = yearsFirst && !(ownYearAfter && after != null) ? before : after == null ? before : after;
        return own == null ? null : own.year();
    }

    /** "Từ năm 2022, …" at the head of a clause: the aim holds from that year on. */
    private static boolean sinceThen(String before, String after) {
        return SINCE.matcher(before).find() && COMMA.matcher(after).find();
    }
}
