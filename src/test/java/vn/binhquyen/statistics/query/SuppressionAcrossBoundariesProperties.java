package vn.binhquyen.statistics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.query.Boundaries.Part;
import vn.binhquyen.organization.query.Boundaries.Part.Certainty;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.query.DrawnTables.Cell;
import vn.binhquyen.statistics.query.DrawnTables.Found;
import vn.binhquyen.statistics.query.DrawnTables.Margin;
import vn.binhquyen.statistics.query.DrawnTables.Place;
import vn.binhquyen.statistics.query.FigureQuery.What;

/**
 * What is withheld can't be had back from the boundaries of then and those of today together, nor where units began or ended in
 * the middle of the year, nor where some gave half-years or the year beside quarters. Checked by what each number is made of: who knows all that is shown knows what lies in the space of
 * its rows.
 */
class SuppressionAcrossBoundariesProperties {
    private static final int YEAR = 2025;
    private static final int ELEMENT = 7;
    private static final Breakdown WOMEN = new Breakdown(2);
    private static final Breakdown MEN = new Breakdown(3);
    private static final List<Breakdown> BREAKDOWNS = List.of(Breakdown.TOTAL, WOMEN, MEN);
    private static final List<Margin> MARGINS =
            List.of(new Margin(Breakdown.TOTAL, Set.of(WOMEN, MEN), 2, new Breakdown(-1)));
    private static final List<Period> PERIODS = List.of(
            Period.of(Kind.QUARTER, YEAR, 1),
            Period.of(Kind.QUARTER, YEAR, 2),
            Period.of(Kind.QUARTER, YEAR, 3),
            Period.of(Kind.QUARTER, YEAR, 4),
            Period.of(Kind.HALF_YEAR, YEAR, 1),
            Period.of(Kind.HALF_YEAR, YEAR, 2),
            Period.year(YEAR));

    /** The kinds of periods that figures are given of. */
    private static final List<Kind> MADE_OF = List.of(Kind.QUARTER, Kind.HALF_YEAR, Kind.YEAR);

    @Property(tries = 300)
    void no_small_number_can_be_had_back_by_both_boundaries(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 6) int communes) {
        World world = new World(random, communes);
        DrawnTables tables = new DrawnTables(
                List.of(world.province),
                Level.COMMUNE,
                BREAKDOWNS.stream().map(each -> new What(ELEMENT, each)).toList(),
                PERIODS,
                Nature.ACTUAL,
                world::read);
        Map<Kind, Set<Cell>> withheld = new SuppressionOverTime<>(
                        tables.tables(MARGINS), tables.ways(MARGINS), true, Map.of(), Map.of())
                .withheld();
        Withholding.Withheld decided = new Withholding.Withheld(withheld, tables.drawnAnew());
        List<Shown> shown = new ArrayList<>();
        List<Shown> small = new ArrayList<>();
        for (Drawn drawn : Drawn.values()) {
            for (Where where : List.of(Where.unit(world.province), new Where.Below(world.province, Level.COMMUNE))) {
                FigureQuery query = world.query(where, drawn);
                for (Reading reading : world.read(query).readings()) {
                    Shown cell = new Shown(reading, world.madeOf(query, reading));
                    boolean hidden = decided.holds(
                            reading.period().kind(),
                            Place.of(query, reading),
                            reading.what().breakdown());
                    if (Suppression.isSmall(total(reading))) {
                        assertThat(hidden).as("%s", reading).isTrue();
                        small.add(cell);
                    }
                    if (!hidden) {
                        shown.add(cell);
                    }
                }
            }
        }
        assertThat(small).filteredOn(knownFrom(shown)::contains).isEmpty();
    }

    /** @param row how often each figure that a commune gave is in it */
    private record Shown(Reading reading, RealVector row) {}

    private static Known knownFrom(List<Shown> shown) {
        return new Known(shown);
    }

    /** The space of the rows of what is shown. */
    private static final class Known {
        private final List<RealVector> base = new ArrayList<>();

        private Known(List<Shown> shown) {
            if (shown.isEmpty()) {
                return;
            }
            RealMatrix rows = MatrixUtils.createRealMatrix(
                    shown.stream().map(one -> one.row().toArray()).toArray(double[][]::new));
            SingularValueDecomposition parts = new SingularValueDecomposition(rows);
            for (int k = 0; k < parts.getSingularValues().length; k++) {
                if (parts.getSingularValues()[k] > 1e-9) {
                    base.add(parts.getV().getColumnVector(k));
                }
            }
        }

        boolean contains(Shown cell) {
            RealVector rest = cell.row();
            for (RealVector one : base) {
                rest = rest.subtract(one.mapMultiply(one.dotProduct(cell.row())));
            }
            return rest.getNorm() < 1e-7;
        }
    }

    private static BigDecimal total(Reading reading) {
        return Objects.requireNonNull(reading.total());
    }

    /** A province whose communes were merged and split at the beginning of a quarter. */
    private static final class World {
        private final UnitId province = new UnitId(UUID.randomUUID());
        private final List<UnitId> then = new ArrayList<>();
        private final Set<UnitId> today = new LinkedHashSet<>();
        private final List<Part> parts = new ArrayList<>();
        private final Map<UnitId, Integer> keys = new LinkedHashMap<>();

        /** What communes gave: the numbers of women and men by place in a row. */
        private final Map<List<Object>, Integer> atoms = new LinkedHashMap<>();

        private final Map<List<Object>, Integer> given = new HashMap<>();

        private World(Random random, int communes) {
            int change = 1 + random.nextInt(5);
            IntStream.range(0, communes).forEach(any -> then.add(unit()));
            keys.put(province, keys.size() + 1);
            for (int at = 0; at < communes; at++) {
                UnitId unit = then.get(at);
                switch (random.nextInt(4)) {
                    case 0 -> today.add(unit);
                    case 1 -> split(unit, BigDecimal.valueOf(25, 2), BigDecimal.valueOf(75, 2));
                    case 2 -> {
                        parts.add(new Part(unit, province, BigDecimal.ONE, Certainty.UNDISTRIBUTED));
                        today.add(unit());
                    }
                    default -> {
                        UnitId whole = unit();
                        parts.add(new Part(unit, whole, BigDecimal.ONE, Certainty.WHOLE));
                        if (at + 1 < communes && random.nextInt(3) > 0) {
                            at++;
                            parts.add(new Part(then.get(at), whole, BigDecimal.ONE, Certainty.WHOLE));
                        }
                        today.add(whole);
                    }
                }
            }
            for (Period period : PERIODS) {
                boolean quarter = period.kind() == Kind.QUARTER;
                boolean before = period.number() * (quarter ? 1 : 2) < change;
                for (UnitId unit : before ? then : List.copyOf(today)) {
                    if (MADE_OF.contains(period.kind()) && random.nextDouble() < (quarter ? 0.8 : 0.3)) {
                        give(random, unit, period);
                    }
                }
            }
        }

        private UnitId unit() {
            UnitId unit = new UnitId(UUID.randomUUID());
            keys.put(unit, keys.size() + 1);
            return unit;
        }

        private void split(UnitId unit, BigDecimal... shares) {
            for (BigDecimal share : shares) {
                UnitId one = unit();
                today.add(one);
                parts.add(new Part(unit, one, share, Certainty.ESTIMATED));
            }
        }

        private void give(Random random, UnitId unit, Period period) {
            for (Breakdown sex : List.of(WOMEN, MEN)) {
                List<Object> atom = List.of(unit, period, sex);
                atoms.put(atom, atoms.size());
                given.put(atom, random.nextInt(3) == 0 ? random.nextInt(6) : random.nextInt(200));
            }
        }

        private FigureQuery query(Where where, Drawn drawn) {
            return new FigureQuery(
                    BREAKDOWNS.stream().map(each -> new What(ELEMENT, each)).toList(),
                    where,
                    PERIODS,
                    drawn,
                    Nature.ACTUAL);
        }

        private Found read(FigureQuery query) {
            List<Reading> readings = new ArrayList<>();
            for (UnitId unit : units(query)) {
                for (Period period : query.when()) {
                    for (Kind kind : MADE_OF) {
                        if (isGiven(query, unit, parts(period, kind))) {
                            query.what().forEach(what -> readings.add(reading(query, unit, period, what, kind)));
                        }
                    }
                }
            }
            boolean communesOfToday = query.drawn() == Drawn.TODAY && query.where() instanceof Where.Below;
            return new Found(
                    readings,
                    communesOfToday
                            ? new Origins(
                                    parts.stream()
                                            .map(Part::of)
                                            .distinct()
                                            .map(unit -> new Figures.Root(unit, key(unit), Level.COMMUNE))
                                            .toList(),
                                    parts,
                                    units -> List.of())
                            : Origins.none());
        }

        private int key(UnitId unit) {
            return Objects.requireNonNull(keys.get(unit));
        }

        private List<UnitId> units(FigureQuery query) {
            if (query.where() instanceof Where.Units) {
                return List.of(province);
            }
            Set<UnitId> units = new LinkedHashSet<>(today);
            if (query.drawn() == Drawn.THEN) {
                units.addAll(then);
            } else {
                units.add(province);
            }
            return List.copyOf(units);
        }

        private boolean isLeft(FigureQuery query, UnitId unit) {
            return query.where() instanceof Where.Below && unit.equals(province);
        }

        private Reading reading(FigureQuery query, UnitId unit, Period period, What what, Kind kind) {
            return new Reading(
                    unit,
                    period,
                    what,
                    value(row(query, unit, parts(period, kind), what.breakdown())),
                    1,
                    kind,
                    isLeft(query, unit) ? Set.of(Mark.UNDISTRIBUTED) : Set.of());
        }

        private RealVector madeOf(FigureQuery query, Reading reading) {
            return row(
                    query,
                    reading.unit(),
                    parts(reading.period(), reading.madeOf()),
                    reading.what().breakdown());
        }

        private RealVector row(FigureQuery query, UnitId unit, List<Period> parts, Breakdown breakdown) {
            RealVector row = new ArrayRealVector(Math.max(atoms.size(), 1));
            parts.forEach(part -> sources(query, unit, part).forEach((source, share) -> {
                for (Breakdown sex : breakdown.equals(Breakdown.TOTAL) ? List.of(WOMEN, MEN) : List.of(breakdown)) {
                    Integer column = atoms.get(List.of(source, part, sex));
                    if (column != null) {
                        row.addToEntry(column, share.doubleValue());
                    }
                }
            }));
            return row;
        }

        private boolean isGiven(FigureQuery query, UnitId unit, List<Period> parts) {
            return parts.stream()
                    .anyMatch(part -> sources(query, unit, part).keySet().stream()
                            .anyMatch(source -> atoms.containsKey(List.of(source, part, WOMEN))));
        }

        /** Which communes' figures of a period are in that of the unit, and with what share. */
        private Map<UnitId, BigDecimal> sources(FigureQuery query, UnitId unit, Period when) {
            Map<UnitId, BigDecimal> sources = new HashMap<>();
            if (unit.equals(province) && query.where() instanceof Where.Units) {
                keys.keySet().forEach(each -> sources.put(each, BigDecimal.ONE));
            } else if (query.drawn() == Drawn.THEN || atoms.containsKey(List.of(unit, when, WOMEN))) {
                sources.put(unit, BigDecimal.ONE);
            } else {
                parts.stream()
                        .filter(part -> part.to().equals(unit))
                        .forEach(part -> sources.put(part.of(), part.share()));
            }
            return sources;
        }

        private static List<Period> parts(Period period, Kind kind) {
            return period.kind() == kind ? List.of(period) : Periods.parts(period, kind);
        }

        private BigDecimal value(RealVector row) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Map.Entry<List<Object>, Integer> atom : atoms.entrySet()) {
                sum = sum.add(BigDecimal.valueOf(row.getEntry(atom.getValue()))
                        .multiply(BigDecimal.valueOf(given.getOrDefault(atom.getKey(), 0))));
            }
            return sum;
        }
    }
}
