package vn.binhquyen.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;

/**
 * A change of units as somebody proposes it.
 *
 * @param from the units that end (merge, split), or the one that becomes something else
 * @param to what they become: one for a merge, several for a split, the new name and code otherwise; none for a move
 * @param parent where a unit moves to; null for other kinds
 * @param level the new level; null unless it changes
 * @param on the first day on which the change holds
 */
public record Reorganisation(
        Kind kind,
        List<UnitId> from,
        List<Successor> to,
        @Nullable UnitId parent,
        @Nullable Level level,
        LocalDate on,
        @Nullable String legalBasis) {
    public enum Kind {
        MERGE,
        SPLIT,
        RENAME,
        RELEVEL,
        MOVE
    }

    /**
     * A unit that there is already, or a new one.
     *
     * @param existing null where it is new
     * @param code of the new one
     * @param name of the new one, with its kind
     * @param share how much of the split unit goes there, of 1; null where nobody knows
     */
    public record Successor(
            @Nullable UnitId existing,
            @Nullable String code,
            @Nullable String name,
            @Nullable BigDecimal share) {
        public static Successor existing(UnitId unit, @Nullable BigDecimal share) {
            return new Successor(unit, null, null, share);
        }

        public static Successor fresh(String code, String name, @Nullable BigDecimal share) {
            return new Successor(null, code, name, share);
        }
    }

    public Reorganisation {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
