package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.rank.Median;
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
                double middle = new Median().evaluate(before);
                RobustScore score = RobustScore.of(figure.doubleValue(), before, usual(element, middle));
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

    /** @param alike the figures of similar units in the same period, its own among them */
    void againstOthers(
            SheetKey sheet, Map<Cell, BigDecimal> figures, Collection<Map<Cell, BigDecimal>> alike, List<Found> found) {
        if (alike.size() < UNITS) {
            return;
        }
        figures.forEach((cell, figure) -> {
            ElementFacts element = elements.get(cell.element());
            if (element == null || element.kind() == Kind.YES_NO) {
                return;
            }
            Scale scale = Scale.of(element, cell, figures);
            OptionalDouble own = scale.of(figures);
            double[] others = alike.stream()
                    .map(scale::of)
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            if (own.isPresent() && others.length >= UNITS) {
                double middle = new Median().evaluate(others);
                RobustScore score = RobustScore.of(own.getAsDouble(), others, scale.usual(middle));
                if (score.isOutlier()) {
                    found.add(Found.far(
                            sheet,
                            "FAR-PEERS",
                            cell,
                            score.score(),
                            figure,
                            BigDecimal.valueOf(scale.back(score.median()))));
                }
            }
        });
    }

    /**
     * How figures of units of different size are made comparable.
     *
     * @param base the cell by which a figure is divided; null where it is taken as it is or by its order of magnitude
     * @param size of the base of the unit that is looked at
     */
    private record Scale(Cell cell, @Nullable Cell base, double size, boolean magnitude) {
        static Scale of(ElementFacts element, Cell cell, Map<Cell, BigDecimal> figures) {
            Integer denominator = element.denominator();
            if (denominator != null) {
                Cell base = new Cell(denominator, cell.breakdown(), cell.nature());
                BigDecimal size = figures.get(base);
                if (size != null && size.signum() > 0) {
                    return new Scale(cell, base, size.doubleValue(), false);
                }
            }
            return new Scale(cell, null, 0, element.adds());
        }

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

        /** A share of few varies more than one of many. */
        double usual(double middle) {
            if (base != null) {
                double share = Math.clamp(middle, 1 / size, Double.MAX_VALUE);
                return Math.max(STEADY * Math.abs(middle), Math.sqrt(share / size));
            }
            return magnitude ? ALIKE : Math.max(TINY, STEADY * Math.abs(middle));
        }

        double back(double middle) {
            if (base != null) {
                return middle * size;
            }
            return magnitude ? Math.expm1(middle) : middle;
        }
    }
}
