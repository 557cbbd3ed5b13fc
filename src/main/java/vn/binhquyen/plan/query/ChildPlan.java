package vn.binhquyen.plan.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.PlanId;

/**
 * What a unit below has made of a plan.
 *
 * @param plan null while it has issued none
 * @param dueOn by when the parent asks for it; null where it sets no date
 * @param late whether nothing was issued by that day
 */
public record ChildPlan(
        UnitId unit,
        String unitName,
        @Nullable PlanId plan,
        @Nullable String title,
        @Nullable String numberAndSymbol,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        boolean late) {}
