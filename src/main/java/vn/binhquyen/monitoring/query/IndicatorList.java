package vn.binhquyen.monitoring.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.Attainment;
import vn.binhquyen.monitoring.Oddity;

/**
 * The indicators of a unit at a glance.
 *
 * @param year the one that they are shown for
 * @param fields those that could be asked for, in the order of the catalogue
 * @param collections likewise
 */
public record IndicatorList(UnitId unit, int year, List<Line> lines, List<String> fields, List<String> collections) {

    /**
     * @param shown the figure of the year
     * @param series the years up to it, the earliest first
     * @param aimed null where nothing is aimed at
     * @param attainment null where nothing is aimed at
     */
    public record Line(
            Definition definition,
            BySex shown,
            List<BySex> series,
            @Nullable Aimed aimed,
            @Nullable Attainment attainment,
            @Nullable Oddity oddity) {

        /** Whether a figure is due that is not there. */
        public boolean missing() {
            return definition.counted() && shown.value() == null;
        }

        /** Which way it went since the last figure before: −1, 0, 1; null where there are no two. */
        public @Nullable Integer trend() {
            List<BigDecimal> known = known();
            BigDecimal value = shown.value();
            return value == null || known.size() < 2
                    ? null
                    : Integer.valueOf(value.compareTo(known.get(known.size() - 2)));
        }

        List<BigDecimal> known() {
            return series.stream()
                    .map(BySex::value)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }

        private int doubt() {
            return missing() ? 0 : oddity != null ? 1 : definition.counted() ? 2 : 3;
        }
    }

    static List<Line> doubtfulFirst(List<Line> lines) {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingInt(Line::doubt));
        return sorted;
    }

    /** Under the headings of their fields, which stay in their order. */
    public Map<String, List<Line>> byField() {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.definition().field(), LinkedHashMap::new, Collectors.toList()));
    }

    public long missing() {
        return lines.stream().filter(Line::missing).count();
    }

    public long odd() {
        return lines.stream().filter(line -> line.oddity() != null).count();
    }

    public long attained(Attainment attainment) {
        return lines.stream().filter(line -> line.attainment() == attainment).count();
    }
}
