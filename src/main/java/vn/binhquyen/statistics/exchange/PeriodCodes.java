package vn.binhquyen.statistics.exchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;

/** Periods as DHIS2 writes them: "202604", "2026Q2", "2026S1", "2026". */
public final class PeriodCodes {
    private static final Pattern CODE = Pattern.compile("((?:19|20|21)\\d\\d)(?:(0[1-9]|1[0-2])|Q([1-4])|S([12]))?");

    private PeriodCodes() {}

    public static Optional<Period> read(String text) {
        Matcher code = CODE.matcher(text);
        if (!code.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(code.group(1));
        if (code.group(2) != null) {
            return Optional.of(Period.of(Kind.MONTH, year, Integer.parseInt(code.group(2))));
        }
        if (code.group(3) != null) {
            return Optional.of(Period.of(Kind.QUARTER, year, Integer.parseInt(code.group(3))));
        }
        if (code.group(4) != null) {
            return Optional.of(Period.of(Kind.HALF_YEAR, year, Integer.parseInt(code.group(4))));
        }
        return Optional.of(Period.year(year));
    }

    public static String write(Period period) {
        return switch (period.kind()) {
            case MONTH -> "%d%02d".formatted(period.year(), period.number());
            case QUARTER -> period.year() + "Q" + period.number();
            case HALF_YEAR -> period.year() + "S" + period.number();
            case YEAR -> String.valueOf(period.year());
        };
    }
}
