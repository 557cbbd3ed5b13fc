package vn.binhquyen.statistics.entry;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormCell;

/** The cells of a form that are computed from others: the sum of those that have a figure, none where none has. */
final class Totals {
    private final Map<CellKey, FormCell> computed = new LinkedHashMap<>();
    private final Map<CellKey, BigDecimal> typed;
    private final Map<CellKey, @Nullable BigDecimal> known = new HashMap<>();

    private Totals(Collection<FormCell> cells, Map<CellKey, BigDecimal> typed) {
        this.typed = typed;
        cells.stream().filter(FormCell::computed).forEach(cell -> computed.putIfAbsent(cell.key(), cell));
    }

    /** @param typed the figures that stand in the cells that are filled in */
    static Map<CellKey, @Nullable BigDecimal> of(Collection<FormCell> cells, Map<CellKey, BigDecimal> typed) {
        Totals totals = new Totals(cells, typed);
        Map<CellKey, @Nullable BigDecimal> sums = new LinkedHashMap<>();
        totals.computed.keySet().forEach(key -> sums.put(key, totals.sum(key)));
        return sums;
    }

    private @Nullable BigDecimal sum(CellKey key) {
        FormCell cell = computed.get(key);
        if (cell == null) {
            return typed.get(key);
        }
        if (!known.containsKey(key)) {
            known.put(key, null);
            known.put(
                    key,
                    cell.parts().stream()
                            .map(this::sum)
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal::add)
                            .orElse(null));
        }
        return known.get(key);
    }
}
