package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Nature;

/**
 * What a check found odd.
 *
 * @param check which check: see {@link Checks}
 * @param cell where; element 0 where it is about the whole sheet
 * @param weight how odd, 0 to {@link #HEAVIEST}; comparable within a severity
 * @param figure null where it is about the whole sheet
 * @param expected what it was held against
 * @param otherUnit key of the unit that gave the same figures, else 0
 */
record Found(
        SheetKey sheet,
        String check,
        Cell cell,
        Severity severity,
        int weight,
        @Nullable BigDecimal figure,
        @Nullable BigDecimal expected,
        int otherUnit) {
    static final int HEAVIEST = 99_999_999;
    private static final int HUNDREDTHS = 100;
    private static final int DECIMALS = 6;

    static Found compared(
            SheetKey sheet, String check, Cell cell, Severity severity, BigDecimal figure, BigDecimal expected) {
        double miss = figure.subtract(expected).abs().doubleValue()
                / Math.max(1, expected.abs().doubleValue());
        return new Found(sheet, check, cell, severity, weight(miss), rounded(figure), rounded(expected), 0);
    }

    /** @param score by how many usual deviations it lies away */
    static Found far(SheetKey sheet, String check, Cell cell, double score, BigDecimal figure, BigDecimal expected) {
        return new Found(
                sheet, check, cell, Severity.WARNING, weight(Math.abs(score)), rounded(figure), rounded(expected), 0);
    }

    static Found whole(SheetKey sheet, String check, int cells, int otherUnit) {
        return new Found(
                sheet,
                check,
                new Cell(0, Breakdown.TOTAL, Nature.ACTUAL),
                Severity.WARNING,
                weight(cells),
                BigDecimal.valueOf(cells),
                null,
                otherUnit);
    }

    private static int weight(double measure) {
        return (int) Math.min(HEAVIEST, Math.round(measure * HUNDREDTHS));
    }

    /** As the database keeps it, so that what is found again is recognised. */
    private static BigDecimal rounded(BigDecimal number) {
        BigDecimal plain = number.setScale(Math.min(Math.max(number.scale(), 0), DECIMALS), RoundingMode.HALF_UP);
        return plain.signum() == 0 ? BigDecimal.ZERO : plain.stripTrailingZeros();
    }
}
