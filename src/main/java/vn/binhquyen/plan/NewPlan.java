package vn.binhquyen.plan;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/**
 * A plan to be begun.
 *
 * @param unit the unit that keeps it
 * @param issuer the unit that issues it; null where it is {@code unit} itself
 * @param symbol what follows the number's slash, such as "KH-UBND"
 * @param content what it says so far
 */
public record NewPlan(UnitId unit, @Nullable UnitId issuer, String symbol, PlanContent content) implements Located {
    @Override
    public Place place() {
        return Place.of(unit);
    }
}
