package vn.binhquyen.plan;

import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/** A plan to be begun from the plan of the level above, with its objectives and indicators. */
public record NewChildPlan(UnitId unit, PlanId parent, String symbol) implements Located {
    @Override
    public Place place() {
        return Place.of(unit);
    }
}
