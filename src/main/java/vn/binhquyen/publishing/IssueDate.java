package vn.binhquyen.publishing;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The date of a document as far as it is known; what is unknown stays a dotted blank for the office clerk. */
public record IssueDate(
        @Nullable Integer day,
        @Nullable Integer month,
        @Nullable Integer year) {
    public static final IssueDate UNKNOWN = new IssueDate(null, null, null);

    public static IssueDate of(LocalDate date) {
        return new IssueDate(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    public static IssueDate in(YearMonth month) {
        return new IssueDate(null, month.getMonthValue(), month.getYear());
    }

    public static IssueDate in(int year) {
        return new IssueDate(null, null, year);
    }

    /** "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 take a zero (Decree 30/2020, Appendix I.II.4). */
    public String inWords() {
        return "ngày %s tháng %s năm %s".formatted(padded(day, 9), padded(month, 2), padded(year, 0));
    }

    private static String padded(@Nullable Integer number, int lastPadded) {
        if (number == null) {
            return "…";
        }
        return number <= lastPadded ? "0" + number : String.valueOf(number);
    }
}
