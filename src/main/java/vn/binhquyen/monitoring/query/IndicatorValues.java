package vn.binhquyen.monitoring.query;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.query.Drawn;
import vn.binhquyen.statistics.query.IndicatorFigures;
import vn.binhquyen.statistics.query.IndicatorQuery;
import vn.binhquyen.statistics.query.IndicatorReading;
import vn.binhquyen.statistics.query.Where;

/** Asks for indicators, women and men apart. */
@Component
class IndicatorValues {
    private final IndicatorFigures figures;

    IndicatorValues(IndicatorFigures figures) {
        this.figures = figures;
    }

    /** One unit over time, in the order of the periods; one entry for each of them. */
    List<BySex> series(IndicatorId indicator, UnitId unit, List<Period> when, Drawn drawn) {
        return Objects.requireNonNull(
                series(List.of(indicator), unit, when, drawn).get(indicator));
    }

    /** Several indicators of one unit over time; as many queries as for one. */
    Map<IndicatorId, List<BySex>> series(
            Collection<IndicatorId> indicators, UnitId unit, List<Period> when, Drawn drawn) {
        Map<IndicatorId, List<BySex>> all = new HashMap<>();
        figures.read(indicators, Where.unit(unit), when, BySex.ASKED, drawn).forEach((indicator, readings) -> {
            Map<Period, List<IndicatorReading>> byPeriod = readings.stream()
                    .filter(reading -> reading.unit().equals(unit))
                    .collect(groupingBy(IndicatorReading::period));
            all.put(
                    indicator,
                    when.stream()
                            .map(period -> BySex.of(unit, period, byPeriod.getOrDefault(period, List.of())))
                            .toList());
        });
        return all;
    }

    /** Many units in one period. */
    Map<UnitId, BySex> across(IndicatorId indicator, Where where, Period period, Drawn drawn) {
        Map<UnitId, BySex> across = new HashMap<>();
        figures.read(new IndicatorQuery(indicator, where, List.of(period), BySex.ASKED, drawn)).stream()
                .collect(groupingBy(IndicatorReading::unit))
                .forEach((unit, readings) -> across.put(unit, BySex.of(unit, period, readings)));
        return across;
    }

    /** A single one; null where nothing was given. */
    @Nullable
    IndicatorReading one(IndicatorId indicator, UnitId unit, Period period, Breakdown by, Drawn drawn) {
        return figures
                .read(new IndicatorQuery(indicator, Where.unit(unit), List.of(period), List.of(by), drawn))
                .stream()
                .filter(reading -> reading.unit().equals(unit))
                .findFirst()
                .orElse(null);
    }
}
