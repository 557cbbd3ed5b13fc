package vn.binhquyen.statistics.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.query.DrawnTables.As;
import vn.binhquyen.statistics.query.DrawnTables.Cell;
import vn.binhquyen.statistics.query.DrawnTables.Margin;
import vn.binhquyen.statistics.query.DrawnTables.Place;
import vn.binhquyen.statistics.query.DrawnTables.Reader;
import vn.binhquyen.statistics.query.FigureQuery.What;

/**
 * Which numbers of a sensitive thing are withheld from all who don't answer for the units they speak of. The same whatever is
 * asked: decided over all provinces first, then over all communes of those that have ever been joined, by the boundaries of
 * then and of today, in every breakdown that occurs and all periods of a year, so that no two answers give away what each of
 * them withholds, as long as the figures stay as they are.
 */
@Component
class Withholding {
    private final JdbcClient jdbc;

    Withholding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is withheld in the periods of a year, by their kind. */
    record Withheld(Map<Kind, Set<Cell>> cells, Set<UnitId> drawnAnew) {
        /** Of longer periods and school years all that is withheld in any period of the year. */
        boolean holds(Kind kind, Place place, Breakdown breakdown) {
            Cell cell = new Cell(DrawnTables.named(place, drawnAnew), breakdown);
            return kind.isOfCalendarYear()
                    ? cells.getOrDefault(kind, Set.of()).contains(cell)
                    : cells.values().stream().anyMatch(some -> some.contains(cell));
        }
    }

    /** The calendar years over which it is decided what is withheld of a period. */
    static List<Integer> years(Period period) {
        return IntStream.rangeClosed(period.year(), period.end().getYear())
                .boxed()
                .toList();
    }

    /** @param provinces those of which communes are asked for too */
    Withheld withheld(DataElement element, Nature nature, int year, Set<UnitId> provinces, Reader reader) {
        List<Breakdown> breakdowns = occurring(element.key());
        List<Margin> margins = margins(breakdowns);
        List<What> whats = breakdowns.stream()
                .map(breakdown -> new What(element.key(), breakdown))
                .toList();
        List<Period> periods = periods(year);
        boolean sums = element.overTime() != DataElement.OverTime.LAST;
        DrawnTables country =
                new DrawnTables(List.of(Organization.NATION), Level.PROVINCE, whats, periods, nature, reader);
        Map<Kind, Set<Cell>> inCountry = new SuppressionOverTime<>(
                        country.tables(margins), country.ways(margins), sums, Map.of(), Map.of())
                .withheld();
        Map<Kind, Set<Cell>> all = new EnumMap<>(Kind.class);
        all.putAll(inCountry);
        Set<UnitId> anew = new HashSet<>(country.drawnAnew());
        for (Set<UnitId> joined : everJoined(provinces)) {
            DrawnTables communes = new DrawnTables(joined, Level.COMMUNE, whats, periods, nature, reader);
            Map<Kind, Set<Cell>> guarded = new EnumMap<>(Kind.class);
            Map<Kind, Set<Cell>> open = new EnumMap<>(Kind.class);
            communes.tables(margins)
                    .forEach((name, table) -> table.keySet().stream()
                            .filter(cell -> isOfProvince(cell, joined))
                            .forEach(cell -> (inCountry
                                                    .getOrDefault(name.period().kind(), Set.of())
                                                    .contains(cell)
                                            ? guarded
                                            : open)
                                    .computeIfAbsent(name.period().kind(), any -> new HashSet<>())
                                    .add(cell)));
            new SuppressionOverTime<>(communes.tables(margins), communes.ways(margins), sums, guarded, open)
                    .withheld()
                    .forEach((kind, cells) -> all.merge(kind, cells, Withholding::both));
            anew.addAll(communes.drawnAnew());
        }
        return new Withheld(all, anew);
    }

    /** What stays undistributed at a province stands beside its communes. */
    private static boolean isOfProvince(Cell cell, Set<UnitId> provinces) {
        return cell.place().as() != As.UNDISTRIBUTED
                && provinces.contains(cell.place().unit());
    }

    private static Set<Cell> both(Set<Cell> some, Set<Cell> more) {
        Set<Cell> both = new HashSet<>(some);
        both.addAll(more);
        return both;
    }

    private static List<Period> periods(int year) {
        return Stream.of(Kind.values())
                .filter(Kind::isOfCalendarYear)
                .flatMap(kind ->
                        IntStream.rangeClosed(1, kind.perYear()).mapToObj(number -> Period.of(kind, year, number)))
                .toList();
    }

    /** The provinces with all of which a part ever went to them or came from them, and with theirs. */
    private List<Set<UnitId>> everJoined(Set<UnitId> provinces) {
        if (provinces.isEmpty()) {
            return List.of();
        }
        Map<UnitId, Set<UnitId>> joined = new HashMap<>();
        jdbc.sql("""
            with joined as (
                select subpath(one.path, 1, 1) as one, subpath(other.path, 1, 1) as other
                  from succession
                  join unit_state one on one.unit_id = from_id
                  join unit_state other on other.unit_id = to_id
                 where one.level in ('PROVINCE', 'COMMUNE') and other.level in ('PROVINCE', 'COMMUNE')
                   and subpath(one.path, 1, 1) <> subpath(other.path, 1, 1)
                 union
                select subpath(one.path, 1, 1), subpath(other.path, 1, 1)
                  from unit_state one
                  join unit_state other using (unit_id)
                 where one.level in ('PROVINCE', 'COMMUNE') and subpath(one.path, 1, 1) <> subpath(other.path, 1, 1)
            )
            select one.id as one, other.id as other
              from joined
              join unit one on one.key = joined.one::text::integer
              join unit other on other.key = joined.other::text::integer
            """).query(row -> {
            UnitId one = new UnitId(row.getObject("one", UUID.class));
            UnitId other = new UnitId(row.getObject("other", UUID.class));
            joined.computeIfAbsent(one, any -> new HashSet<>()).add(other);
            joined.computeIfAbsent(other, any -> new HashSet<>()).add(one);
        });
        Set<Set<UnitId>> groups = new LinkedHashSet<>();
        for (UnitId province : provinces) {
            Set<UnitId> group = new HashSet<>();
            Deque<UnitId> next = new ArrayDeque<>(List.of(province));
            while (!next.isEmpty()) {
                UnitId one = next.remove();
                if (group.add(one)) {
                    next.addAll(joined.getOrDefault(one, Set.of()));
                }
            }
            groups.add(group);
        }
        return List.copyOf(groups);
    }

    /** Also those that were given so lately that they are in no sum yet. */
    private List<Breakdown> occurring(int element) {
        return jdbc.sql("""
            with given as (
                select distinct breakdown_key
                  from rollup_due
                  join data_value using (province_id, element_key, period_key)
                 where element_key = :element and reporter_key = 0
            )
            select breakdown_key from data_rollup where element_key = :element
             union
            select breakdown_key from given
             union
            select margin_key from given join breakdown_margin using (breakdown_key)
             order by 1
            """)
                .param("element", element)
                .query((row, n) -> new Breakdown(row.getInt(1)))
                .list();
    }

    private List<Margin> margins(List<Breakdown> breakdowns) {
        Map<List<Object>, Set<Breakdown>> parts = new HashMap<>();
        Map<List<Object>, Integer> needed = new HashMap<>();
        jdbc.sql("""
            select breakdown_key, margin_key, array_to_string(dropped, ',') as dropped, needed
              from breakdown_margin
             where breakdown_key = any(:keys) and margin_key = any(:keys)
            """)
                .param("keys", breakdowns.stream().map(Breakdown::key).toArray(Integer[]::new))
                .query(row -> {
                    List<Object> way = List.of(new Breakdown(row.getInt("margin_key")), row.getString("dropped"));
                    parts.computeIfAbsent(way, any -> new HashSet<>()).add(new Breakdown(row.getInt("breakdown_key")));
                    needed.put(way, row.getInt("needed"));
                });
        List<Margin> margins = new ArrayList<>();
        parts.forEach((way, some) -> margins.add(new Margin(
                (Breakdown) way.getFirst(),
                some,
                Objects.requireNonNull(needed.get(way)),
                new Breakdown(-1 - margins.size()))));
        return margins;
    }
}
