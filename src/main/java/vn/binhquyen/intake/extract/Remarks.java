package vn.binhquyen.intake.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words in brackets: what was reached so far, as in "(năm 2020: 43 %)", or what the words before them mean. Expects lower
 * case.
 */
final class Remarks {

    private static final Pattern REMARK = Pattern.compile("\\((?<words>[^()]*)\\)");
    private static final Pattern REACHED = Pattern.compile(
            "(?:(?<!đến )(?<!vào )năm (?<year>20\\d\\d)|hiện (?:nay|tại|có|đạt|là)|thực hiện|kết quả|ước|đầu kỳ|thực"
                    + " trạng)");

    private static final Pattern AIMS = Pattern.compile("trong đó|phấn đấu|" + TargetYears.YEAR.pattern());

    private Remarks() {}

    record Remark(int from, int to, @Nullable BigDecimal reached) {
        boolean holds(int position) {
            return from <= position && position < to;
        }
    }

    static List<Remark> in(String text, int from, int to) {
        var remarks = new ArrayList<Remark>();
        Matcher remark = REMARK.matcher(text).region(from, to);
        while (remark.find()) {
            Matcher reached = REACHED.matcher(remark.group("words"));
            var values = Quantities.find(remark.group("words"));
            boolean tells = reached.find() && values.size() == 1;
            boolean past =
                    tells && (reached.group("year") == null || !laterThanOthers(text, reached.group("year"), remark));
            if (past) {
                remarks.add(new Remark(
                        remark.start(), remark.end(), values.getFirst().value()));
            }
        }
        return remarks;
    }

    /** Whether the brackets name a year after one that the sentence names outside them. */
    private static boolean laterThanOthers(String text, String year, Matcher remark) {
        Matcher other = TargetYears.YEAR.matcher(text);
        while (other.find()) {
            boolean outside = other.start() < remark.start() || other.start() >= remark.end();
            if (outside && other.group("year").compareTo(year) < 0) {
                return true;
            }
        }
        return false;
    }

    static @Nullable BigDecimal reached(List<Remark> remarks, int from, int to) {
        return remarks.stream()
                .filter(remark -> remark.from() >= from && remark.to() <= to)
                .findFirst()
                .map(Remark::reached)
                .orElse(null);
    }

    /** Whether a position lies in brackets that only explain: they name neither a part nor a year to aim at. */
    static boolean explains(String text, int from, int to, int position) {
        int open = text.lastIndexOf('(', position);
        int close = text.indexOf(')', position);
        return open >= from
                && close >= 0
                && close < to
                && text.lastIndexOf(')', position) < open
                && !AIMS.matcher(text).region(open, close).find();
    }

    static String without(String text) {
        return REMARK.matcher(text).replaceAll("");
    }
}
