package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.DataElement.OverUnits;
import vn.binhquyen.statistics.query.Figures.Root;

/** Sums over units and breakdowns for single periods: of provinces and the nation from what is kept, of others made now. */
@Component
class BaseFigures {
    private final JdbcClient jdbc;
    private final KeptSums kept;
    private final UnitSums made;

    BaseFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.kept = new KeptSums(jdbc);
        this.made = new UnitSums(jdbc);
    }

    /** Where a sum stands. @param period its key */
    record Place(int unit, int element, int breakdown, int period) {}

    /**
     * @param given of how many figures of units it is made
     * @param open how many of them are not accepted yet
     * @param rank where a sum can be made in several ways, the one of the lowest counts
     */
    record Sum(BigDecimal total, int given, int open, int rank) {}

    /** Sums as they are found. */
    static final class Found {
        private final Map<Place, Sum> sums = new HashMap<>();

        Map<Place, Sum> sums() {
            return sums;
        }

        void add(int root, ResultSet row, int rank) throws SQLException {
            Place place =
                    new Place(root, row.getInt("element_key"), row.getInt("breakdown_key"), row.getInt("period_key"));
            add(place, new Sum(row.getBigDecimal("total"), row.getInt("given"), row.getInt("open"), rank));
        }

        void add(Place place, Sum sum) {
            sums.merge(place, sum, (one, other) -> one.rank() <= other.rank() ? one : other);
        }
    }

    Map<Place, Sum> read(List<Root> roots, FigureQuery query, Periods periods, Map<Integer, DataElement> known) {
        Found found = new Found();
        List<Integer> adding = keys(known, OverUnits.SUM);
        kept.ofNation(new SumQuestion(query, at(roots, level -> level == Level.NATION), adding, periods), found);
        kept.ofProvinces(new SumQuestion(query, at(roots, level -> level == Level.PROVINCE), adding, periods), found);
        made.of(
                new SumQuestion(
                        query, at(roots, level -> level != Level.NATION && level != Level.PROVINCE), adding, periods),
                found);
        own(new SumQuestion(query, roots, keys(known, OverUnits.NONE), periods), found);
        return found.sums();
    }

    /** What holds for a unit alone. */
    private void own(SumQuestion asked, Found found) {
        if (asked.isEmpty()) {
            return;
        }
        asked.in(jdbc, """
            select unit_key, element_key, period_key, breakdown_key, value as total, 1 as given,
                   (status <> 'A')::integer as open
              from data_value
             where province_id = any(array(%s))
               and nature = :nature::"char" and element_key = any(:elements) and period_key = any(:periods)
               and unit_key = any(:roots) and breakdown_key = any(:breakdowns) and reporter_key = 0
            """.formatted(SumQuestion.PROVINCES)).query(row -> {
            found.add(row.getInt("unit_key"), row, 0);
        });
    }

    private static List<Integer> keys(Map<Integer, DataElement> known, OverUnits over) {
        return known.values().stream()
                .filter(element -> element.overUnits() == over)
                .map(DataElement::key)
                .toList();
    }

    private static List<Root> at(List<Root> roots, Predicate<Level> level) {
        return roots.stream().filter(root -> level.test(root.level())).toList();
    }
}
