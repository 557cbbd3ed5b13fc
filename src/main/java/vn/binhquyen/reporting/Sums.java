package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.Nature;

/** Adds figures: each number only to those of the same part, breakdown and nature; what is no count is never added. */
final class Sums {
    private Sums() {}

    /** The sums of the counts; a ratio or survey figure stands only where a single part gave it and nobody counts. */
    static Map<Slot, BigDecimal> of(List<Map<Slot, BigDecimal>> parts) {
        Map<Slot, BigDecimal> sums = new TreeMap<>();
        for (Map<Slot, BigDecimal> part : parts) {
            part.forEach((slot, number) -> {
                if (slot.adds()) {
                    sums.merge(slot, number, BigDecimal::add);
                }
            });
        }
        if (sums.isEmpty() && parts.size() == 1) {
            sums.putAll(parts.getFirst());
        }
        return sums;
    }

    /** Where women and men are given and no total, the total is their sum. */
    static Map<Slot, @Nullable BigDecimal> withTotal(Map<Slot, @Nullable BigDecimal> numbers) {
        Slot all = Slot.total(Part.NUMERATOR, Nature.ACTUAL);
        BigDecimal women = numbers.get(new Slot(Part.NUMERATOR, Breakdown.WOMEN, Nature.ACTUAL));
        BigDecimal men = numbers.get(new Slot(Part.NUMERATOR, Breakdown.MEN, Nature.ACTUAL));
        if (women == null || men == null || numbers.get(all) != null || !numbers.containsKey(all)) {
            return numbers;
        }
        Map<Slot, @Nullable BigDecimal> completed = new HashMap<>(numbers);
        completed.put(all, women.add(men));
        return completed;
    }
}
