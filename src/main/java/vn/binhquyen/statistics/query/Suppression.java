package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

    /** A total that is the sum of others; all of them stand in the table. */
    record Sum<K>(K total, List<K> parts) {
        Sum {
            parts = List.copyOf(parts);
        }

        List<K> all() {
            List<K> all = new ArrayList<>(parts);
            all.add(total);
            return all;
        }
    }

    private final Map<K, BigDecimal> figures;
    private final List<Sum<K>> sums;
    private final Set<K> guarded;
    private final Set<K> open;

    Suppression(Map<K, BigDecimal> figures, Collection<Sum<K>> sums) {
        this(figures, sums, Set.of(), Set.of());
    }

    /**
     * @param sums those of which every figure stands in the table
     * @param guarded figures that are withheld elsewhere and must not be had back from here
     * @param open figures that are shown elsewhere, so that withholding them here protects nothing
     */
    Suppression(Map<K, BigDecimal> figures, Collection<Sum<K>> sums, Set<K> guarded, Set<K> open) {
        this.figures = figures;
        this.guarded = guarded;
        this.open = open;
        this.sums = sums.stream()
                .filter(sum -> figures.keySet().containsAll(sum.all()))
                .toList();
    }

    /** Which figures are withheld. */
    Set<K> withheld() {
        Set<K> withheld = new HashSet<>(guarded);
        withheld.retainAll(figures.keySet());
        figures.forEach((key, figure) -> {
            if (isSmall(figure)) {
                withheld.add(key);
            }
        });
        Set<K> small = Set.copyOf(withheld);
        for (Optional<K> known = knowable(withheld, small); known.isPresent(); known = knowable(withheld, small)) {
            K shown = known.get();
            Optional<K> more = nearest(shown, withheld).or(() -> next(withheld, sum -> true));
            if (more.isEmpty()) {
                return withheld;
            }
            withheld.add(more.get());
        }
        return withheld;
    }

    static boolean isSmall(BigDecimal figure) {
        return figure.signum() > 0 && figure.compareTo(SMALL) < 0;
    }

    /** One of the nearest sum that gives a figure away because it stands in it alone. */
    private Optional<K> nearest(K shown, Set<K> withheld) {
        Set<K> reached = new LinkedHashSet<>();
        reached.add(shown);
        Set<K> edge = Set.of(shown);
        while (!edge.isEmpty()) {
            Set<K> around = edge;
            Optional<K> found = next(
                    withheld,
                    sum -> sum.all().stream().anyMatch(around::contains)
                            && sum.all().stream().filter(withheld::contains).count() == 1);
            if (found.isPresent()) {
                return found;
            }
            edge = new LinkedHashSet<>();
            for (Sum<K> sum : sums) {
                if (sum.all().stream().anyMatch(around::contains)) {
                    sum.all().stream().filter(withheld::contains).forEach(edge::add);
                }
            }
            edge.removeAll(reached);
            reached.addAll(edge);
        }
        return Optional.empty();
    }

    /** The smallest that stands in one of the sums; nothing tells less than a number. */
    private Optional<K> next(Set<K> withheld, Predicate<Sum<K>> among) {
        return sums.stream()
                .filter(among)
                .flatMap(sum -> sum.all().stream())
                .filter(key -> !withheld.contains(key) && !open.contains(key))
                .min(Comparator.comparing((K key) -> value(key).signum() == 0)
                        .thenComparing(this::value)
                        .thenComparing(String::valueOf));
    }

    private BigDecimal value(K key) {
        return Objects.requireNonNull(figures.get(key));
    }

    /** A small figure that the others give away. */
    private Optional<K> knowable(Set<K> withheld, Set<K> small) {
        return determined(withheld).stream().filter(small::contains).min(Comparator.comparing(String::valueOf));
    }

    /** Those that the sums determine: a row of the solved equations that names one figure alone. */
    Set<K> determined(Set<K> withheld) {
        Map<K, Integer> columns = new LinkedHashMap<>();
        List<Map<Integer, Double>> rows = new ArrayList<>();
        for (Sum<K> sum : sums) {
            Map<Integer, Double> row = new HashMap<>();
            for (K key : sum.all()) {
                if (withheld.contains(key)) {
                    row.merge(
                            columns.computeIfAbsent(key, any -> columns.size()),
                            key.equals(sum.total()) ? -1.0 : 1.0,
                            Double::sum);
                }
            }
            row.values().removeIf(factor -> Math.abs(factor) < NOTHING);
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        Set<Integer> alone = new HashSet<>();
        solved(rows).forEach(row -> {
            if (row.size() == 1) {
                alone.addAll(row.keySet());
            }
        });
        Set<K> determined = new HashSet<>();
        columns.forEach((key, column) -> {
            if (alone.contains(column)) {
                determined.add(key);
            }
        });
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
