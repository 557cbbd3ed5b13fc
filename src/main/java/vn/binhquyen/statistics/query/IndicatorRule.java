package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.catalogue.Formula;
import vn.binhquyen.statistics.catalogue.Term;

/**
 * How an indicator is computed.
 *
 * @param reported code of the element that holds the value where only that was reported; null where there is none
 */
record IndicatorRule(
        UUID id,
        @Nullable Formula numerator,
        @Nullable Formula denominator,
        BigDecimal per,
        @Nullable String reported) {

    /** A term of a formula, narrowed to a breakdown. */
    record Asked(Term term, Breakdown by) {}

    Set<Term> terms() {
        Set<Term> terms = new LinkedHashSet<>();
        if (numerator != null) {
            terms.addAll(numerator.terms());
        }
        if (denominator != null) {
            terms.addAll(denominator.terms());
        }
        if (reported != null) {
            terms.add(new Term(reported, new TreeSet<>()));
        }
        return terms;
    }

    /** Whether there is nothing to count but what was reported as the value. */
    boolean isOnlyReported() {
        return reported != null && numerator != null && reported.equals(numerator.toString());
    }
}
