package vn.binhquyen.intake.extract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.statistics.NationalStrategy;

/** Finds the national measure that an indicator means: most of the measure's telling words stand in the indicator. */
final class Catalogue {

    private static final double ENOUGH = 0.42;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "ty", "le", "so", "cac", "va", "cua", "trong", "duoc", "co", "la", "o", "ve", "den", "nam", "tren", "dia",
            "ban", "phan", "dau", "dat", "cap", "tong", "it", "nhat", "muc");

    private final NationalStrategy strategy;
    private final Map<String, Set<String>> wordsOfMeasures = new HashMap<>();

    /** What each word tells: the more, the fewer measures have it. */
    private final Map<String, Double> weights = new HashMap<>();

    Catalogue(NationalStrategy strategy) {
        this.strategy = strategy;
        Map<String, Integer> measuresWithWord = new HashMap<>();
        strategy.measures().forEach(measure -> {
            Set<String> words = words(measure.nameVi());
            wordsOfMeasures.put(measure.code(), words);
            words.forEach(word -> measuresWithWord.merge(word, 1, Integer::sum));
        });
        double all = strategy.measures().size();
        measuresWithWord.forEach((word, measures) -> weights.put(word, Math.log(1.0 + all / measures)));
    }

    /** @param own the words of one target; @param whole the sentence around it; @param taken codes already given */
    Optional<NationalStrategy.Measure> match(String own, String whole, Set<String> taken) {
        Set<String> ownWords = words(own);
        Set<String> allWords = words(whole);
        return strategy.measures().stream()
                .filter(measure -> !taken.contains(measure.code()))
                .map(measure -> Map.entry(measure, score(measure, ownWords, allWords)))
                .filter(scored -> scored.getValue() >= ENOUGH)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    private double score(NationalStrategy.Measure measure, Set<String> own, Set<String> whole) {
        Set<String> wanted = wordsOfMeasures.getOrDefault(measure.code(), Set.of());
        return 0.6 * share(wanted, own) + 0.4 * share(wanted, whole);
    }

    private double share(Set<String> wanted, Set<String> given) {
        double all = 0;
        double found = 0;
        for (String word : wanted) {
            double weight = weights.getOrDefault(word, 0.0);
            all += weight;
            found += given.contains(word) ? weight : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    private static Set<String> words(String text) {
        var words = new HashSet<>(Arrays.asList(BETWEEN_WORDS.split(VietnameseText.fold(text), -1)));
        words.removeAll(EMPTY_WORDS);
        words.remove("");
        return words;
    }
}
