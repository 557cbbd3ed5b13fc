package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Nature;

/** Figures that were copied: the same in every cell as those of the period before, or of another unit. */
final class Repeats {
    static final int CELLS = 3;

    private final Map<Integer, ElementFacts> elements;

    Repeats(Map<Integer, ElementFacts> elements) {
        this.elements = elements;
    }

    /** What stands (a number of bodies) may stay as it is; what happened in a period never repeats in every cell. */
    void ofBefore(SheetKey sheet, Map<Cell, BigDecimal> figures, Map<Cell, BigDecimal> previous, List<Found> found) {
        Map<Cell, BigDecimal> now = happened(figures);
        if (enough(now) && now.equals(happened(previous))) {
            found.add(Found.whole(sheet, "SAME-BEFORE", now.size(), 0));
        }
    }

    /** Units by the figures that they gave, so that equal ones stand together. */
    Map<Map<Cell, BigDecimal>, SortedSet<Integer>> byFigures(Map<Integer, Map<Cell, BigDecimal>> units) {
        Map<Map<Cell, BigDecimal>, SortedSet<Integer>> same = new HashMap<>();
        units.forEach((unit, figures) ->
                same.computeIfAbsent(open(figures), any -> new TreeSet<>()).add(unit));
        return same;
    }

    /**
     * Who reads it doesn't answer for the other unit: it must not tell them numbers of sensitive things.
     *
     * @param same see {@link #byFigures}
     */
    void ofAnother(
            SheetKey sheet,
            Map<Cell, BigDecimal> figures,
            Map<Map<Cell, BigDecimal>, SortedSet<Integer>> same,
            List<Found> found) {
        Map<Cell, BigDecimal> own = open(figures);
        if (enough(own)) {
            same.getOrDefault(own, Collections.emptySortedSet()).stream()
                    .filter(other -> other != sheet.unit())
                    .findFirst()
                    .ifPresent(other -> found.add(Found.whole(sheet, "SAME-UNIT", own.size(), other)));
        }
    }

    private Map<Cell, BigDecimal> happened(Map<Cell, BigDecimal> figures) {
        Map<Cell, BigDecimal> happened = plain(figures);
        happened.keySet().removeIf(cell -> {
            ElementFacts element = elements.get(cell.element());
            return element == null || !element.adds() || !element.flow();
        });
        return happened;
    }

    private Map<Cell, BigDecimal> open(Map<Cell, BigDecimal> figures) {
        Map<Cell, BigDecimal> open = plain(figures);
        open.keySet().removeIf(cell -> {
            ElementFacts element = elements.get(cell.element());
            return element == null || element.sensitive();
        });
        return open;
    }

    private static Map<Cell, BigDecimal> plain(Map<Cell, BigDecimal> figures) {
        Map<Cell, BigDecimal> plain = new HashMap<>();
        figures.forEach((cell, figure) -> {
            if (cell.nature() == Nature.ACTUAL) {
                plain.put(cell, figure.stripTrailingZeros());
            }
        });
        return plain;
    }

    /** Nothing happened in many places. */
    private static boolean enough(Map<Cell, BigDecimal> figures) {
        return figures.values().stream().filter(figure -> figure.signum() != 0).count() >= CELLS;
    }
}
