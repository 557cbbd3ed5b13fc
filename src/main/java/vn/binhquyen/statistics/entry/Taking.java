package vn.binhquyen.statistics.entry;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.entry.EntryRows.Figure;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormCell;

/** Decides what becomes of each change of a parcel, and what is to be written for those that count. */
final class Taking {
    /** Key of the message about a figure that is locked. */
    static final String SHUT = "entry.wrong.shut";

    private final Map<CellKey, FormCell> cells;
    private final Map<Integer, DataElement> elements;
    private final Map<CellKey, Figure> standing;
    private final Set<CellKey> counted;
    private final Set<Integer> locks;
    private final boolean sent;
    private final boolean reasoned;
    private final Map<CellKey, BigDecimal> now = new HashMap<>();
    private final Map<CellKey, @Nullable BigDecimal> puts = new LinkedHashMap<>();

    /**
     * @param elements those of the changes, by their keys
     * @param counted cells that the same parcel has changed before
     * @param locks elements whose figures stay as they are
     * @param sent whether the form was sent in
     * @param reasoned whether a reason is given, so that what was sent in may be changed
     */
    Taking(
            Collection<FormCell> cells,
            Map<Integer, DataElement> elements,
            Map<CellKey, Figure> standing,
            Set<CellKey> counted,
            Set<Integer> locks,
            boolean sent,
            boolean reasoned) {
        this.cells = cells.stream()
                .collect(Collectors.toMap(FormCell::key, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        this.elements = elements;
        this.standing = standing;
        this.counted = counted;
        this.locks = locks;
        this.sent = sent;
        this.reasoned = reasoned;
        standing.forEach((key, figure) -> now.put(key, figure.number()));
    }

    /** Who the other one of a clash is, it does not say. */
    Map<CellKey, Outcome> take(List<CellChange> changes) {
        Map<CellKey, Outcome> outcomes = new LinkedHashMap<>();
        changes.forEach(change -> outcomes.put(change.cell(), take(change)));
        if (!puts.isEmpty()) {
            addUp();
        }
        return outcomes;
    }

    /** What is to be written: null takes a figure away. */
    Map<CellKey, @Nullable BigDecimal> puts() {
        return puts;
    }

    private Outcome take(CellChange change) {
        CellKey key = change.cell();
        FormCell cell = cells.get(key);
        DataElement element = elements.get(key.element());
        if (cell == null || element == null) {
            return new Outcome.Refused("entry.wrong.cell");
        }
        if (cell.computed()) {
            return new Outcome.Refused("entry.wrong.computed");
        }
        BigDecimal present = now.get(key);
        if (counted.contains(key)) {
            return new Outcome.Saved(present);
        }
        TypedNumber typed = TypedNumber.read(change.typed(), element.kind());
        if (typed.wrong() != null) {
            return new Outcome.Refused(typed.wrong());
        }
        if (same(typed.number(), present)) {
            return new Outcome.Saved(present);
        }
        if (locks.contains(key.element())) {
            return new Outcome.Refused(SHUT);
        }
        if (!reasoned && locked(key)) {
            return new Outcome.Refused("entry.wrong.locked");
        }
        if (!same(change.seen(), present)) {
            return new Outcome.Clash(present, null, null);
        }
        put(key, typed.number());
        return new Outcome.Saved(typed.number());
    }

    /** Totals follow; one that was sent in otherwise is left, and told of when the form is sent. */
    private void addUp() {
        Totals.of(cells.values(), now).forEach((key, total) -> {
            if (!same(total, now.get(key)) && !locks.contains(key.element()) && (reasoned || !locked(key))) {
                put(key, total);
            }
        });
    }

    private void put(CellKey key, @Nullable BigDecimal number) {
        puts.put(key, number);
        if (number == null) {
            now.remove(key);
        } else {
            now.put(key, number);
        }
    }

    private boolean locked(CellKey key) {
        Figure figure = standing.get(key);
        return sent || (figure != null && figure.status() != ValueStatus.DRAFT);
    }

    static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? Objects.equals(one, other) : one.compareTo(other) == 0;
    }
}
