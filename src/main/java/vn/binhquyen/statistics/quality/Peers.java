package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import vn.binhquyen.statistics.Cell;

/** The figures of similar units in a period; what they are like in a cell is made once for all of these units. */
final class Peers {
    private final Collection<Map<Cell, BigDecimal>> figures;
    private final Map<Plausibility.Scale, Numbers> numbers = new HashMap<>();

    Peers(Collection<Map<Cell, BigDecimal>> figures) {
        this.figures = figures;
    }

    /** @param spread of no meaning where there are none */
    record Numbers(int count, Spread spread) {}

    int size() {
        return figures.size();
    }

    Numbers by(Plausibility.Scale scale) {
        return numbers.computeIfAbsent(scale, any -> {
            double[] all = figures.stream()
                    .map(scale::of)
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            return new Numbers(all.length, Spread.of(all));
        });
    }
}
