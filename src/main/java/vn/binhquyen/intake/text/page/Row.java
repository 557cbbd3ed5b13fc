package vn.binhquyen.intake.text.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words that stand on one baseline, from left to right. */
record Row(int page, List<Word> words) {

    private static final double SAME_BASELINE = 0.3;
    private static final double SMALL = 0.8;

    Row {
        words = words.stream().sorted(Comparator.comparingDouble(Word::left)).toList();
    }

    static List<Row> of(int page, List<Word> words) {
        var groups = new ArrayList<List<Word>>();
        var sorted = words.stream()
                .sorted(Comparator.comparingDouble(Word::baseline))
                .toList();
        for (Word word : sorted) {
            List<Word> last = groups.isEmpty() ? List.of() : groups.getLast();
            boolean same = !last.isEmpty()
                    && word.baseline() - last.getFirst().baseline()
                            <= SAME_BASELINE
                                    * Math.min(word.size(), last.getFirst().size());
            if (same) {
                last.add(word);
            } else {
                groups.add(new ArrayList<>(List.of(word)));
            }
        }
        settleRaised(groups);
        return groups.stream().map(group -> new Row(page, group)).toList();
    }

    /** Small words just above or below a row and close to one of its words belong to it. */
    private static void settleRaised(List<List<Word>> groups) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            for (int near : new int[] {i - 1, i + 1}) {
                if (near >= 0 && near < groups.size() && areRaised(groups.get(i), groups.get(near))) {
                    groups.get(near)
                            .addAll(groups.get(i).stream().map(Word::asRaised).toList());
                    groups.remove(i);
                    break;
                }
            }
        }
    }

    private static boolean areRaised(List<Word> small, List<Word> row) {
        Word first = row.getFirst();
        return small.stream().allMatch(word -> {
            double above = first.baseline() - word.baseline();
            return word.size() < SMALL * first.size()
                    && above < 0.6 * first.size()
                    && above > -0.4 * first.size()
                    && row.stream()
                            .anyMatch(other -> word.left() - other.right() < 0.6 * first.size()
                                    && other.left() - word.right() < 0.6 * first.size());
        });
    }

    double left() {
        return words.getFirst().left();
    }

    double right() {
        return words.getLast().right();
    }

    double baseline() {
        return main().baseline();
    }

    double size() {
        return main().size();
    }

    double centre() {
        return (left() + right()) / 2;
    }

    /** How wide the first word is. */
    double firstWord() {
        int last = 0;
        while (last + 1 < words.size() && words.get(last + 1).continues(words.get(last))) {
            last++;
        }
        return words.get(last).right() - left();
    }

    boolean isBold() {
        return words.stream().allMatch(Word::bold);
    }

    /** The widest word stands for all: a label may be set in other type. */
    private Word main() {
        return words.stream()
                .filter(word -> !word.raised())
                .max(Comparator.comparingDouble(word -> word.right() - word.left()))
                .orElse(words.getFirst());
    }

    String text() {
        return Text.of(words).text();
    }
}
