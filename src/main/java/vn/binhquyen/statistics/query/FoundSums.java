package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;

/**
 * Sums of single units and periods as they are found. A row for each unit and a column for each thing and period, since tens of
 * thousands are asked for at once: looked up one by one in a single map, they would be all over the memory.
 */
final class FoundSums {
    /**
     * @param given of how many figures of units it is made
     * @param open how many of them are not accepted yet
     */
    record Sum(BigDecimal total, int given, int open) {
        /** Of more units. */
        Sum and(Sum more) {
            return new Sum(total.add(more.total), given + more.given, open + more.open);
        }

        /** However many zeros stand behind the comma. */
        boolean isSameAs(@Nullable Sum other) {
            return other != null && total.compareTo(other.total) == 0 && given == other.given && open == other.open;
        }

        /** Of more parts that the same units gave. */
        Sum with(Sum part) {
            return new Sum(total.add(part.total), Math.max(given, part.given), Math.max(open, part.open));
        }
    }

    /** @param period its key */
    private record Column(int element, int breakdown, int period) {
        @Override
        public int hashCode() {
            return Spread.of(element, breakdown, period);
        }
    }

    private final Map<Column, Integer> columns = new HashMap<>();
    private final Set<Integer> periods = new HashSet<>();
    private final Map<Integer, @Nullable Sum[]> rows = new HashMap<>();

    /** The place of a thing in a period, for those who add to it for many units. */
    int column(int element, int breakdown, int period) {
        return columns.computeIfAbsent(new Column(element, breakdown, period), any -> {
            periods.add(period);
            return columns.size();
        });
    }

    void add(int unit, int column, Sum sum) {
        @Nullable Sum[] row = rows.computeIfAbsent(unit, any -> new Sum[columns.size()]);
        if (row.length <= column) {
            row = Arrays.copyOf(row, Math.max(columns.size(), 2 * row.length));
            rows.put(unit, row);
        }
        row[column] = sum;
    }

    void add(int unit, ResultSet row) throws SQLException {
        add(
                unit,
                column(row.getInt("element_key"), row.getInt("breakdown_key"), row.getInt("period_key")),
                new Sum(row.getBigDecimal("total"), row.getInt("given"), row.getInt("open")));
    }

    /** @return null where there is none */
    @Nullable
    Sum of(int unit, FigureQuery.What what, Period period) {
        @Nullable Sum[] row = rows.get(unit);
        Integer column = row == null
                ? null
                : columns.get(new Column(what.element(), what.breakdown().key(), period.key()));
        return row == null || column == null || column >= row.length ? null : row[column];
    }

    /** The keys of the periods that have a column, whichever units have something there. */
    Set<Integer> periods() {
        return periods;
    }
}
