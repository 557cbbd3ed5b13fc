package vn.binhquyen.statistics.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.exchange.FigureCodes.PeriodCode;
import vn.binhquyen.statistics.exchange.FigureCodes.UnitCode;

/** Looks at each row of a file for itself. */
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

    /** Null where something of it is wrong. */
    @Nullable
    FigureRow row(GivenFigure given) {
        rows++;
        if (errors.size() == SHOWN) {
            return null;
        }
        PeriodCode period = codes.period(given.period());
        if (period == null) {
            return refused(given.row(), "statistics.import.period", given.period());
        }
        if (period.future()) {
            return refused(given.row(), "statistics.import.future", given.period());
        }
        UnitCode unit = codes.unit(given.unit(), period);
        if (unit == null) {
            return refused(
                    given.row(),
                    codes.knows(given.unit()) ? "statistics.import.ended" : "statistics.import.unit",
                    given.unit());
        }
        Integer element = codes.element(given.element());
        if (element == null) {
            return refused(given.row(), "statistics.import.element", given.element());
        }
        Integer breakdown = codes.breakdown(given.breakdown());
        if (breakdown == null) {
            return refused(given.row(), "statistics.import.breakdown", given.breakdown());
        }
        if (!NUMBER.matcher(given.value()).matches()) {
            return refused(given.row(), "statistics.import.number", given.value());
        }
        if (given.value().startsWith("-") && codes.counts(element)) {
            return refused(given.row(), "statistics.import.negative", given.value());
        }
        return new FigureRow(given.row(), unit, element, period, breakdown, given.value());
    }

    private @Nullable FigureRow refused(int row, String code, String value) {
        wrong(row, code, value);
        return null;
    }

    /** A file that gives one figure twice does not say which counts. */
    void twice(int row) {
        wrong(row, "statistics.import.twice", "");
    }

    /** What stands in an approved report is changed by a report. */
    void reported(int row, String value) {
        wrong(row, "statistics.import.reported", value);
    }

    /** @param by the unit that locked it */
    void locked(int row, String by) {
        wrong(row, "statistics.import.locked", by);
    }

    private void wrong(int row, String code, String value) {
        if (errors.size() < SHOWN) {
            errors.add(new FigureImports.RowError(row, code, StringUtils.truncate(value, LONGEST)));
        }
    }
}
