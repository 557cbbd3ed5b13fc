package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.DataElement.Kind;

/**
 * Figures far from what the unit gave before, or from what similar units give. Against others a figure is taken for each
 * person of its denominator where there is one, else by its order of magnitude, since communes differ in size.
 */
final class Plausibility {
    static final int PERIODS = 4;
    static final int UNITS = 8;

    /** So much of a measured figure changes anyhow. */
    private static final double STEADY = 0.05;

    /** So much in the order of magnitude differ similar units anyhow, about a quarter. */
    private static final double ALIKE = 0.25;

    private static final double TINY = 0.01;

    private final Map<Integer, ElementFacts> elements;

    Plausibility(Map<Integer, ElementFacts> elements) {
        this.elements = elements;
    }

    /** @param past the figures of earlier periods, in any order */
    void againstPast(
            SheetKey sheet, Map<Cell, BigDecimal> figures, Collection<Map<Cell, BigDecimal>> past, List<Found> found) {
        figures.forEach((cell, figure) -> {
            ElementFacts element = elements.get(cell.element());
            if (element == null || element.kind() == Kind.YES_NO) {
                return;
            }
            double[] before = past.stream()
                    .map(sheetBefore -> sheetBefore.get(cell))
                    .filter(Objects::nonNull)
                    .mapToDouble(BigDecimal::doubleValue)
                    .toArray();
            if (before.length >= PERIODS) {
                Spread spread = Spread.of(before);
                RobustScore score = spread.score(figure.doubleValue(), usual(element, spread.median()));
                if (score.isOutlier()) {
                    found.add(Found.far(
                            sheet, "FAR-PAST", cell, score.score(), figure, BigDecimal.valueOf(score.median())));
                }
            }
        });
    }

    /** Numbers of cases vary by their root; what is measured by a small share. */
    private static double usual(ElementFacts element, double middle) {
        return element.kind() == Kind.COUNT
                ? Math.sqrt(Math.max(1, Math.abs(middle)))
                : Math.max(TINY, STEADY * Math.abs(middle));
    }

    void againstOthers(SheetKey sheet, Map<Cell, BigDecimal> figures, Peers peers, List<Found> found) {
        if (peers.size() < UNITS) {
            return;
        }
        figures.forEach((cell, figure) -> {
            ElementFacts element = elements.get(cell.element());
            if (element == null || element.kind() == Kind.YES_NO) {
                return;
            }
            Scale scale = scale(element, cell, figures);
            OptionalDouble own = scale.of(figures);
            Peers.Numbers others = peers.by(scale);
            if (own.isPresent() && others.count() >= UNITS) {
                Spread spread = others.spread();
                RobustScore score = spread.score(own.getAsDouble(), usual(scale, spread.median(), figures));
                if (score.isOutlier()) {
                    found.add(Found.far(
                            sheet,
                            "FAR-PEERS",
                            cell,
                            score.score(),
                            figure,
                            BigDecimal.valueOf(back(scale, score.median(), figures))));
                }
            }
        });
    }

    private static Scale scale(ElementFacts element, Cell cell, Map<Cell, BigDecimal> figures) {
        Integer denominator = element.denominator();
        if (denominator != null) {
            Cell base = new Cell(denominator, cell.breakdown(), cell.nature());
            BigDecimal size = figures.get(base);
            if (size != null && size.signum() > 0) {
                return new Scale(cell, base, false);
            }
        }
        return new Scale(cell, null, element.adds());
    }

    /** A share of few varies more than one of many. */
    private static double usual(Scale scale, double middle, Map<Cell, BigDecimal> figures) {
        if (scale.base() != null) {
            double size = size(scale.base(), figures);
            double share = Math.clamp(middle, 1 / size, Double.MAX_VALUE);
            return Math.max(STEADY * Math.abs(middle), Math.sqrt(share / size));
        }
        return scale.magnitude() ? ALIKE : Math.max(TINY, STEADY * Math.abs(middle));
    }

    /** What the unit would have given if it were like the others. */
    private static double back(Scale scale, double middle, Map<Cell, BigDecimal> figures) {
        if (scale.base() != null) {
            return middle * size(scale.base(), figures);
        }
        return scale.magnitude() ? Math.expm1(middle) : middle;
    }

    private static double size(Cell base, Map<Cell, BigDecimal> figures) {
        return Objects.requireNonNull(figures.get(base)).doubleValue();
    }

    /**
     * How figures of units of different size are made comparable.
     *
     * @param base the cell by which a figure is divided; null where it is taken as it is or by its order of magnitude
     */
    record Scale(Cell cell, @Nullable Cell base, boolean magnitude) {
        OptionalDouble of(Map<Cell, BigDecimal> figures) {
            BigDecimal figure = figures.get(cell);
            if (figure == null) {
                return OptionalDouble.empty();
            }
            if (base != null) {
                BigDecimal divisor = figures.get(base);
                return divisor == null || divisor.signum() <= 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(figure.doubleValue() / divisor.doubleValue());
            }
            return OptionalDouble.of(magnitude ? Math.log1p(Math.max(0, figure.doubleValue())) : figure.doubleValue());
        }
    }
}
