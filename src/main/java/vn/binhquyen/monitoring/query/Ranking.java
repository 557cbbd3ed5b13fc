package vn.binhquyen.monitoring.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.monitoring.Course.Band;
import vn.binhquyen.monitoring.query.IndicatorPage.Row;
import vn.binhquyen.statistics.query.IndicatorReading;
import vn.binhquyen.statistics.query.Mark;

/** Puts units into the order of an indicator: the best first, equals together, and those that can't be compared last. */
final class Ranking {
    private static final Set<Mark> NOT_COMPARED = Set.of(Mark.SMALL_BASE, Mark.SUPPRESSED, Mark.UNDISTRIBUTED);

    private final Definition definition;

    Ranking(Definition definition) {
        this.definition = definition;
    }

    /** The rows come in the order in which they stay where they are equal. */
    List<Row> of(List<Row> rows) {
        List<Row> ranked = new ArrayList<>();
        List<Row> others = new ArrayList<>();
        rows.forEach(row -> (worth(row) == null ? others : ranked).add(row));
        ranked.sort(Comparator.comparing((Row row) -> Objects.requireNonNull(worth(row)))
                .reversed());
        List<Row> all = new ArrayList<>();
        for (Row row : ranked) {
            Row before = all.isEmpty() ? null : all.getLast();
            boolean equal = before != null
                    && Objects.requireNonNull(worth(before)).compareTo(Objects.requireNonNull(worth(row))) == 0;
            Integer rank = equal && before != null ? before.rank() : Integer.valueOf(all.size() + 1);
            all.add(new Row(row.unit(), row.figures(), rank, row.attainment()));
        }
        others.sort(Comparator.comparing((Row row) -> row.figures() == null));
        all.addAll(others);
        return all;
    }

    /** The more the better; null where it is not to be compared. */
    private @Nullable BigDecimal worth(Row row) {
        BySex figures = row.figures();
        IndicatorReading all = figures == null ? null : figures.all();
        if (all == null || definition.direction() == Direction.NONE) {
            return null;
        }
        BigDecimal value = all.value();
        if (value == null || all.marks().stream().anyMatch(NOT_COMPARED::contains)) {
            return null;
        }
        return switch (definition.direction()) {
            case UP, NONE -> value;
            case DOWN -> value.negate();
            case TOWARD -> distance(value).negate();
        };
    }

    private BigDecimal distance(BigDecimal value) {
        Band band = definition.natural();
        if (band == null) {
            return value.abs();
        }
        return BigDecimal.ZERO.max(band.low().subtract(value)).max(value.subtract(band.high()));
    }
}
