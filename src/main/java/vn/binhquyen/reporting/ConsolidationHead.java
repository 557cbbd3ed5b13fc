package vn.binhquyen.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.organization.UnitHierarchy;

/**
 * What is known of a consolidated report beside what it says.
 *
 * @param edition how often it was approved
 * @param remark why it was last given back, by the leader or the level above; null where nobody did
 * @param number null until the office clerk gave it
 * @param symbol what follows the number's slash: "BC-UBND"
 * @param signedBy null until it is approved
 * @param signedAs position of who signed; null where it is not known
 * @param version hand it back with the next change
 */
public record ConsolidationHead(
        ConsolidationId id,
        Round round,
        ConsolidationState state,
        int edition,
        @Nullable String remark,
        @Nullable Integer number,
        String symbol,
        @Nullable LocalDate issuedOn,
        @Nullable String signedBy,
        @Nullable String signedAs,
        long version) {

    /** Whether the person may know what it says: those above its unit only from the day on which it was issued. */
    boolean isInSightOf(Actor actor, UnitHierarchy hierarchy) {
        return state.compareTo(ConsolidationState.ISSUED) >= 0 || hierarchy.isOwn(actor, round.unit());
    }

    /** "07/BC-UBND", or "…/BC-UBND" before it has its number. */
    public String numberAndSymbol() {
        return (number == null ? "…" : "%02d".formatted(number)) + "/" + symbol;
    }
}
