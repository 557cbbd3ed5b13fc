package vn.binhquyen.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.Period;

/**
 * One time that a report is due.
 *
 * @param cutOff last day whose work is counted as carried out: the regime's ({@link Period#administrativeTo}), or two
 *     working days before the deadline where the plan asks for the report earlier
 */
record Occurrence(ReportKind kind, Period period, LocalDate dueOn, LocalDate cutOff) {

    private static final int DAYS_TO_GATHER = 2;

    /** Days that the regime leaves after the period's end where a plan sets no date. */
    private static final int REGIME_DAYS = 5;

    static Occurrence of(ReportKind kind, Period period, LocalDate dueOn) {
        LocalDate regime = period.administrativeTo();
        return new Occurrence(
                kind, period, dueOn, dueOn.isAfter(regime) ? regime : WorkingDays.before(dueOn, DAYS_TO_GATHER));
    }

    /** Whether the report is due before its period ends, so that the whole period can only be estimated. */
    boolean early() {
        return early(period, cutOff);
    }

    static boolean early(Period period, LocalDate cutOff) {
        return cutOff.isBefore(period.administrativeTo());
    }

    /**
     * All times that the duty falls due within the years of the plan, from the day on which the plan was issued.
     *
     * @param dueOn null where the plan sets no date: then the regime's; without a year where it comes back every year
     */
    static List<Occurrence> of(
            ReportKind kind, @Nullable PartialDate dueOn, boolean recurring, LocalDate issuedOn, int from, int to) {
        return dates(kind, dueOn, recurring, from, to)
                .filter(date -> !date.isBefore(issuedOn))
                .map(date -> of(kind, Period.reportedOn(kind.period(), date), date))
                .toList();
    }

    private static Stream<LocalDate> dates(
            ReportKind kind, @Nullable PartialDate dueOn, boolean recurring, int from, int to) {
        if (dueOn == null) {
            return byRegime(kind, from, to);
        }
        if (dueOn.year() != null && !recurring) {
            return Stream.of(inYear(dueOn, dueOn.year()));
        }
        int first = dueOn.year() == null ? from : Math.max(from, dueOn.year());
        if (kind == ReportKind.MID_TERM || kind == ReportKind.FINAL) {
            first = to;
        }
        if (kind == ReportKind.QUARTER || kind == ReportKind.MONTH) {
            return everyPeriod(kind, dueOn, first, to);
        }
        return IntStream.rangeClosed(first, to).mapToObj(year -> inYear(dueOn, year));
    }

    /** The same day of the month after each quarter or month. */
    private static Stream<LocalDate> everyPeriod(ReportKind kind, PartialDate dueOn, int from, int to) {
        Integer day = dueOn.day();
        return periods(kind, from, to)
                .map(period -> YearMonth.from(period.end()))
                .map(month -> day == null ? month.atEndOfMonth() : month.atDay(Math.min(day, month.lengthOfMonth())));
    }

    private static Stream<LocalDate> byRegime(ReportKind kind, int from, int to) {
        return switch (kind) {
            case AD_HOC -> Stream.of();
            case MID_TERM, FINAL -> Stream.of(Period.year(to).administrativeTo().plusDays(REGIME_DAYS));
            case SIX_MONTH ->
                IntStream.rangeClosed(from, to)
                        .mapToObj(year -> Period.of(Period.Kind.HALF_YEAR, year, 1))
                        .map(period -> period.administrativeTo().plusDays(REGIME_DAYS));
            case YEAR, QUARTER, MONTH ->
                periods(kind, from, to).map(period -> period.administrativeTo().plusDays(REGIME_DAYS));
        };
    }

    private static Stream<Period> periods(ReportKind kind, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .boxed()
                .flatMap(year -> IntStream.rangeClosed(1, kind.period().perYear())
                        .mapToObj(number -> Period.of(kind.period(), year, number)));
    }

    private static LocalDate inYear(PartialDate date, int year) {
        if (date.month() == null) {
            return Period.year(year).administrativeTo().plusDays(REGIME_DAYS);
        }
        YearMonth month = YearMonth.of(year, date.month());
        return date.day() == null ? month.atEndOfMonth() : month.atDay(Math.min(date.day(), month.lengthOfMonth()));
    }
}
