package vn.binhquyen.intake.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.binhquyen.intake.text.page.Page;
import vn.binhquyen.intake.text.page.Word;

/** The table that Tesseract prints, one word a row, as words on a page of A4 width. */
final class ScannedWords {

    private static final double PAGE_WIDTH = 595;
    private static final int COLUMNS = 12;
    private static final double LEAST_CERTAIN = 20;

    private record Box(double left, double top, double width, double height, String text) {
        double bottom() {
            return top + height;
        }
    }

    private ScannedWords() {}

    static Page page(int number, int pixels, String table) {
        double scale = PAGE_WIDTH / pixels;
        Map<String, List<Box>> lines = new LinkedHashMap<>();
        table.lines().skip(1).map(row -> row.split("\t", -1)).forEach(row -> {
            boolean word = row.length >= COLUMNS
                    && row[0].equals("5")
                    && !row[11].isBlank()
                    && Double.parseDouble(row[10]) >= LEAST_CERTAIN;
            if (word) {
                lines.computeIfAbsent(row[2] + "/" + row[3] + "/" + row[4], none -> new ArrayList<>())
                        .add(new Box(
                                Double.parseDouble(row[6]) * scale,
                                Double.parseDouble(row[7]) * scale,
                                Double.parseDouble(row[8]) * scale,
                                Double.parseDouble(row[9]) * scale,
                                row[11].strip()));
            }
        });
        var words = new ArrayList<Word>();
        for (List<Box> line : lines.values()) {
            double size = middle(line.stream().map(Box::height).toList());
            double baseline = middle(line.stream().map(Box::bottom).toList());
            line.forEach(box -> words.add(new Word(
                    box.text(), box.left(), box.left() + box.width(), baseline, size, false, false, true, false)));
        }
        return new Page(number, PAGE_WIDTH, words, List.of());
    }

    private static double middle(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
