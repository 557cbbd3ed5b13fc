package vn.binhquyen.intake.text.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.binhquyen.intake.text.page.Section.TableCell;

/** The cells that rules draw on a page. */
final class Grid {

    private static final double NEAR = 3;

    private final List<Rule> level;
    private final List<Rule> upright;
    private final List<Double> tops;
    private final List<Double> lefts;

    private Grid(List<Rule> rules) {
        level = rules.stream().filter(Rule::isLevel).toList();
        upright = rules.stream().filter(Rule::isUpright).toList();
        tops = marks(level.stream().map(Rule::top).sorted().toList());
        lefts = marks(upright.stream().map(Rule::left).sorted().toList());
    }

    /** The tables of a page from its top: rules that touch one another, with two rows or columns at least. */
    static List<Grid> of(List<Rule> rules) {
        var groups = new ArrayList<List<Rule>>();
        for (Rule rule : rules) {
            if (rule.isLevel() || rule.isUpright()) {
                var touched = groups.stream()
                        .filter(group -> group.stream().anyMatch(other -> touch(rule, other)))
                        .toList();
                var group = new ArrayList<Rule>(List.of(rule));
                touched.forEach(group::addAll);
                groups.removeAll(touched);
                groups.add(group);
            }
        }
        return groups.stream()
                .map(Grid::new)
                .filter(grid -> grid.tops.size() > 1 && grid.lefts.size() > 2)
                .sorted(Comparator.comparingDouble(Grid::top))
                .toList();
    }

    private static boolean touch(Rule one, Rule other) {
        return one.left() <= other.right() + NEAR
                && other.left() <= one.right() + NEAR
                && one.top() <= other.bottom() + NEAR
                && other.top() <= one.bottom() + NEAR;
    }

    private static List<Double> marks(List<Double> sorted) {
        var marks = new ArrayList<Double>();
        for (double value : sorted) {
            if (marks.isEmpty() || value - marks.getLast() > NEAR) {
                marks.add(value);
            }
        }
        return marks;
    }

    double top() {
        return tops.getFirst();
    }

    boolean hasColumnsOf(Grid other) {
        return lefts.size() == other.lefts.size()
                && IntStream.range(0, lefts.size()).allMatch(i -> Math.abs(lefts.get(i) - other.lefts.get(i)) <= NEAR);
    }

    boolean holds(Word word) {
        double middle = word.baseline() - word.size() / 3;
        return middle > tops.getFirst()
                && middle < tops.getLast()
                && word.centre() > lefts.getFirst()
                && word.centre() < lefts.getLast();
    }

    Section.Table table(int page, List<Word> words) {
        var cells = new TreeMap<Integer, TreeMap<Integer, List<Word>>>();
        for (Word word : words) {
            int row = index(tops, word.baseline() - word.size() / 3);
            int column = index(lefts, word.centre());
            while (row > 0 && !isRuled(row, column)) {
                row--;
            }
            while (column > 0 && !isParted(row, column)) {
                column--;
            }
            cells.computeIfAbsent(row, none -> new TreeMap<>())
                    .computeIfAbsent(column, none -> new ArrayList<>())
                    .add(word);
        }
        return new Section.Table(cells.values().stream()
                .map(row -> row.entrySet().stream()
                        .map(cell -> new TableCell(cell.getKey() + 1, Row.of(page, cell.getValue())))
                        .toList())
                .toList());
    }

    /** Whether a rule runs above the cell. */
    private boolean isRuled(int row, int column) {
        double middle = (lefts.get(column) + lefts.get(column + 1)) / 2;
        return level.stream()
                .anyMatch(rule ->
                        Math.abs(rule.top() - tops.get(row)) <= NEAR && rule.left() < middle && rule.right() > middle);
    }

    /** Whether a rule runs at the left of the cell. */
    private boolean isParted(int row, int column) {
        double middle = (tops.get(row) + tops.get(row + 1)) / 2;
        return upright.stream()
                .anyMatch(rule -> Math.abs(rule.left() - lefts.get(column)) <= NEAR
                        && rule.top() < middle
                        && rule.bottom() > middle);
    }

    private static int index(List<Double> marks, double value) {
        int index = 0;
        while (index + 2 < marks.size() && marks.get(index + 1) <= value) {
            index++;
        }
        return index;
    }
}
