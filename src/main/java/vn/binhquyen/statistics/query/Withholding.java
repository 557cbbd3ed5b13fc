package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import vn.binhquyen.statistics.query.FigureQuery.What;
import vn.binhquyen.statistics.query.SuppressionOverTime.Way;

/**
 * Which numbers of a sensitive thing are withheld from all who don't answer for the units they speak of. The same whatever is
 * asked: decided over all provinces first, then over all communes of a province, in every breakdown that occurs and all
 * periods of a year, so that no two answers give away what each of them withholds.
 */
@Component
class Withholding {
    private final JdbcClient jdbc;

    Withholding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers a query as it is, nothing withheld. */
    interface Reader {
        List<Reading> read(FigureQuery query);
    }

    record Cell(UnitId unit, Breakdown breakdown) {}

    /** Combinations that make a coarser one, where so many are there. */
    private record Margin(Breakdown coarse, Set<Breakdown> parts, int needed) {}

    /** The calendar years over which it is decided what is withheld of a period. */
    static List<Integer> years(Period period) {
        return IntStream.rangeClosed(period.year(), period.end().getYear())
                .boxed()
                .toList();
    }

    /**
     * What is withheld in the periods of a calendar year, by their kind; of longer ones and school years all that is withheld
     * in any period of their {@linkplain #years years}.
     *
     * @param provinces those of which communes are asked for too
     */
    Map<Kind, Set<Cell>> withheld(DataElement element, int year, Set<UnitId> provinces, Reader reader) {
        List<Breakdown> breakdowns = occurring(element.key());
        List<Margin> margins = margins(breakdowns);
        List<What> whats = breakdowns.stream()
                .map(breakdown -> new What(element.key(), breakdown))
                .toList();
        boolean sums = element.overTime() != DataElement.OverTime.LAST;
        Tables country = tables(whats, Organization.NATION, Level.PROVINCE, year, reader);
        Map<Kind, Set<Cell>> withheld = new EnumMap<>(Kind.class);
        withheld.putAll(new SuppressionOverTime<>(country.tables(), country.ways(margins), sums, Map.of(), Map.of())
                .withheld());
        for (UnitId province : provinces) {
            Tables communes = tables(whats, province, Level.COMMUNE, year, reader);
            Map<Kind, Set<Cell>> guarded = new EnumMap<>(Kind.class);
            Map<Kind, Set<Cell>> open = new EnumMap<>(Kind.class);
            communes.tables()
                    .forEach((period, table) -> table.keySet().stream()
                            .filter(cell -> cell.unit().equals(province))
                            .forEach(cell -> (withheld.getOrDefault(period.kind(), Set.of())
                                                    .contains(cell)
                                            ? guarded
                                            : open)
                                    .computeIfAbsent(period.kind(), any -> new HashSet<>())
                                    .add(cell)));
            new SuppressionOverTime<>(communes.tables(), communes.ways(margins), sums, guarded, open)
                    .withheld()
                    .forEach((kind, cells) -> withheld.merge(kind, cells, Withholding::both));
        }
        return withheld;
    }

    private static Set<Cell> both(Set<Cell> some, Set<Cell> more) {
        Set<Cell> both = new HashSet<>(some);
        both.addAll(more);
        return both;
    }

    /** A unit and those below it, in the periods of a year. */
    private record Tables(UnitId top, Map<Period, Map<Cell, BigDecimal>> tables) {
        /** Over breakdowns in each unit and over units in each breakdown. */
        List<Way<Cell>> ways(List<Margin> margins) {
            Set<UnitId> units = new HashSet<>();
            Map<Breakdown, Set<Cell>> below = new HashMap<>();
            tables.values()
                    .forEach(table -> table.keySet().forEach(cell -> {
                        units.add(cell.unit());
                        if (!cell.unit().equals(top)) {
                            below.computeIfAbsent(cell.breakdown(), any -> new HashSet<>())
                                    .add(cell);
                        }
                    }));
            List<Way<Cell>> ways = new ArrayList<>();
            for (UnitId unit : units) {
                for (Margin margin : margins) {
                    Set<Cell> parts = new HashSet<>();
                    margin.parts().forEach(part -> parts.add(new Cell(unit, part)));
                    ways.add(new Way<>(new Cell(unit, margin.coarse()), parts, margin.needed()));
                }
            }
            below.forEach((breakdown, parts) -> ways.add(new Way<>(new Cell(top, breakdown), parts, 1)));
            return ways;
        }
    }

    private static Tables tables(List<What> whats, UnitId top, Level level, int year, Reader reader) {
        List<Period> periods = Stream.of(Kind.values())
                .filter(Kind::isOfCalendarYear)
                .flatMap(kind ->
                        IntStream.rangeClosed(1, kind.perYear()).mapToObj(number -> Period.of(kind, year, number)))
                .toList();
        Map<Period, Map<Cell, BigDecimal>> tables = new HashMap<>();
        for (Where where : List.of(Where.unit(top), new Where.Below(top, level))) {
            for (Reading reading : reader.read(FigureQuery.of(whats, where, periods))) {
                tables.computeIfAbsent(reading.period(), any -> new HashMap<>())
                        .put(
                                new Cell(reading.unit(), reading.what().breakdown()),
                                Objects.requireNonNull(reading.total()));
            }
        }
        return new Tables(top, tables);
    }

    private List<Breakdown> occurring(int element) {
        return jdbc.sql("select distinct breakdown_key from data_rollup where element_key = :element order by 1")
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
        parts.forEach((way, some) ->
                margins.add(new Margin((Breakdown) way.getFirst(), some, Objects.requireNonNull(needed.get(way)))));
        return margins;
    }
}
