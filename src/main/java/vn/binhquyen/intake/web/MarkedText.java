package vn.binhquyen.intake.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Place;

/** The lines of a document cut where facts and doubts begin and end, so that a page can light them up. */
final class MarkedText {

    /**
     * Something to light up.
     *
     * @param key what a click on it opens
     * @param section where that stands
     * @param doubtful whether it is in question
     */
    record Fact(String key, Section section, Place place, boolean doubtful) {}

    /**
     * @param from how many characters of the line stand before it; not 0 only for what a tab sets apart
     * @param cell where it stands in a table; null outside one
     */
    record Line(
            int number, int from, int heading, boolean centred, DocumentText.@Nullable Cell cell, List<Piece> pieces) {
        public boolean blank() {
            return pieces.stream().allMatch(piece -> piece.text().isBlank());
        }

        /** What tabs set apart, each as a line of its own; the line itself where they only follow a label. */
        List<Line> columns() {
            List<Line> lines = new ArrayList<>();
            List<Piece> column = new ArrayList<>();
            int begun = 0;
            int at = 0;
            for (Piece piece : pieces) {
                at += piece.text().length();
                if (piece.text().equals(TAB)) {
                    lines.add(column(begun, List.copyOf(column)));
                    column.clear();
                    begun = at;
                } else {
                    column.add(piece);
                }
            }
            lines.add(column(begun, List.copyOf(column)));
            boolean filled = lines.stream().filter(line -> !line.blank()).count() > 1;
            boolean label =
                    lines.size() == 2 && Passages.isLabel(lines.getFirst().text());
            return filled && !label ? List.copyOf(lines) : List.of(this);
        }

        private Line column(int begun, List<Piece> part) {
            Line line = new Line(number, begun, heading, false, null, part);
            return new Line(number, begun, heading, !line.text().strip().matches("-.*|.*[;:.,]"), null, part);
        }

        String text() {
            return pieces.stream().map(Piece::text).collect(Collectors.joining());
        }
    }

    /**
     * Words that look alike and say the same things.
     *
     * @param fact the innermost fact, which a click opens; null for plain text
     * @param keys of all facts around it, joined by spaces
     * @param anchor the key of a fact that begins here; null where none does
     */
    record Piece(
            String text,
            boolean bold,
            boolean italic,
            boolean raised,
            @Nullable Fact fact,
            String keys,
            @Nullable String anchor,
            boolean doubtful,
            boolean wide) {}

    private static final String TAB = "\t";

    private record Range(int from, int to, Fact fact) {}

    private MarkedText() {}

    static List<Line> of(DocumentText text, Collection<Fact> facts) {
        Map<Integer, List<Range>> byLine = new HashMap<>();
        for (Fact fact : facts) {
            spread(text, fact, byLine);
        }
        Set<String> anchored = new LinkedHashSet<>();
        return text.lines().stream()
                .map(line -> new Line(
                        line.number(),
                        0,
                        line.heading(),
                        line.centred(),
                        line.cell(),
                        pieces(line, byLine.getOrDefault(line.number(), List.of()), anchored)))
                .toList();
    }

    /** A place may run over several lines; each line break counts as one character. */
    private static void spread(DocumentText text, Fact fact, Map<Integer, List<Range>> byLine) {
        int left = fact.place().length();
        int from = fact.place().column() - 1;
        for (int number = fact.place().line();
                left > 0 && number >= 1 && number <= text.lines().size();
                number++) {
            int length = text.lines().get(number - 1).text().length();
            int to = Math.min(length, from + left);
            if (to > from) {
                byLine.computeIfAbsent(number, any -> new ArrayList<>()).add(new Range(from, to, fact));
            }
            left -= Math.max(0, length - from) + 1;
            from = 0;
        }
    }

    private static List<Piece> pieces(DocumentText.Line line, List<Range> ranges, Set<String> anchored) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, line.text().length()));
        ranges.forEach(range -> cuts.addAll(List.of(range.from(), range.to())));
        line.spans()
                .forEach(span -> cuts.addAll(List.of(
                        Math.clamp(span.from(), 0, line.text().length()),
                        Math.clamp(span.to(), 0, line.text().length()))));
        for (int tab = line.text().indexOf(TAB); tab >= 0; tab = line.text().indexOf(TAB, tab + 1)) {
            cuts.addAll(List.of(tab, tab + 1));
        }
        List<Piece> pieces = new ArrayList<>();
        Integer from = cuts.first();
        for (Integer to = cuts.higher(from); to != null; to = cuts.higher(to)) {
            pieces.add(piece(line, from, to, ranges, anchored));
            from = to;
        }
        return pieces;
    }

    private static Piece piece(DocumentText.Line line, int from, int to, List<Range> ranges, Set<String> anchored) {
        List<Range> around = ranges.stream()
                .filter(range -> range.from() <= from && to <= range.to())
                .sorted(Comparator.comparingInt(range -> range.to() - range.from()))
                .toList();
        Fact innermost = around.isEmpty() ? null : around.getFirst().fact();
        String anchor = around.stream()
                .map(range -> range.fact().key())
                .filter(key -> !anchored.contains(key))
                .findFirst()
                .orElse(null);
        if (anchor != null) {
            anchored.add(anchor);
        }
        return new Piece(
                line.text().substring(from, to),
                marked(line, DocumentText.Mark.BOLD, from),
                marked(line, DocumentText.Mark.ITALIC, from),
                marked(line, DocumentText.Mark.RAISED_OR_LOWERED, from),
                innermost,
                around.stream().map(range -> range.fact().key()).distinct().collect(Collectors.joining(" ")),
                anchor,
                around.stream().anyMatch(range -> range.fact().doubtful()),
                innermost != null && innermost.place().length() > 60);
    }

    private static boolean marked(DocumentText.Line line, DocumentText.Mark mark, int position) {
        return line.spans().stream()
                .anyMatch(span -> span.mark() == mark && span.from() <= position && position < span.to());
    }
}
