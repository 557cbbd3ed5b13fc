package vn.binhquyen.statistics.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;

/** A period in the address or a form, by the number by which facts name it. */
final class PeriodField {
    private static final Pattern KEY = Pattern.compile("[1-6](?:19|20|21)\\d\\d\\d\\d");
    private static final int YEARS = 3;
    private static final List<Period.Kind> LONGEST_FIRST = Arrays.stream(Period.Kind.values())
            .sorted(Comparator.reverseOrder())
            .toList();

    private PeriodField() {}

    /** Empty where it is none. */
    static Optional<Period> of(@Nullable String typed) {
        if (typed == null || !KEY.matcher(typed).matches()) {
            return Optional.empty();
        }
        int key = Integer.parseInt(typed);
        int number = key % 100;
        Period.Kind kind = Period.Kind.values()[key / 1_000_000 - 1];
        return number < 1 || number > kind.perYear() ? Optional.empty() : Optional.of(Period.ofKey(key));
    }

    /** One year with its periods, longest first. */
    record Year(int year, List<Period> periods) {}

    /** The last years, that of the day first, as far as they have begun. */
    static List<Year> choices(LocalDate today) {
        List<Year> years = new ArrayList<>();
        for (int year = today.getYear(); year > today.getYear() - YEARS; year--) {
            List<Period> periods = new ArrayList<>();
            for (Period.Kind kind : LONGEST_FIRST) {
                for (int number = kind.perYear(); number >= 1; number--) {
                    Period period = Period.of(kind, year, number);
                    boolean begins = kind != Period.Kind.TERM || period.equals(Period.containing(kind, period.start()));
                    if (begins && !period.start().isAfter(today)) {
                        periods.add(period);
                    }
                }
            }
            years.add(new Year(year, periods));
        }
        return years;
    }
}
