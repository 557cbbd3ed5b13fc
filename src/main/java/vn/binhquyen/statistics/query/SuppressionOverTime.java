package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;

/**
 * Says which figures of the tables of a year, its halves, quarters and months are withheld, so that none is had back from
 * another period. A period has a table for each kind of periods that its figures can be made of: which of them is shown is
 * settled by what else is asked. All periods of a kind withhold the same figures of all their tables. What is withheld of a longer period is
 * withheld of the shorter ones; what is withheld of shorter ones is withheld of a longer one too, unless that is the sum of at
 * least two that gave the same: then any two of them may move against each other, and nobody can tell how far.
 *
 * @param <K> what names a figure of a table
 */
final class SuppressionOverTime<K> {
    /** Names a table: the figures of a period as they are made of periods of a kind, its own or a shorter one. */
    record TableOf(Period period, Kind madeOf) {
        static TableOf holding(Reading reading) {
            return new TableOf(reading.period(), reading.madeOf());
        }
    }

    /**
     * Shares of others that make a total, where so many of them are there.
     *
     * @param always whether they make it also where the figures don't add up right now, because a sum lags behind what was just
     *     given; else only where they do
     */
    record Way<K>(K total, Map<K, BigDecimal> shares, int needed, boolean always) {
        Way {
            shares = Map.copyOf(shares);
        }

        static <K> Way<K> of(K total, Collection<K> parts, int needed) {
            return new Way<>(total, whole(parts), needed, false);
        }

        static <K> Way<K> always(K total, Collection<K> parts, int needed) {
            return new Way<>(total, whole(parts), needed, true);
        }

        private static <K> Map<K, BigDecimal> whole(Collection<K> parts) {
            return parts.stream().collect(Collectors.toMap(part -> part, part -> BigDecimal.ONE));
        }
    }

    /** Sums differ by so much where an average was rounded on its way. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    private final Map<Kind, Map<TableOf, Map<K, BigDecimal>>> tables = new EnumMap<>(Kind.class);
    private final Collection<Way<K>> ways;
    private final boolean sums;
    private final Map<Kind, Set<K>> guarded;
    private final Map<Kind, Set<K>> open;
    private final Map<TableOf, Set<Suppression.Sum<K>>> equations = new HashMap<>();
    private final Map<Kind, Suppression<K>> patterns = new EnumMap<>(Kind.class);

    /**
     * @param tables of periods of one year
     * @param sums whether a longer period is the sum of the shorter ones, or their average; else it is the last of them
     * @param guarded figures that are withheld elsewhere and must not be had back from here
     * @param open figures that are shown elsewhere, so that withholding them here protects nothing
     */
    SuppressionOverTime(
            Map<TableOf, Map<K, BigDecimal>> tables,
            Collection<Way<K>> ways,
            boolean sums,
            Map<Kind, Set<K>> guarded,
            Map<Kind, Set<K>> open) {
        tables.forEach((name, table) -> {
            if (!table.isEmpty()) {
                this.tables
                        .computeIfAbsent(name.period().kind(), any -> new HashMap<>())
                        .put(name, table);
            }
        });
        this.ways = ways;
        this.sums = sums;
        this.guarded = guarded;
        this.open = open;
        this.tables.forEach((kind, some) -> {
            some.forEach((name, table) -> equations.put(name, equations(table)));
            Set<Set<Suppression.Sum<K>>> all = some.keySet().stream()
                    .map(equations::get)
                    .map(Objects::requireNonNull)
                    .collect(Collectors.toSet());
            patterns.put(kind, new Suppression<>(pattern(some.values()), all, open.getOrDefault(kind, Set.of())));
        });
    }

    /**
     * By kind of period, of all its periods. What was withheld to hide another is in the next round itself something that no other
     * period may tell: without that, two sums of different periods would.
     */
    Map<Kind, Set<K>> withheld() {
        Map<Kind, Set<K>> withheld = new EnumMap<>(Kind.class);
        tables.keySet().forEach(kind -> withheld.put(kind, guarded.getOrDefault(kind, Set.of())));
        Map<Kind, Set<K>> before;
        do {
            before = new EnumMap<>(withheld);
            for (Kind kind : tables.keySet()) {
                Set<K> also = new HashSet<>(withheld.getOrDefault(kind, Set.of()));
                for (Kind other : tables.keySet()) {
                    Set<K> there = withheld.getOrDefault(other, Set.of());
                    also.addAll(
                            other.compareTo(kind) > 0 ? there : other == kind ? Set.of() : told(kind, other, there));
                }
                also.addAll(besideFew(kind, also));
                also.removeAll(open.getOrDefault(kind, Set.of()));
                withheld.put(kind, get(patterns, kind).withheld(also));
            }
        } while (!before.equals(withheld));
        return withheld;
    }

    /**
     * One more of each sum that is shown and whose withheld parts are a small number together: whoever knows that none of them is
     * nothing would know of two that make two.
     */
    private Set<K> besideFew(Kind kind, Set<K> withheld) {
        Set<K> more = new HashSet<>();
        Set<K> shownAnyway = open.getOrDefault(kind, Set.of());
        get(tables, kind).forEach((name, table) -> {
            for (Suppression.Sum<K> sum : get(equations, name)) {
                BigDecimal hidden = sum.parts().entrySet().stream()
                        .filter(part -> withheld.contains(part.getKey()))
                        .map(part -> get(table, part.getKey()).multiply(BigDecimal.valueOf(part.getValue())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (Suppression.isSmall(hidden) && !withheld.contains(sum.total())) {
                    Stream.concat(sum.parts().keySet().stream(), Stream.of(sum.total()))
                            .filter(key -> !withheld.contains(key) && !shownAnyway.contains(key))
                            .filter(key -> get(table, key).signum() != 0)
                            .min(Comparator.comparing((K key) -> get(table, key))
                                    .thenComparing(String::valueOf))
                            .ifPresent(more::add);
                }
            }
        });
        return more;
    }

    /** Of what is withheld of the shorter periods, what one of the longer would tell. */
    private Set<K> told(Kind longer, Kind shorter, Set<K> withheld) {
        Set<K> told = new HashSet<>();
        for (TableOf whole : get(tables, longer).keySet()) {
            Set<Period> parts = Set.copyOf(Periods.parts(whole.period(), shorter));
            Map<Kind, List<Set<K>>> given = new EnumMap<>(Kind.class);
            get(tables, shorter).forEach((name, table) -> {
                if (parts.contains(name.period())) {
                    Set<K> cells = new HashSet<>(table.keySet());
                    cells.retainAll(withheld);
                    given.computeIfAbsent(name.madeOf(), any -> new ArrayList<>())
                            .add(cells);
                }
            });
            given.values().forEach(some -> {
                boolean blurred = sums && some.size() > 1 && new HashSet<>(some).size() == 1;
                if (!blurred) {
                    some.forEach(told::addAll);
                }
            });
        }
        return told;
    }

    /** Each figure of any of the tables: as a small number where it is one anywhere. */
    private static <K> Map<K, BigDecimal> pattern(Collection<Map<K, BigDecimal>> tables) {
        Map<K, BigDecimal> pattern = new HashMap<>();
        for (Map<K, BigDecimal> table : tables) {
            table.forEach((key, figure) -> pattern.merge(
                    key,
                    figure,
                    (one, other) ->
                            Suppression.isSmall(one) ? one : Suppression.isSmall(other) ? other : one.add(other)));
        }
        return pattern;
    }

    /** What adds up in a table; tables in which the same is there add up alike. */
    private Set<Suppression.Sum<K>> equations(Map<K, BigDecimal> table) {
        return ways.stream().flatMap(way -> sum(way, table).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Of the parts that the table has; empty where they don't make the total. */
    private Optional<Suppression.Sum<K>> sum(Way<K> way, Map<K, BigDecimal> table) {
        BigDecimal whole = table.get(way.total());
        Map<K, Double> parts = new HashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<K, BigDecimal> share : way.shares().entrySet()) {
            BigDecimal part = table.get(share.getKey());
            if (part != null) {
                parts.put(share.getKey(), share.getValue().doubleValue());
                sum = sum.add(part.multiply(share.getValue()));
            }
        }
        return whole != null
                        && !parts.isEmpty()
                        && parts.size() >= way.needed()
                        && (way.always() || sum.subtract(whole).abs().compareTo(ROUNDING) < 0)
                ? Optional.of(new Suppression.Sum<>(way.total(), parts))
                : Optional.empty();
    }

    private static <A, B> B get(Map<A, B> map, A key) {
        return Objects.requireNonNull(map.get(key));
    }
}
