package vn.binhquyen.statistics.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.kernel.Refused;

/** Periods as questions name them, also those that move with the day. */
final class PeriodWords {
    private static final Pattern LAST =
            Pattern.compile("last-(\\d{1,3})-(month|quarter|half-year|year|school-year|term)s?");
    private static final int MOST = 400;

    private PeriodWords() {}

    /** @throws Refused where a word is none, or where there are too many periods */
    static List<Period> read(List<String> words, LocalDate today) {
        Set<Period> found = new LinkedHashSet<>();
        for (String word : words) {
            found.addAll(read(word.strip(), today));
        }
        if (found.isEmpty() || found.size() > MOST) {
            throw new Refused("statistics.question.periods", MOST);
        }
        return List.copyOf(found);
    }

    private static List<Period> read(String word, LocalDate today) {
        String plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
        Matcher last = LAST.matcher(plain);
        if (last.matches()) {
            return last(Kind.valueOf(last.group(2).toUpperCase(Locale.ROOT).replace('-', '_')), last.group(1), today);
        }
        if (plain.equals("this-year")) {
            return List.of(Period.year(today.getYear()));
        }
        int dots = word.indexOf("..");
        return dots < 0 ? List.of(one(word)) : range(one(word.substring(0, dots)), one(word.substring(dots + 2)), word);
    }

    /** Those that are over, in order. */
    private static List<Period> last(Kind kind, String number, LocalDate today) {
        List<Period> periods = new ArrayList<>();
        Period period = Period.containing(kind, today);
        for (int i = 0; i < Integer.parseInt(number); i++) {
            period = period.previous();
            periods.addFirst(period);
        }
        return periods;
    }

    private static List<Period> range(Period first, Period last, String word) {
        List<Period> periods = new ArrayList<>();
        if (first.kind() != last.kind()) {
            throw new Refused("statistics.question.period", word);
        }
        for (Period each = first; !each.start().isAfter(last.start()) && periods.size() <= MOST; each = each.next()) {
            periods.add(each);
        }
        return periods;
    }

    private static Period one(String code) {
        return Period.ofCode(code).orElseThrow(() -> new Refused("statistics.question.period", code));
    }
}
