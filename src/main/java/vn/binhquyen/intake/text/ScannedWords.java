package vn.binhquyen.intake.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.binhquyen.intake.text.page.Page;
import vn.binhquyen.intake.text.page.Rule;
import vn.binhquyen.intake.text.page.Word;

/** The table that Tesseract prints, one word a row, as words on a page of A4 width. */
final class ScannedWords {

    private static final double PAGE_WIDTH = 595;
    private static final int COLUMNS = 12;
    private static final double LEAST_CERTAIN = 20;
    private static final double MOSTLY = 0.6;

    /** The level of words in the table; pages, blocks and lines stand above them. */
    private static final String WORD = "5";

    /** What Tesseract makes of the lines of a table. */
    private static final Pattern RULE = Pattern.compile("[\\s|_]*");

    /** @param line by which Tesseract keeps words of one line together */
    private record Box(
            String line, double left, double top, double width, double height, double certainty, String text) {
        double right() {
            return left + width;
        }

        double bottom() {
            return top + height;
        }

        /** Whether most of the smaller one lies in the other. */
        boolean covers(Box other) {
            double across = Math.min(right(), other.right()) - Math.max(left, other.left);
            double down = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
            return across > 0
                    && down > 0
                    && across * down > MOSTLY * Math.min(width * height, other.width * other.height);
        }
    }

    private ScannedWords() {}

    static Page page(int number, int pixels, List<Rule> rules, String table) {
        double scale = PAGE_WIDTH / pixels;
        List<Box> boxes = table.lines()
                .skip(1)
                .map(row -> row.split("\t", -1))
                .filter(row -> row.length >= COLUMNS && row[0].equals(WORD))
                .map(row -> box(row, scale))
                .filter(box -> box.certainty() >= LEAST_CERTAIN)
                .filter(box -> !RULE.matcher(box.text()).matches())
                .toList();
        Map<String, List<Box>> lines = new LinkedHashMap<>();
        once(boxes)
                .forEach(box -> lines.computeIfAbsent(box.line(), none -> new ArrayList<>())
                        .add(box));
        double usual = middle(lines.values().stream().map(ScannedWords::height).toList());
        var words = new ArrayList<Word>();
        for (List<Box> line : lines.values()) {
            double size = size(height(line), usual);
            double baseline = middle(line.stream().map(Box::bottom).toList());
            line.forEach(box -> words.add(new Word(
                    box.text(), box.left(), box.left() + box.width(), baseline, size, false, false, true, false)));
        }
        return new Page(
                number,
                PAGE_WIDTH,
                words,
                rules.stream().map(rule -> rule.scaled(scale)).toList());
    }

    private static Box box(String[] row, double scale) {
        return new Box(
                row[2] + "/" + row[3] + "/" + row[4],
                Double.parseDouble(row[6]) * scale,
                Double.parseDouble(row[7]) * scale,
                Double.parseDouble(row[8]) * scale,
                Double.parseDouble(row[9]) * scale,
                Double.parseDouble(row[10]),
                row[11].strip());
    }

    /** Around tables the same word is at times read twice; the more certain reading counts. */
    private static List<Box> once(List<Box> boxes) {
        var kept = new ArrayList<Box>();
        boxes.stream()
                .sorted(Comparator.comparingDouble(Box::certainty).reversed())
                .filter(box -> kept.stream().noneMatch(box::covers))
                .forEach(kept::add);
        return boxes.stream().filter(kept::contains).toList();
    }

    /** As high as the word with the tallest letters: accents and tails of letters make it nearly the size of the type. */
    private static double height(List<Box> line) {
        return line.stream().mapToDouble(Box::height).max().orElse(0);
    }

    /** Lines of about the usual height are set in the same type; they differ by the letters they hold. */
    private static double size(double height, double usual) {
        return height > 0.7 * usual && height < 1.3 * usual ? usual : height;
    }

    private static double middle(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
