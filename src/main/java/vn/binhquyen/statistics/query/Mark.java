package vn.binhquyen.statistics.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a reader has to know of a figure before using it. */
public enum Mark {
    /** A part of it came by the recorded share of a split. */
    ESTIMATED,
    /** Holds what is known for several units together only: "chưa phân bổ". */
    UNDISTRIBUTED,
    /** Some of the shorter periods of which it is made gave nothing. */
    INCOMPLETE,
    /** Given as such, without the counts it comes from: never added. */
    AS_REPORTED,
    /** Its denominator is small: not to be ranked. */
    SMALL_BASE,
    /** Not all of what it holds is accepted. */
    OPEN,
    /** Withheld: it could show who is meant. The figure is null. */
    SUPPRESSED;

    /** As they stand here, so that the same figure never shows them in another order. */
    static Set<Mark> inOrder(Set<Mark> marks) {
        return marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
    }
}
