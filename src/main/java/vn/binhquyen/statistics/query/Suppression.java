package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which figures of a table must be withheld so that nobody is shown by a small number: each from one to four, and so many
 * others that none of those can be had back from the totals that stay. Whoever knows the table without the withheld figures
 * knows of each only that it belongs to some sums.
 *
 * @param <K> what names a figure
 */
final class Suppression<K> {
    /** Numbers below this one, and above nothing, are withheld. */
    static final BigDecimal SMALL = BigDecimal.valueOf(5);

    private static final double NOTHING = 1e-9;

    /**
     * A total that is the sum of others.
     *
     * @param parts each with the share of it that is in the total
     */
    record Sum<K>(K total, Map<K, Double> parts) {
        Sum {
            parts = Map.copyOf(parts);
        }

        private Set<K> all() {
            Set<K> all = new LinkedHashSet<>(parts.keySet());
            all.add(total);
            return all;
        }
    }

    private final List<K> keys;
    private final BigDecimal[] figures;
    private final BitSet open = new BitSet();
    private final List<Line> lines = new ArrayList<>();
    private final List<BitSet> tables = new ArrayList<>();
    private final List<BitSet> linesOf = new ArrayList<>();

    /** A sum: the places of its figures and how often each is in it. */
    private record Line(int[] places, double[] factors) {
        private BitSet figures() {
            BitSet figures = new BitSet();
            for (int place : places) {
                figures.set(place);
            }
            return figures;
        }

        private boolean holdsOneOf(BitSet some) {
            int held = 0;
            for (int place : places) {
                held += some.get(place) ? 1 : 0;
            }
            return held == 1;
        }

        private Map<Integer, Double> only(BitSet some) {
            Map<Integer, Double> only = new HashMap<>();
            for (int at = 0; at < places.length; at++) {
                if (some.get(places[at])) {
                    only.put(places[at], factors[at]);
                }
            }
            return only;
        }
    }

    /**
     * @param tables the sums of each of several tables in which the figures stand: what one of them tells, the others don't hide
     * @param open figures that are shown elsewhere, so that withholding them here protects nothing
     */
    Suppression(Map<K, BigDecimal> figures, Collection<? extends Collection<Sum<K>>> tables, Set<K> open) {
        keys = figures.keySet().stream()
                .sorted(Comparator.comparing(String::valueOf))
                .toList();
        this.figures = keys.stream().map(figures::get).toArray(BigDecimal[]::new);
        Map<K, Integer> places = new HashMap<>();
        for (K key : keys) {
            places.put(key, places.size());
            linesOf.add(new BitSet());
        }
        open.stream().map(places::get).filter(Objects::nonNull).forEach(this.open::set);
        Map<Sum<K>, Integer> known = new HashMap<>();
        for (Collection<Sum<K>> sums : tables) {
            BitSet table = new BitSet();
            for (Sum<K> sum : sums) {
                if (places.keySet().containsAll(sum.all())) {
                    table.set(known.computeIfAbsent(sum, any -> add(sum, places)));
                }
            }
            this.tables.add(table);
        }
    }

    private int add(Sum<K> sum, Map<K, Integer> places) {
        List<K> all = List.copyOf(sum.all());
        Line line = new Line(
                all.stream()
                        .mapToInt(key -> Objects.requireNonNull(places.get(key)))
                        .toArray(),
                all.stream()
                        .mapToDouble(key -> sum.parts().getOrDefault(key, -1.0))
                        .toArray());
        lines.add(line);
        for (int place : line.places()) {
            linesOf.get(place).set(lines.size() - 1);
        }
        return lines.size() - 1;
    }

    /**
     * Which figures are withheld.
     *
     * @param guarded figures that are withheld elsewhere and must not be had back from here
     */
    Set<K> withheld(Set<K> guarded) {
        BitSet small = new BitSet();
        for (int place = 0; place < keys.size(); place++) {
            small.set(place, isSmall(figures[place]) || guarded.contains(keys.get(place)));
        }
        BitSet withheld = (BitSet) small.clone();
        while (hideMore(small, withheld)) {
            // until nothing small can be known, or nothing is left that could hide it
        }
        return named(withheld);
    }

    static boolean isSmall(BigDecimal figure) {
        return figure.signum() > 0 && figure.compareTo(SMALL) < 0;
    }

    /** Beside each small figure that the others give away one more; false where there is none or nothing is left. */
    private boolean hideMore(BitSet small, BitSet withheld) {
        BitSet knowable = determinedPlaces(withheld);
        knowable.and(small);
        if (knowable.isEmpty()) {
            return false;
        }
        int before = withheld.cardinality();
        knowable.stream().forEach(place -> nearest(place, withheld).ifPresent(withheld::set));
        if (withheld.cardinality() == before) {
            next(withheld, lines.stream()).ifPresent(withheld::set);
        }
        return withheld.cardinality() > before;
    }

    /** One of the nearest sum that gives a figure away because it stands in it alone. */
    private OptionalInt nearest(int shown, BitSet withheld) {
        BitSet reached = new BitSet();
        reached.set(shown);
        BitSet edge = (BitSet) reached.clone();
        while (!edge.isEmpty()) {
            BitSet around = new BitSet();
            edge.stream().forEach(place -> around.or(linesOf.get(place)));
            OptionalInt found =
                    next(withheld, around.stream().mapToObj(lines::get).filter(line -> line.holdsOneOf(withheld)));
            if (found.isPresent()) {
                return found;
            }
            BitSet beyond = new BitSet();
            around.stream().forEach(line -> beyond.or(lines.get(line).figures()));
            beyond.and(withheld);
            beyond.andNot(reached);
            reached.or(beyond);
            edge = beyond;
        }
        return OptionalInt.empty();
    }

    /** The smallest that stands in one of the sums; nothing tells less than a number. */
    private OptionalInt next(BitSet withheld, Stream<Line> among) {
        BitSet candidates = new BitSet();
        among.forEach(line -> candidates.or(line.figures()));
        candidates.andNot(withheld);
        candidates.andNot(open);
        return candidates.stream()
                .boxed()
                .min(Comparator.comparing((Integer place) -> figures[place].signum() == 0)
                        .thenComparing(place -> figures[place])
                        .thenComparing(Comparator.naturalOrder()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Set<K> named(BitSet places) {
        return places.stream().mapToObj(keys::get).collect(Collectors.toSet());
    }

    /** Those that the sums of one of the tables determine. */
    private BitSet determinedPlaces(BitSet withheld) {
        BitSet determined = new BitSet();
        for (BitSet table : tables) {
            List<Map<Integer, Double>> rows = table.stream()
                    .mapToObj(line -> lines.get(line).only(withheld))
                    .filter(row -> !row.isEmpty())
                    .toList();
            // a row of the solved equations that names one figure alone
            solved(rows).stream()
                    .filter(row -> row.size() == 1)
                    .forEach(row -> determined.set(row.keySet().iterator().next()));
        }
        return determined;
    }

    /** Reduced so that each row has a figure of its own that stands in no other. */
    private static List<Map<Integer, Double>> solved(List<Map<Integer, Double>> rows) {
        List<Map<Integer, Double>> done = new ArrayList<>();
        Map<Integer, Map<Integer, Double>> leading = new LinkedHashMap<>();
        for (Map<Integer, Double> row : rows) {
            Map<Integer, Double> rest = new HashMap<>(row);
            for (Integer column : List.copyOf(rest.keySet())) {
                Map<Integer, Double> known = leading.get(column);
                if (known != null) {
                    subtract(rest, known, column);
                }
            }
            if (rest.isEmpty()) {
                continue;
            }
            int lead = rest.keySet().iterator().next();
            double factor = Objects.requireNonNull(rest.get(lead));
            rest.replaceAll((column, value) -> value / factor);
            for (Map<Integer, Double> known : leading.values()) {
                if (known.containsKey(lead)) {
                    subtract(known, rest, lead);
                }
            }
            leading.put(lead, rest);
        }
        done.addAll(leading.values());
        return done;
    }

    private static void subtract(Map<Integer, Double> from, Map<Integer, Double> row, int column) {
        Double factor = from.get(column);
        if (factor == null) {
            return;
        }
        row.forEach((each, value) -> {
            double left = from.getOrDefault(each, 0.0) - factor * value;
            if (Math.abs(left) < NOTHING) {
                from.remove(each);
            } else {
                from.put(each, left);
            }
        });
    }
}
