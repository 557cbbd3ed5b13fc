package vn.binhquyen.statistics.exchange;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static vn.binhquyen.kernel.Columns.column;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.statistics.Sheet;

/**
 * The quick way of a file's figures that nobody gave before: by {@code copy} to where they stay. Whether anybody did is asked for
 * the element in the province first, and only where somebody did for the unit.
 */
final class StraightFigures {
    /** So many of so many are sent in the first go: somewhat more than half, so that no page overflows in the second. */
    private static final int FIRST = 11;

    private static final int OF = 20;

    private static final String FIGURES = """
        data_value (province_id, unit_key, element_key, period_key, nature, breakdown_key, reporter_key, value, status,
                    entry_key)
        """;

    private final JdbcClient jdbc;
    private final DataSource source;
    private final Map<Short, Integer> entries;

    /** Of which nobody gave anything before this file. */
    private final Set<Series> fresh = new HashSet<>();

    private final Set<Series> begun = new HashSet<>();
    private int taken;

    /** @param entries the keys of the entries that the figures name, by province */
    StraightFigures(JdbcClient jdbc, DataSource source, Map<Short, Integer> entries) {
        this.jdbc = jdbc;
        this.source = source;
        this.entries = entries;
    }

    /** One element in the units of a province in a period. */
    private record Series(short province, int element, int period) {}

    /** One element in one unit and period. */
    private record Group(Series series, int unit) {
        static Group of(FigureRow row) {
            return new Group(
                    new Series(row.province(), row.element(), row.period().key()),
                    row.unit().key());
        }
    }

    int taken() {
        return taken;
    }

    /**
     * Takes those figures of whose element nobody gave anything for their unit and period.
     *
     * @return the others
     * @throws CopyRows.Failed as a duplicate where one is given twice, or somebody gave it meanwhile
     */
    List<FigureRow> take(List<FigureRow> rows) {
        Set<Group> standing = standing(rows.stream().map(Group::of).collect(toSet()));
        Map<Boolean, List<FigureRow>> parts = rows.stream()
                .collect(partitioningBy(
                        row -> !FigureCodes.isProvisional(row.breakdown()) && !standing.contains(Group.of(row))));
        copy(Objects.requireNonNull(parts.get(true)).stream()
                .sorted(FigureRow.ORDER)
                .toList());
        return Objects.requireNonNull(parts.get(false));
    }

    private Set<Group> standing(Set<Group> groups) {
        List<Group> unseen = groups.stream()
                .map(Group::series)
                .distinct()
                .filter(series -> !fresh.contains(series) && !begun.contains(series))
                .map(series -> new Group(series, 0))
                .toList();
        found(unseen, "").forEach(group -> begun.add(group.series()));
        unseen.stream()
                .map(Group::series)
                .filter(series -> !begun.contains(series))
                .forEach(fresh::add);
        List<Group> doubtful =
                groups.stream().filter(group -> begun.contains(group.series())).toList();
        return found(doubtful, "and present.unit_key = sought.unit_key");
    }

    private Set<Group> found(List<Group> groups, String ofUnit) {
        Set<Group> found = new HashSet<>();
        jdbc.sql("""
            select place
              from unnest(:provinces::smallint[], :elements::int[], :periods::int[], :units::int[])
                   with ordinality as sought (province_id, element_key, period_key, unit_key, place)
             where exists (
                       select 1
                         from data_value present
                        where present.province_id = sought.province_id and present.nature = 'A'
                          and present.element_key = sought.element_key and present.period_key = sought.period_key
                          %s)
            """.formatted(ofUnit))
                .param("provinces", column(groups, group -> group.series().province(), Short[]::new))
                .param("elements", column(groups, group -> group.series().element(), Integer[]::new))
                .param("periods", column(groups, group -> group.series().period(), Integer[]::new))
                .param("units", column(groups, Group::unit, Integer[]::new))
                .query(row -> {
                    found.add(groups.get(row.getInt("place") - 1));
                });
        return found;
    }

    /**
     * In the order of the key, which is quick, and in two goes: where rows come in order between others, an index splits each
     * page that is full into two halves and never comes back to the first. The second go fills what the first left.
     */
    private void copy(List<FigureRow> sorted) {
        if (sorted.isEmpty()) {
            return;
        }
        try (CopyRows copy = CopyRows.into(source, FIGURES)) {
            for (boolean first : new boolean[] {true, false}) {
                for (int i = 0; i < sorted.size(); i++) {
                    if (i % OF < FIRST == first) {
                        send(sorted.get(i), copy);
                    }
                }
            }
            copy.finish();
        }
        taken += sorted.size();
    }

    private void send(FigureRow row, CopyRows copy) {
        copy.number(row.province())
                .number(row.unit().key())
                .number(row.element())
                .number(row.period().key())
                .text("A")
                .number(row.breakdown())
                .number(Sheet.OFFICIAL)
                .text(row.value())
                .text("A")
                .number(Objects.requireNonNull(entries.get(row.province())))
                .end();
    }
}
