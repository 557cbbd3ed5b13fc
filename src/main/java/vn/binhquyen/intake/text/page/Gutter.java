package vn.binhquyen.intake.text.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.VietnameseText;

/** White space from top to bottom of several rows that parts two columns. */
record Gutter(double left, double right) {

    private static final double NARROW = 0.9;
    private static final double WIDE = 2;
    private static final Pattern LABEL = Pattern.compile("[-–—+•*·]|\\(?[\\p{L}\\d.]{1,5}[.):/]?");
    private static final Pattern BLANK_BEFORE = Pattern.compile("(?:.*\\s)?(?:Số|số|ngày|tháng|năm):?");
    private static final Pattern BLANK_AFTER = Pattern.compile("/.*|tháng|năm|20\\d\\d");

    double width() {
        return right - left;
    }

    /** The widest gap of a row that parts columns by itself. */
    static Optional<Gutter> ofRow(Row row) {
        return nation(row)
                .or(() -> gaps(row).stream()
                        .filter(gap -> gap.width() >= WIDE * row.size())
                        .max(Comparator.comparingDouble(Gutter::width)));
    }

    /** The gaps between the words of a row that may part columns: no blank to be filled in, no room after a label. */
    static List<Gutter> gaps(Row row) {
        List<Word> words = row.words();
        var gaps = new ArrayList<Gutter>();
        for (int i = 1; i < words.size(); i++) {
            Word before = words.get(i - 1);
            Word after = words.get(i);
            boolean label = i == 1 && LABEL.matcher(before.text()).matches();
            boolean blank = BLANK_BEFORE.matcher(before.text()).matches()
                    && BLANK_AFTER.matcher(after.text()).matches();
            if (after.left() - before.right() >= NARROW * row.size() && !label && !blank) {
                gaps.add(new Gutter(before.right(), after.left()));
            }
        }
        boolean stretched = gaps.size() >= 4 && gaps.size() * 2 > words.size() - 1;
        return stretched ? List.of() : gaps;
    }

    /** The name of the state stands at the right of the issuer, however close. */
    private static Optional<Gutter> nation(Row row) {
        List<Word> words = row.words();
        for (int i = 1; i + 2 < words.size(); i++) {
            String three = words.get(i).text() + " " + words.get(i + 1).text() + " "
                    + words.get(i + 2).text();
            if (VietnameseText.fold(three).equals("cong hoa xa")) {
                return Optional.of(
                        new Gutter(words.get(i - 1).right(), words.get(i).left()));
            }
        }
        return Optional.empty();
    }

    /** What stays free when the row stands under or above it; nothing where the row runs across. */
    Optional<Gutter> narrowedBy(Row row) {
        double from = left;
        double to = right;
        double middle = (left + right) / 2;
        for (Word word : row.words()) {
            if (word.centre() < middle) {
                from = Math.max(from, word.right());
            } else {
                to = Math.min(to, word.left());
            }
        }
        return to - from >= 0.4 * row.size() ? Optional.of(new Gutter(from, to)) : Optional.empty();
    }

    Optional<Row> leftOf(Row row) {
        return part(row, true);
    }

    Optional<Row> rightOf(Row row) {
        return part(row, false);
    }

    private Optional<Row> part(Row row, boolean atLeft) {
        double middle = (left + right) / 2;
        var words = row.words().stream()
                .filter(word -> word.centre() < middle == atLeft)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new Row(row.page(), words));
    }
}
