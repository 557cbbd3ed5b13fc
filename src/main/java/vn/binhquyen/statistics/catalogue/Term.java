package vn.binhquyen.statistics.catalogue;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One figure that a formula asks for.
 *
 * @param element the code of what is counted
 * @param options the breakdown it is taken from, such as {@code [age:60+, sex:female]}; empty for the total
 */
public record Term(String element, SortedSet<String> options) implements Comparable<Term> {
    private static final Comparator<Term> IN_ORDER = Comparator.comparing(Term::toString);

    public Term {
        options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
    }

    /** The same narrowed to one more option; empty where its dimension is narrowed to another one already. */
    public Optional<Term> with(String option) {
        if (options.contains(option)) {
            return Optional.of(this);
        }
        if (options.stream().anyMatch(each -> dimension(each).equals(dimension(option)))) {
            return Optional.empty();
        }
        var more = new TreeSet<>(options);
        more.add(option);
        return Optional.of(new Term(element, more));
    }

    static String dimension(String option) {
        return option.substring(0, option.indexOf(':'));
    }

    @Override
    public int compareTo(Term other) {
        return IN_ORDER.compare(this, other);
    }

    /** As a formula writes it. */
    @Override
    public String toString() {
        return options.isEmpty() ? element : element + "[" + String.join(";", options) + "]";
    }
}
