package vn.binhquyen.intake.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.kernel.VietnameseText;

/** The figures that a sentence holds, told apart from its dates and from numbers that are part of a name or a unit. */
public final class FiguresOfText {

    /** @param end position after its last digit */
    public record Figure(int start, int end, BigDecimal value) {}

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d/.,-])(?:" + VietnameseNumbers.PATTERN + ")(?![\\p{L}\\d/])");
    private static final Pattern YEAR = Pattern.compile("(?:19|20|21)\\d\\d");

    private FiguresOfText() {}

    /** Whether the number stands anywhere in the sentence, however it is written ("05", "5", "5,0"). */
    public static boolean say(String text, BigDecimal number) {
        Matcher any = Pattern.compile(VietnameseNumbers.PATTERN).matcher(text);
        return any.results()
                .flatMap(found -> VietnameseNumbers.parse(found.group()).stream())
                .anyMatch(value -> value.compareTo(number) == 0);
    }

    /**
     * The figures of the sentence that are none of the given numbers.
     *
     * @param strict whether only figures with that unit count; else others do where none has it
     */
    public static List<Figure> besides(Collection<BigDecimal> numbers, String text, String unit, boolean strict) {
        List<Figure> all = all(text);
        List<Figure> withUnit =
                all.stream().filter(figure -> hasUnit(text, figure, unit)).toList();
        return (withUnit.isEmpty() && !strict ? all : withUnit)
                .stream()
                        .filter(figure -> numbers.stream().noneMatch(number -> number.compareTo(figure.value()) == 0))
                        .toList();
    }

    private static List<Figure> all(String text) {
        List<VietnameseDates.Found> dates = VietnameseDates.find(text);
        List<Figure> figures = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            int start = number.start();
            boolean dated = dates.stream().anyMatch(date -> date.start() <= start && start < date.end());
            if (!dated && !YEAR.matcher(number.group()).matches()) {
                VietnameseNumbers.parse(number.group())
                        .ifPresent(value -> figures.add(new Figure(start, number.end(), value)));
            }
        }
        return figures;
    }

    private static boolean hasUnit(String text, Figure figure, String unit) {
        String wanted = VietnameseText.lower(unit).strip();
        String follows = VietnameseText.lower(text.substring(figure.end())).stripLeading();
        return !wanted.isEmpty() && follows.startsWith(wanted);
    }
}
