package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static vn.binhquyen.kernel.Columns.column;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private static final int AT_ONCE = 3;

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

    /**
     * @param elements those of which it will be asked what is withheld
     * @param provinces those of which communes are asked for too
     */
    Decisions decisions(Set<DataElement> elements, Set<UnitId> provinces, Reader reader) {
        return elements.isEmpty()
                ? new Decisions(Map.of(), List.of(), reader)
                : new Decisions(occurring(elements), everJoined(provinces), reader);
    }

    /**
     * Made once for an answer. What occurs in the same breakdowns, as the terms of a share do, is read at once: it comes from the
     * same sums as if it were read alone.
     */
    final class Decisions {
        private record Over(DataElement element, Nature nature, int year) {}

        private final Map<Over, Withheld> decided = new HashMap<>();
        private final Map<DataElement, List<What>> occurring;
        private final List<Refined> refined;
        private final List<Set<UnitId>> joined;
        private final Reader reader;

        private Decisions(Map<DataElement, List<What>> occurring, List<Set<UnitId>> joined, Reader reader) {
            this.occurring = occurring;
            this.refined = Withholding.this.refined(occurring.values());
            this.joined = joined;
            this.reader = reader;
        }

        /** @param element one of those of which it was to be asked */
        Withheld withheld(DataElement element, Nature nature, int year) {
            if (!decided.containsKey(new Over(element, nature, year))) {
                List<DataElement> alike = alike(element);
                Reader together = new ReadTogether(
                        reader,
                        alike.stream().flatMap(each -> whats(each).stream()).toList());
                alike.forEach(each -> {
                    Over over = new Over(each, nature, year);
                    decided.put(over, decide(over, together));
                });
            }
            return Objects.requireNonNull(decided.get(new Over(element, nature, year)));
        }

        /** The element and some others, not more than memory holds for a whole country. */
        private List<DataElement> alike(DataElement element) {
            Set<Breakdown> own = breakdowns(whats(element));
            return Stream.concat(
                            Stream.of(element),
                            occurring.keySet().stream()
                                    .filter(other -> !other.equals(element)
                                            && breakdowns(whats(other)).equals(own)))
                    .limit(AT_ONCE)
                    .toList();
        }

        private List<What> whats(DataElement element) {
            return Objects.requireNonNull(occurring.get(element));
        }

        private Withheld decide(Over over, Reader reader) {
            List<What> whats = whats(over.element());
            List<Margin> margins = margins(refined, whats);
            List<Period> periods = periods(over.year());
            boolean sums = over.element().overTime() != DataElement.OverTime.LAST;
            DrawnTables country = new DrawnTables(
                    List.of(Organization.NATION), Level.PROVINCE, whats, periods, over.nature(), reader);
            Map<Kind, Set<Cell>> inCountry = new SuppressionOverTime<>(
                            country.tables(margins), country.ways(margins), sums, Map.of(), Map.of())
                    .withheld();
            Map<Kind, Set<Cell>> all = new EnumMap<>(Kind.class);
            all.putAll(inCountry);
            Set<UnitId> anew = new HashSet<>(country.drawnAnew());
            for (Set<UnitId> provinces : joined) {
                DrawnTables communes = new DrawnTables(provinces, Level.COMMUNE, whats, periods, over.nature(), reader);
                Map<Kind, Set<Cell>> guarded = new EnumMap<>(Kind.class);
                Map<Kind, Set<Cell>> open = new EnumMap<>(Kind.class);
                communes.tables(margins)
                        .forEach((name, table) -> table.keySet().stream()
                                .filter(cell -> isOfProvince(cell, provinces))
                                .forEach(cell -> (inCountry
                                                        .getOrDefault(
                                                                name.period().kind(), Set.of())
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

    /** Also what was given so lately that it is in no sum yet. */
    private Map<DataElement, List<What>> occurring(Set<DataElement> elements) {
        Map<Integer, List<What>> found = jdbc
                .sql("""
                    with given as (
                        select distinct element_key, breakdown_key
                          from rollup_due
                          join data_value using (province_id, element_key, period_key)
                         where element_key = any(:elements) and reporter_key = 0
                    )
                    select element_key, breakdown_key from data_rollup where element_key = any(:elements)
                     union
                    select element_key, breakdown_key from given
                     union
                    select element_key, margin_key from given join breakdown_margin using (breakdown_key)
                     order by 1, 2
                    """)
                .param("elements", column(elements, DataElement::key, Integer[]::new))
                .query((row, n) -> new What(row.getInt(1), new Breakdown(row.getInt(2))))
                .list()
                .stream()
                .collect(groupingBy(What::element));
        return elements.stream()
                .collect(toMap(element -> element, element -> found.getOrDefault(element.key(), List.of())));
    }

    private static Set<Breakdown> breakdowns(List<What> whats) {
        return whats.stream().map(What::breakdown).collect(toSet());
    }

    /** A part of a coarser combination, which comes of it by dropping dimensions. */
    private record Refined(Breakdown part, Breakdown coarse, String dropped, int needed) {}

    private List<Refined> refined(Collection<List<What>> whats) {
        Set<Breakdown> keys =
                whats.stream().flatMap(List::stream).map(What::breakdown).collect(toSet());
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("""
                    select breakdown_key, margin_key, array_to_string(dropped, ',') as dropped, needed
                      from breakdown_margin
                     where breakdown_key = any(:keys) and margin_key = any(:keys)
                     order by margin_key, dropped, breakdown_key
                    """)
                        .param("keys", column(keys, Breakdown::key, Integer[]::new))
                        .query((row, n) -> new Refined(
                                new Breakdown(row.getInt("breakdown_key")),
                                new Breakdown(row.getInt("margin_key")),
                                Objects.requireNonNull(row.getString("dropped")),
                                row.getInt("needed")))
                        .list();
    }

    /** Those of an element, always in the same order. */
    private static List<Margin> margins(List<Refined> refined, List<What> whats) {
        Set<Breakdown> occurring = breakdowns(whats);
        List<Margin> margins = new ArrayList<>();
        refined.stream()
                .filter(one -> occurring.contains(one.part()) && occurring.contains(one.coarse()))
                .collect(groupingBy(one -> List.of(one.coarse(), one.dropped()), LinkedHashMap::new, toList()))
                .values()
                .forEach(parts -> margins.add(new Margin(
                        parts.getFirst().coarse(),
                        parts.stream().map(Refined::part).collect(toSet()),
                        parts.getFirst().needed(),
                        new Breakdown(-1 - margins.size()))));
        return margins;
    }
}
