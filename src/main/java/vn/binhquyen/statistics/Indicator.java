package vn.binhquyen.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Direction;

/**
 * What is measured, and from which countable things it is computed.
 *
 * @param code of the catalogue, such as "NQ28-1.1"; null for a local indicator of a plan
 * @param field the group of indicators it belongs to, in the words of the document
 * @param unit "%", "lần", "buổi" …; empty where the document gives none
 * @param bySex whether persons of both sexes are counted, so that women and men are given apart
 * @param binds names of the levels of units that have to reach it
 */
public record Indicator(
        IndicatorId id,
        @Nullable String code,
        String field,
        String nameVi,
        String nameEn,
        String unit,
        Direction direction,
        Computation computation,
        BigDecimal per,
        boolean bySex,
        List<String> binds,
        List<Element> elements) {

    private static final int DECIMALS = 4;

    public Indicator {
        binds = List.copyOf(binds);
        elements = List.copyOf(elements);
    }

    /** How the value comes about, at every level. */
    public enum Computation {
        /** From the sum of numerators over the sum of denominators. */
        RATIO,
        /** A sum. */
        COUNT,
        /** Given as such by a survey; never added. */
        AS_REPORTED,
        /** Told in words; nothing is counted. */
        NARRATIVE
    }

    /** What a data element is to its indicator. */
    public enum Part {
        NUMERATOR,
        DENOMINATOR,
        /** The value itself, where only a percentage or a survey's figure is known: shown, never added. */
        VALUE
    }

    /**
     * A countable thing.
     *
     * @param key the small number by which facts name it
     */
    public record Element(int key, Part part, String name) {
        /** Whether figures of several contributors may be summed. */
        public boolean adds() {
            return part != Part.VALUE;
        }
    }

    public Optional<Element> element(Part part) {
        return elements.stream().filter(element -> element.part() == part).findFirst();
    }

    /** The ratio of the sums, to four decimals; empty where the denominator is zero. */
    public Optional<BigDecimal> ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(numerator.multiply(per).divide(denominator, DECIMALS, RoundingMode.HALF_UP));
    }
}
