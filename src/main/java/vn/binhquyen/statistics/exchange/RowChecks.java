package vn.binhquyen.statistics.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import vn.binhquyen.statistics.exchange.FigureCodes.PeriodCode;
import vn.binhquyen.statistics.exchange.FigureCodes.UnitCode;

/** Looks at each row of a file and sends on what is right. */
final class RowChecks {
    /** So many errors are told; who has more begins with these. */
    static final int SHOWN = 1_000;

    private static final int MANY = 10_000;
    private static final int LONGEST = 100;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");

    private final FigureCodes codes;
    private final List<FigureImports.RowError> errors = new ArrayList<>();
    private int rows;

    RowChecks(FigureCodes codes) {
        this.codes = codes;
    }

    int rows() {
        return rows;
    }

    /** So many that their sums wait behind what people type meanwhile. */
    boolean areMany() {
        return rows > MANY;
    }

    List<FigureImports.RowError> errors() {
        return errors;
    }

    FigureImports.Report report(int added, int changed) {
        return new FigureImports.Report(rows, added, changed, errors);
    }

    /** Where a figure that is right goes on to. */
    interface Sink {
        void figure(GivenFigure given, UnitCode unit, int element, PeriodCode period, int breakdown);
    }

    void row(GivenFigure given, Sink to) {
        rows++;
        if (errors.size() == SHOWN) {
            return;
        }
        PeriodCode period = codes.period(given.period());
        if (period == null) {
            wrong(given.row(), "statistics.import.period", given.period());
            return;
        }
        if (period.future()) {
            wrong(given.row(), "statistics.import.future", given.period());
            return;
        }
        UnitCode unit = codes.unit(given.unit(), period);
        if (unit == null) {
            wrong(
                    given.row(),
                    codes.knows(given.unit()) ? "statistics.import.ended" : "statistics.import.unit",
                    given.unit());
            return;
        }
        Integer element = codes.element(given.element());
        if (element == null) {
            wrong(given.row(), "statistics.import.element", given.element());
            return;
        }
        Integer breakdown = codes.breakdown(given.breakdown());
        if (breakdown == null) {
            wrong(given.row(), "statistics.import.breakdown", given.breakdown());
            return;
        }
        if (!NUMBER.matcher(given.value()).matches()) {
            wrong(given.row(), "statistics.import.number", given.value());
            return;
        }
        if (given.value().startsWith("-") && codes.counts(element)) {
            wrong(given.row(), "statistics.import.negative", given.value());
            return;
        }
        to.figure(given, unit, element, period, breakdown);
    }

    void wrong(int row, String code, String value) {
        if (errors.size() < SHOWN) {
            errors.add(new FigureImports.RowError(row, code, StringUtils.truncate(value, LONGEST)));
        }
    }
}
