package vn.binhquyen.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/**
 * A signed decision on the membership, to be entered.
 *
 * @param name of the committee; counts where it is established
 * @param number null where the document bears none
 * @param leaving seats that end on the eve of the decision's first day
 * @param version of the committee that was seen; -1 where there was none
 */
public record NewDecision(
        UnitId unit,
        DecisionKind kind,
        String name,
        @Nullable Integer number,
        String symbol,
        LocalDate signedOn,
        LocalDate validFrom,
        String signatory,
        Set<UUID> leaving,
        List<NewSeat> entering,
        long version)
        implements Located {
    public NewDecision {
        leaving = Set.copyOf(leaving);
        entering = List.copyOf(entering);
    }

    @Override
    public Place place() {
        return Place.of(unit);
    }
}
