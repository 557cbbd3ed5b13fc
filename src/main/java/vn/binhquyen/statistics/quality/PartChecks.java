package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.DataElement.Kind;

/**
 * What holds for every element without being written: no part above its whole, women not above the total, parts that were
 * all given make the whole.
 */
final class PartChecks {
    private static final BigDecimal ROUNDING = new BigDecimal("0.001");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<Integer, ElementFacts> elements;
    private final Map<Integer, List<Margin>> margins;

    PartChecks(Map<Integer, ElementFacts> elements, Map<Integer, List<Margin>> margins) {
        this.elements = elements;
        this.margins = margins;
    }

    /** A coarser cell, and the dimensions over which parts are added to it; in the order in which it is told. */
    private record Sum(Cell whole, String dropped) implements Comparable<Sum> {
        private static final Comparator<Sum> ORDER = Comparator.comparingInt(
                        (Sum sum) -> sum.whole().element())
                .thenComparingInt(sum -> sum.whole().breakdown().key())
                .thenComparing(sum -> sum.whole().nature())
                .thenComparing(Sum::dropped);

        @Override
        public int compareTo(Sum other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Parts {
        private BigDecimal sum = BigDecimal.ZERO;
        private int count;
        private final Margin margin;

        Parts(Margin margin) {
            this.margin = margin;
        }

        boolean all() {
            Integer needed = margin.needed();
            return needed != null && (margin.complete() ? count == needed : count > 0);
        }
    }

    void check(SheetKey sheet, Map<Cell, BigDecimal> figures, List<Found> found) {
        Set<Sum> exceeded = new HashSet<>();
        figures.forEach((cell, figure) -> {
            ElementFacts element = elements.get(cell.element());
            if (element != null && element.share() && (figure.signum() < 0 || figure.compareTo(HUNDRED) > 0)) {
                found.add(Found.compared(sheet, "SHARE", cell, Severity.ERROR, figure, HUNDRED));
            }
            if (element == null || element.kind() != Kind.COUNT) {
                return;
            }
            for (Margin margin : margins.getOrDefault(cell.breakdown().key(), List.of())) {
                Cell whole = whole(cell, margin);
                BigDecimal total = figures.get(whole);
                if (total != null && figure.compareTo(total) > 0) {
                    exceeded.add(new Sum(whole, margin.dropped()));
                    String check = margin.women() ? "WOMEN" : "PART:" + margin.dropped();
                    found.add(Found.compared(sheet, check, cell, Severity.ERROR, figure, total));
                }
            }
        });
        sums(figures).forEach((sum, parts) -> {
            BigDecimal total = figures.get(sum.whole());
            if (total != null && !exceeded.contains(sum) && isWrong(sum, parts, total)) {
                found.add(Found.compared(sheet, "SUM:" + sum.dropped(), sum.whole(), Severity.ERROR, parts.sum, total));
            }
        });
    }

    private boolean isWrong(Sum sum, Parts parts, BigDecimal total) {
        ElementFacts element = elements.get(sum.whole().element());
        if (element == null || parts.margin.needed() == null) {
            return false;
        }
        BigDecimal over = parts.sum.subtract(total);
        if (element.kind() == Kind.COUNT) {
            return parts.margin.complete() && parts.all() ? over.signum() != 0 : over.signum() > 0;
        }
        return parts.margin.complete()
                && parts.all()
                && over.abs().compareTo(total.abs().multiply(ROUNDING)) > 0;
    }

    private Map<Sum, Parts> sums(Map<Cell, BigDecimal> figures) {
        Map<Sum, Parts> sums = new TreeMap<>();
        figures.forEach((cell, figure) -> {
            ElementFacts element = elements.get(cell.element());
            if (element != null && element.adds()) {
                for (Margin margin : margins.getOrDefault(cell.breakdown().key(), List.of())) {
                    Parts parts = sums.computeIfAbsent(
                            new Sum(whole(cell, margin), margin.dropped()), any -> new Parts(margin));
                    parts.sum = parts.sum.add(figure);
                    parts.count++;
                }
            }
        });
        return sums;
    }

    /** The figure of a cell; where it was not given but its parts were, what they make, by the fewest dimensions. */
    Optional<BigDecimal> figure(Map<Cell, BigDecimal> figures, Cell cell) {
        BigDecimal given = figures.get(cell);
        if (given != null) {
            return Optional.of(given);
        }
        List<Map.Entry<Sum, Parts>> candidates = new ArrayList<>();
        Map<Cell, BigDecimal> same = new HashMap<>();
        figures.forEach((each, figure) -> {
            if (each.element() == cell.element() && each.nature() == cell.nature()) {
                same.put(each, figure);
            }
        });
        for (Map.Entry<Sum, Parts> each : sums(same).entrySet()) {
            if (each.getKey().whole().equals(cell) && each.getValue().all()) {
                candidates.add(each);
            }
        }
        return candidates.stream()
                .min(Comparator.comparingInt((Map.Entry<Sum, Parts> each) ->
                                each.getKey().dropped().split(",").length)
                        .thenComparing(each -> each.getKey().dropped()))
                .map(each -> each.getValue().sum);
    }

    private static Cell whole(Cell part, Margin margin) {
        return new Cell(part.element(), new Breakdown(margin.whole()), part.nature());
    }
}
