package vn.binhquyen.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;

/**
 * What is known of a plan beside what it says.
 *
 * @param unit the unit that keeps the plan here
 * @param issuer the unit that issues it; differs from {@code unit} where a plan of the level above was registered
 * @param agency the agency that drafts it
 * @param symbol what follows the number's slash, such as "KH-UBND"
 * @param number null until it is issued
 * @param parent null where the plan above is none or not known here
 * @param content number of its newest version, from 1
 * @param inForce number of the version in force; 0 before the first is issued
 * @param remark why it was last returned, amended, closed or revoked; null where nobody said anything
 * @param version counts the changes; hand it back with the next change
 */
public record PlanHead(
        PlanId id,
        UnitId unit,
        UnitId issuer,
        AgencyId agency,
        PlanKind kind,
        PlanStatus status,
        @Nullable String title,
        String symbol,
        @Nullable Integer number,
        @Nullable LocalDate issuedOn,
        PlanContent.@Nullable Period period,
        @Nullable PlanId parent,
        int content,
        int inForce,
        @Nullable String remark,
        long version) {
    /** "12/KH-UBND", or "…/KH-UBND" before it has its number (a number below ten takes a zero). */
    public String numberAndSymbol() {
        return (number == null ? "…" : "%02d".formatted(number)) + "/" + symbol;
    }
}
