package vn.binhquyen.statistics;

import java.util.Map;

/**
 * A combination of breakdowns that facts name by a small number.
 *
 * @param key of the table {@code breakdown}
 */
public record Breakdown(int key) implements Comparable<Breakdown> {
    public static final Breakdown TOTAL = new Breakdown(0);
    public static final Breakdown WOMEN = new Breakdown(1);
    public static final Breakdown MEN = new Breakdown(2);

    private static final Map<String, Breakdown> NAMED = Map.of("TOTAL", TOTAL, "WOMEN", WOMEN, "MEN", MEN);

    /**
     * The one of the three that every report knows.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    public static Breakdown named(String name) {
        Breakdown named = NAMED.get(name);
        if (named == null) {
            throw new IllegalArgumentException("No breakdown " + name);
        }
        return named;
    }

    @Override
    public int compareTo(Breakdown other) {
        return Integer.compare(key, other.key);
    }

    /** The name of the three that every report knows, the number of the others. */
    @Override
    public String toString() {
        return switch (key) {
            case 0 -> "TOTAL";
            case 1 -> "WOMEN";
            case 2 -> "MEN";
            default -> String.valueOf(key);
        };
    }
}
