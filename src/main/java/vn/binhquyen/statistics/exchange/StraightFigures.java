package vn.binhquyen.statistics.exchange;

import static vn.binhquyen.kernel.Columns.column;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
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
    private final int sample;

    /** Of which nobody gave anything before this file. */
    private final Set<Series> fresh = new HashSet<>();

    private final Set<Series> begun = new HashSet<>();
    private int taken;

    /**
     * @param entries the keys of the entries that the figures name, by province
     * @param sample so many are looked up before all are
     */
    StraightFigures(JdbcClient jdbc, DataSource source, Map<Short, Integer> entries, int sample) {
        this.jdbc = jdbc;
        this.source = source;
        this.entries = entries;
        this.sample = sample;
    }

    /** One element in the units of a province in a period. */
    private record Series(short province, int element, int period) {
        static Series of(FigureRow row) {
            return new Series(row.province(), row.element(), row.period().key());
        }
    }

    /** One element in one unit and period. */
    private record Group(Series series, int unit, List<FigureRow> rows) {
        /** Those of rows in order. */
        static List<Group> of(List<FigureRow> sorted) {
            List<Group> groups = new ArrayList<>();
            int from = 0;
            for (int to = 1; to <= sorted.size(); to++) {
                FigureRow first = sorted.get(from);
                if (to == sorted.size() || !first.isBeside(sorted.get(to))) {
                    groups.add(new Group(Series.of(first), first.unit().key(), sorted.subList(from, to)));
                    from = to;
                }
            }
            return groups;
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
        List<Group> groups = Group.of(rows.stream().sorted(FigureRow.ORDER).toList());
        look(groups);
        BitSet standing = standing(
                groups.stream().filter(group -> begun.contains(group.series())).toList());
        List<FigureRow> straight = new ArrayList<>(rows.size());
        List<FigureRow> others = new ArrayList<>();
        int place = 0;
        for (Group group : groups) {
            boolean stands = begun.contains(group.series()) && standing.get(place++);
            for (FigureRow row : group.rows()) {
                (stands || FigureCodes.isProvisional(row.breakdown()) ? others : straight).add(row);
            }
        }
        copy(straight);
        return others;
    }

    private void look(List<Group> groups) {
        List<Series> unseen = groups.stream()
                .map(Group::series)
                .distinct()
                .filter(series -> !fresh.contains(series) && !begun.contains(series))
                .toList();
        BitSet standing = asked(unseen, jdbc.sql("""
            select place
              from unnest(:provinces::smallint[], :elements::int[], :periods::int[]) with ordinality
                   as sought (province_id, element_key, period_key, place)
             cross join lateral (
                   select 1
                     from data_value present
                    where present.province_id = sought.province_id and nature = 'A'
                      and present.element_key = sought.element_key and present.period_key = sought.period_key
                    limit 1) present
            """));
        for (int place = 0; place < unseen.size(); place++) {
            (standing.get(place) ? begun : fresh).add(unseen.get(place));
        }
    }

    /**
     * The places of those of which something stands. Where it does of each of a sample, it is taken for granted of all: the longer
     * way is right for the others too.
     */
    private BitSet standing(List<Group> groups) {
        int step = groups.size() / sample;
        if (step > 1) {
            List<Group> some = IntStream.range(0, sample)
                    .mapToObj(i -> groups.get(i * step))
                    .toList();
            if (found(some).cardinality() == sample) {
                BitSet all = new BitSet();
                all.set(0, groups.size());
                return all;
            }
        }
        return found(groups);
    }

    private BitSet found(List<Group> groups) {
        return asked(
                groups.stream().map(Group::series).toList(),
                jdbc.sql("""
                    select place
                      from unnest(:provinces::smallint[], :elements::int[], :periods::int[], :units::int[]) with ordinality
                           as sought (province_id, element_key, period_key, unit_key, place)
                     cross join lateral (
                           select 1
                             from data_value present
                            where present.province_id = sought.province_id and nature = 'A'
                              and present.element_key = sought.element_key and present.period_key = sought.period_key
                              and present.unit_key = sought.unit_key
                            limit 1) present
                    """).param("units", column(groups, Group::unit, Integer[]::new)));
    }

    private static BitSet asked(List<Series> series, JdbcClient.StatementSpec places) {
        BitSet found = new BitSet(series.size());
        if (!series.isEmpty()) {
            places.param("provinces", column(series, Series::province, Short[]::new))
                    .param("elements", column(series, Series::element, Integer[]::new))
                    .param("periods", column(series, Series::period, Integer[]::new))
                    .query(row -> {
                        found.set(row.getInt("place") - 1);
                    });
        }
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
