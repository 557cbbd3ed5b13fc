package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.query.FigureQuery.What;

/**
 * Which numbers of a sensitive thing are withheld in a period from all who don't answer for the units they speak of. The same
 * whatever is asked: decided over all provinces first, then over all communes of a province, in every breakdown that occurs,
 * so that no two answers give away what each of them withholds. Not looked at: the difference between a year and its quarters.
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

    /** @param provinces those of which communes are asked for too */
    Set<Cell> withheld(int element, Period period, Set<UnitId> provinces, Reader reader) {
        List<Breakdown> breakdowns = occurring(element);
        List<Margin> margins = margins(breakdowns);
        List<What> whats = breakdowns.stream()
                .map(breakdown -> new What(element, breakdown))
                .toList();
        Map<Cell, BigDecimal> country = table(whats, Organization.NATION, Level.PROVINCE, period, reader);
        Set<Cell> withheld =
                new HashSet<>(new Suppression<>(country, sums(country, Organization.NATION, margins)).withheld());
        for (UnitId province : provinces) {
            Map<Cell, BigDecimal> communes = table(whats, province, Level.COMMUNE, period, reader);
            Set<Cell> above = new HashSet<>();
            communes.keySet().stream()
                    .filter(cell -> cell.unit().equals(province))
                    .forEach(above::add);
            Set<Cell> guarded = new HashSet<>(above);
            guarded.retainAll(withheld);
            above.removeAll(guarded);
            withheld.addAll(new Suppression<>(communes, sums(communes, province, margins), guarded, above).withheld());
        }
        return withheld;
    }

    private static Map<Cell, BigDecimal> table(
            List<What> whats, UnitId top, Level level, Period period, Reader reader) {
        Map<Cell, BigDecimal> table = new HashMap<>();
        for (Where where : List.of(Where.unit(top), new Where.Below(top, level))) {
            for (Reading reading : reader.read(FigureQuery.of(whats, where, List.of(period)))) {
                table.put(
                        new Cell(reading.unit(), reading.what().breakdown()), Objects.requireNonNull(reading.total()));
            }
        }
        return table;
    }

    /** Over breakdowns in each unit and over units in each breakdown, as far as they hold. */
    private static List<Suppression.Sum<Cell>> sums(Map<Cell, BigDecimal> table, UnitId top, List<Margin> margins) {
        Map<UnitId, Set<Breakdown>> given = new HashMap<>();
        Map<Breakdown, List<Cell>> below = new TreeMap<>();
        table.keySet().forEach(cell -> {
            given.computeIfAbsent(cell.unit(), any -> new HashSet<>()).add(cell.breakdown());
            if (!cell.unit().equals(top)) {
                below.computeIfAbsent(cell.breakdown(), any -> new ArrayList<>())
                        .add(cell);
            }
        });
        List<Suppression.Sum<Cell>> sums = new ArrayList<>();
        given.forEach((unit, breakdowns) -> {
            for (Margin margin : margins) {
                List<Cell> parts = margin.parts().stream()
                        .filter(breakdowns::contains)
                        .map(part -> new Cell(unit, part))
                        .toList();
                add(sums, table, new Cell(unit, margin.coarse()), parts, margin.needed());
            }
        });
        below.forEach((breakdown, parts) -> add(sums, table, new Cell(top, breakdown), parts, 1));
        return sums;
    }

    private static void add(
            List<Suppression.Sum<Cell>> sums, Map<Cell, BigDecimal> table, Cell total, List<Cell> parts, int needed) {
        BigDecimal whole = table.get(total);
        if (whole == null || parts.size() < needed) {
            return;
        }
        BigDecimal sum = parts.stream()
                .map(part -> Objects.requireNonNull(table.get(part)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(whole) == 0) {
            sums.add(new Suppression.Sum<>(total, parts));
        }
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
