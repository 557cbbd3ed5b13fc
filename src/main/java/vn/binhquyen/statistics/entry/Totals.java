package vn.binhquyen.statistics.entry;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
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

    /** Of the cells of a form those that change with some, and all that these are computed from. */
    static List<FormCell> around(Collection<FormCell> cells, Set<CellKey> changed) {
        Set<CellKey> moving = new HashSet<>(changed);
        grow(cells, cell -> cell.parts().stream().anyMatch(moving::contains) && moving.add(cell.key()));
        Set<CellKey> needed = new HashSet<>(moving);
        grow(cells, cell -> needed.contains(cell.key()) && needed.addAll(cell.parts()));
        return cells.stream().filter(cell -> needed.contains(cell.key())).toList();
    }

    private static void grow(Collection<FormCell> cells, Predicate<FormCell> grows) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (FormCell cell : cells) {
                grew |= grows.test(cell);
            }
        }
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
