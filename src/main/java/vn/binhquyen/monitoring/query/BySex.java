package vn.binhquyen.monitoring.query;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.Gap;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.query.IndicatorReading;
import vn.binhquyen.statistics.query.Mark;

/** What an indicator says of all, of women and of men, in one unit and period; each null where nothing was given. */
public record BySex(
        UnitId unit,
        Period period,
        @Nullable IndicatorReading all,
        @Nullable IndicatorReading women,
        @Nullable IndicatorReading men) {

    /** By these it is asked for. */
    static final List<Breakdown> ASKED = List.of(Breakdown.TOTAL, Breakdown.WOMEN, Breakdown.MEN);

    /** Out of the readings of one unit and period. */
    static BySex of(UnitId unit, Period period, List<IndicatorReading> readings) {
        return new BySex(
                unit,
                period,
                find(readings, Breakdown.TOTAL),
                find(readings, Breakdown.WOMEN),
                find(readings, Breakdown.MEN));
    }

    private static @Nullable IndicatorReading find(List<IndicatorReading> readings, Breakdown by) {
        return readings.stream()
                .filter(reading -> reading.by().equals(by))
                .findFirst()
                .orElse(null);
    }

    public @Nullable BigDecimal value() {
        return value(all);
    }

    public Optional<Gap> gap() {
        return Gap.between(value(women), value(men), counted(women), counted(men));
    }

    /** Whether anything at all is known. */
    public boolean given() {
        return Stream.of(all, women, men).anyMatch(reading -> value(reading) != null);
    }

    /** What one has to know of any of the three. */
    public Set<Mark> marks() {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (IndicatorReading reading : new @Nullable IndicatorReading[] {all, women, men}) {
            if (reading != null) {
                marks.addAll(reading.marks());
            }
        }
        return marks;
    }

    private static @Nullable BigDecimal value(@Nullable IndicatorReading reading) {
        return reading == null ? null : reading.value();
    }

    private static @Nullable BigDecimal counted(@Nullable IndicatorReading reading) {
        return reading == null ? null : reading.numerator();
    }
}
