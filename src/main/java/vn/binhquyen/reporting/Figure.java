package vn.binhquyen.reporting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Values.Value;

/**
 * What one report says of one indicator.
 *
 * @param note source of the figures, or why there are none; the whole answer where nothing is counted
 * @param version hand it back with the next change; 0 in a report that was sent
 */
public record Figure(OwedIndicator indicator, Map<Slot, BigDecimal> numbers, String note, long version) {

    private static final int DECIMALS = 4;

    public Figure {
        numbers = new TreeMap<>(numbers);
    }

    /** The figure as it stands on a sheet. */
    static Figure of(OwedIndicator indicator, boolean early, Map<Cell, Value> sheet, String note, long version) {
        Map<Slot, BigDecimal> numbers = new TreeMap<>();
        for (Slot slot : Slot.of(indicator, early)) {
            Value value = sheet.get(cell(indicator, slot));
            if (value != null) {
                numbers.put(slot, value.number());
            }
        }
        return new Figure(indicator, numbers, note, version);
    }

    static Cell cell(OwedIndicator indicator, Slot slot) {
        Integer element = indicator.elements().get(slot.part());
        if (element == null) {
            throw new NotFound("slot", slot);
        }
        return new Cell(element, slot.breakdown(), slot.nature());
    }

    public @Nullable BigDecimal number(Slot slot) {
        return numbers.get(slot);
    }

    public @Nullable BigDecimal number(String slot) {
        return numbers.get(Slot.of(slot));
    }

    public @Nullable BigDecimal total(Part part, Nature nature) {
        return numbers.get(Slot.total(part, nature));
    }

    @JsonIgnore
    public @Nullable BigDecimal women() {
        return numbers.get(new Slot(Part.NUMERATOR, Breakdown.WOMEN, Nature.ACTUAL));
    }

    @JsonIgnore
    public @Nullable BigDecimal men() {
        return numbers.get(new Slot(Part.NUMERATOR, Breakdown.MEN, Nature.ACTUAL));
    }

    @JsonIgnore
    public @Nullable BigDecimal actual() {
        return value(Nature.ACTUAL);
    }

    @JsonIgnore
    public @Nullable BigDecimal estimated() {
        return value(Nature.ESTIMATED);
    }

    /** Whether only the ratio is known, so that it can't be added to others. */
    @JsonIgnore
    public boolean isOnlyValue() {
        return indicator.computation() == Computation.RATIO
                && total(Part.NUMERATOR, Nature.ACTUAL) == null
                && total(Part.VALUE, Nature.ACTUAL) != null;
    }

    /** The indicator's value: from its counts, else as given; null while unknown. Up to four decimals. */
    public @Nullable BigDecimal value(Nature nature) {
        BigDecimal numerator = total(Part.NUMERATOR, nature);
        BigDecimal denominator = total(Part.DENOMINATOR, nature);
        return switch (indicator.computation()) {
            case NARRATIVE -> null;
            case AS_REPORTED -> total(Part.VALUE, nature);
            case COUNT -> numerator;
            case RATIO ->
                numerator == null || denominator == null || denominator.signum() == 0
                        ? total(Part.VALUE, nature)
                        : numerator.multiply(indicator.per()).divide(denominator, DECIMALS, RoundingMode.HALF_UP);
        };
    }

    /** Whether the aim of the year is met, by the estimate where there is one; null where that can't be said. */
    public @Nullable Boolean attained(int year) {
        OwedIndicator.Aim aim = indicator.aimIn(year);
        BigDecimal value = estimated() == null ? actual() : estimated();
        return aim == null || value == null || !indicator.measuredAs(aim)
                ? null
                : aim.isMetBy(value, indicator.direction());
    }

    @JsonIgnore
    public boolean isEmpty() {
        return numbers.isEmpty() && note.isBlank();
    }
}
