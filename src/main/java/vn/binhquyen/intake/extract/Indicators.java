package vn.binhquyen.intake.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.Measure;
import vn.binhquyen.intake.extract.TargetLanguage.Target;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.statistics.NationalStrategy;

/** Makes indicators with their measures out of words, and finds which of the national indicators they are. */
final class Indicators {

    private static final Pattern FALLS =
            Pattern.compile("(?<!\\p{L})(?:giảm|hạ|kéo giảm|không quá|xuống|dưới)(?!\\p{L})");

    private static final Pattern CLOSING = Pattern.compile("[;.,]+$");
    private static final Pattern OWNER = Pattern.compile(
            "\\s*\\((?:do |giao )?\\p{Lu}[^()]{3,150}\\s(?:chủ trì|phụ trách|theo dõi|chịu trách nhiệm)[^()]*\\)$"
                    + "|\\.\\s+(?:Cơ quan|Đơn vị) (?:chủ trì|phụ trách|theo dõi|thực hiện)[^.:]{0,30}:[^.]{3,150}$");

    private final Catalogue catalogue;

    Indicators(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The indicator that words say which somebody chose, wherever they stand. */
    static Indicator chosen(String text, Catalogue catalogue, Function<Target, Place> places, Place at) {
        String words = tidyWords(text);
        var reader = new Indicators(catalogue);
        return reader.made(null, words, reader.measures(words, null, places), at);
    }

    /** Without the stop at its end and the name of who leads it, which is no part of what is measured. */
    static String tidyWords(String text) {
        String closed = CLOSING.matcher(text.strip()).replaceFirst("");
        return VietnameseText.withoutEnd(OWNER.matcher(closed).replaceFirst(""), ";.,");
    }

    List<Measure> measures(String words, @Nullable Integer year, Function<Target, Place> places) {
        var taken = new HashSet<String>();
        return TargetLanguage.read(words).stream()
                .map(target -> measure(target, words, year, taken, places.apply(target)))
                .toList();
    }

    Indicator made(@Nullable String no, String words, List<Measure> measures, Place at) {
        String code = measures.isEmpty()
                ? catalogue
                        .match(words, words, Set.of())
                        .map(NationalStrategy.Measure::code)
                        .orElse(null)
                : measures.getFirst().catalogue();
        return new Indicator(no, words, direction(code, words, !measures.isEmpty()), measures, code, at);
    }

    Measure measure(Target target, String whole, @Nullable Integer year, Set<String> taken, Place at) {
        String code = catalogue
                .match(target.what(), whole, taken)
                .map(NationalStrategy.Measure::code)
                .orElse(null);
        if (code != null) {
            taken.add(code);
        }
        return new Measure(
                target.what(),
                target.comparator(),
                target.value(),
                target.high(),
                target.unit(),
                target.baseline(),
                target.byYear() == null ? year : target.byYear(),
                target.frequency(),
                code,
                at);
    }

    private static Direction direction(@Nullable String code, String words, boolean measured) {
        if (!measured) {
            return Direction.NONE;
        }
        if (code != null) {
            return NationalStrategy.shipped().find(code).orElseThrow().direction();
        }
        return FALLS.matcher(VietnameseText.lower(words)).find() ? Direction.DOWN : Direction.UP;
    }
}
