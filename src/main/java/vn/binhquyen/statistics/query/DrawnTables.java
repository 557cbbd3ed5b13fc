package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.query.FigureQuery.What;
import vn.binhquyen.statistics.query.SuppressionOverTime.TableOf;
import vn.binhquyen.statistics.query.SuppressionOverTime.Way;

/**
 * The numbers of a sensitive thing in units and in those below them, by the boundaries of then and by those of today side by
 * side: whoever has both subtracts one from the other.
 */
final class DrawnTables {
    /** How a unit is drawn. */
    enum As {
        /** By the boundaries of then, or by those of today where that makes no difference. */
        THEN,
        /** With what the units gave whose place it took. */
        TODAY,
        /** What stays at it because nobody knows to which of the units below it belongs. */
        UNDISTRIBUTED;

        private static As of(Drawn drawn) {
            return drawn == Drawn.THEN ? THEN : TODAY;
        }
    }

    record Place(UnitId unit, As as) {
        /** What a query read. */
        static Place of(FigureQuery query, Reading reading) {
            boolean left =
                    query.where() instanceof Where.Below && reading.marks().contains(Mark.UNDISTRIBUTED);
            return new Place(reading.unit(), left ? As.UNDISTRIBUTED : As.of(query.drawn()));
        }
    }

    record Cell(Place place, Breakdown breakdown) {}

    /**
     * Combinations that make a coarser one, where so many are there.
     *
     * @param rest stands for the one that is missing where all others are there
     */
    record Margin(Breakdown coarse, Set<Breakdown> parts, int needed, Breakdown rest) {
        private Set<Cell> cells(Place place) {
            return Stream.concat(parts.stream(), Stream.of(rest))
                    .map(part -> new Cell(place, part))
                    .collect(Collectors.toSet());
        }
    }

    /** Answers a query of each kind of periods that its figures can be made of, nothing withheld. */
    interface Reader {
        Found read(FigureQuery query);
    }

    record Found(List<Reading> readings, Origins origins) {}

    private final List<What> whats;
    private final Nature nature;
    private final Reader reader;
    private final Map<TableOf, Map<Cell, BigDecimal>> read = new HashMap<>();

    /** What adds up to a place over units: mostly the same in all periods. */
    private final Map<Place, Set<Set<Place>>> below = new HashMap<>();

    private final Map<Place, Map<Place, BigDecimal>> former = new HashMap<>();
    private final Set<UnitId> anew;

    /**
     * @param level of the units below
     * @param periods of one year
     */
    DrawnTables(
            Collection<UnitId> tops,
            Level level,
            List<What> whats,
            List<Period> periods,
            Nature nature,
            Reader reader) {
        this.whats = whats;
        this.nature = nature;
        this.reader = reader;
        for (Drawn drawn : Drawn.values()) {
            read(drawn, new Where.Units(List.copyOf(tops)), periods);
            tops.forEach(top -> readBelow(drawn, top, level, periods));
        }
        if (anyMoved()) {
            periods.forEach(period -> tops.forEach(top -> readBelow(Drawn.THEN, top, level, List.of(period))));
        }
        anew = anew();
    }

    private void readBelow(Drawn drawn, UnitId top, Level level, List<Period> when) {
        Set<Place> parts = read(drawn, new Where.Below(top, level), when);
        if (!parts.isEmpty()) {
            below.computeIfAbsent(new Place(top, As.of(drawn)), any -> new HashSet<>())
                    .add(parts);
        }
    }

    /** Whether a unit stood below two of the tops: then what adds up to them is not the same in all periods. */
    private boolean anyMoved() {
        List<Place> parts = below.entrySet().stream()
                .filter(sum -> sum.getKey().as() == As.THEN)
                .flatMap(sum -> sum.getValue().stream().flatMap(Set::stream))
                .toList();
        return Set.copyOf(parts).size() < parts.size();
    }

    /** Whether nothing else is in the sum of a top, in any period: no unit came to it from another one, or went there. */
    private boolean areAll(Place top, Set<Place> parts) {
        Set<Set<Place>> then = below.getOrDefault(new Place(top.unit(), As.THEN), Set.of());
        if (then.size() != 1) {
            return false;
        }
        Set<Place> covered = new HashSet<>();
        for (Place part : parts) {
            covered.add(new Place(part.unit(), As.THEN));
            covered.addAll(former.getOrDefault(part, Map.of()).keySet());
        }
        covered.removeIf(place -> below.values().stream().flatMap(Set::stream).noneMatch(some -> some.contains(place)));
        return then.contains(covered);
    }

    /** @return the places of which there is something */
    private Set<Place> read(Drawn drawn, Where where, List<Period> when) {
        FigureQuery query = new FigureQuery(whats, where, when, drawn, nature);
        Found found = reader.read(query);
        Set<Place> places = new HashSet<>();
        for (Reading reading : found.readings()) {
            Place place = Place.of(query, reading);
            places.add(place);
            read.computeIfAbsent(TableOf.holding(reading), any -> new HashMap<>())
                    .put(new Cell(place, reading.what().breakdown()), Objects.requireNonNull(reading.total()));
            former.computeIfAbsent(place, any -> gave(found.origins(), reading.unit()));
        }
        return places;
    }

    private static Map<Place, BigDecimal> gave(Origins origins, UnitId unit) {
        Map<Place, BigDecimal> gave = new HashMap<>();
        origins.sharesOf(unit).forEach((former, share) -> gave.put(new Place(former, As.THEN), share));
        return gave;
    }

    /** The units that today's boundaries make another number of, in any of the periods. */
    private Set<UnitId> anew() {
        Set<UnitId> anew = new HashSet<>();
        read.values()
                .forEach(table -> table.forEach((cell, figure) -> {
                    UnitId unit = cell.place().unit();
                    BigDecimal then = table.get(new Cell(new Place(unit, As.THEN), cell.breakdown()));
                    if (cell.place().as() == As.TODAY && (then == null || then.compareTo(figure) != 0)) {
                        anew.add(unit);
                    }
                }));
        return Set.copyOf(anew);
    }

    /** The units that stand in the tables as of today too. */
    Set<UnitId> drawnAnew() {
        return anew;
    }

    /** By the name under which it stands in the tables. */
    static Place named(Place place, Set<UnitId> anew) {
        return place.as() == As.TODAY && !anew.contains(place.unit()) ? new Place(place.unit(), As.THEN) : place;
    }

    private Place named(Place place) {
        return named(place, anew);
    }

    /** With what is left of a total where all but one of its parts were given: nobody gave it, and everybody knows it. */
    Map<TableOf, Map<Cell, BigDecimal>> tables(List<Margin> margins) {
        Map<TableOf, Map<Cell, BigDecimal>> tables = new HashMap<>();
        read.forEach((name, table) -> {
            Map<Cell, BigDecimal> named = new HashMap<>();
            table.forEach((cell, figure) -> named.put(new Cell(named(cell.place()), cell.breakdown()), figure));
            table.keySet().stream().map(cell -> named(cell.place())).distinct().forEach(place -> {
                for (Margin margin : margins) {
                    BigDecimal rest = rest(margin, place, named);
                    if (rest != null) {
                        named.put(new Cell(place, margin.rest()), rest);
                    }
                }
            });
            tables.put(name, named);
        });
        return tables;
    }

    private static @Nullable BigDecimal rest(Margin margin, Place place, Map<Cell, BigDecimal> table) {
        BigDecimal rest = table.get(new Cell(place, margin.coarse()));
        int given = 0;
        for (Breakdown each : margin.parts()) {
            BigDecimal part = table.get(new Cell(place, each));
            if (part != null && rest != null) {
                rest = rest.subtract(part);
                given++;
            }
        }
        return given > 0 && given == margin.needed() - 1 ? rest : null;
    }

    /** Over breakdowns in each unit; over units, and over those whose place a unit took, in each breakdown. */
    Collection<Way<Cell>> ways(List<Margin> margins) {
        Set<Way<Cell>> ways = new LinkedHashSet<>();
        Set<Place> places = new LinkedHashSet<>();
        read.values().forEach(table -> table.keySet().forEach(cell -> places.add(named(cell.place()))));
        for (Place place : places) {
            for (Margin margin : margins) {
                ways.add(Way.always(new Cell(place, margin.coarse()), margin.cells(place), margin.needed()));
            }
        }
        List<Breakdown> breakdowns = whats.stream().map(What::breakdown).toList();
        below.forEach((top, sums) -> sums.forEach(together -> {
            boolean all = areAll(top, together);
            for (Breakdown breakdown : breakdowns) {
                Cell total = new Cell(named(top), breakdown);
                Set<Cell> parts = together.stream()
                        .map(part -> new Cell(named(part), breakdown))
                        .collect(Collectors.toSet());
                ways.add(all ? Way.always(total, parts, 1) : Way.of(total, parts, 1));
            }
        }));
        for (Breakdown breakdown : breakdowns) {
            former.forEach((place, gave) -> {
                if (!gave.isEmpty() && named(place).as() != As.THEN) {
                    Map<Cell, BigDecimal> shares = new HashMap<>();
                    gave.forEach((unit, share) -> shares.put(new Cell(unit, breakdown), share));
                    if (place.as() == As.TODAY) {
                        Cell own = new Cell(new Place(place.unit(), As.THEN), breakdown);
                        shares.put(own, BigDecimal.ONE);
                        // what it gave itself stands for all, whatever the others gave of the same period
                        ways.add(Way.of(new Cell(place, breakdown), List.of(own), 1));
                    }
                    ways.add(new Way<>(new Cell(place, breakdown), shares, 1, false));
                }
            });
        }
        return new ArrayList<>(ways);
    }
}
