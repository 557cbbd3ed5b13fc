package vn.binhquyen.plan.query;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Measure;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.plan.PlanId;

/**
 * What a plan in force aims at.
 *
 * @param indicator the plan's sentence that it stands in; with {@code what} the thing that is measured
 * @param code of the catalogue; null for what only this plan measures
 * @param what which part of the sentence it is about; null where it is about one thing
 * @param byYear null where it holds in each year
 * @param from the first year of the plan; null where it says none
 * @param unit the unit that issued the plan
 */
public record PlanTarget(
        UUID id,
        UUID indicator,
        @Nullable String code,
        @Nullable String what,
        Direction direction,
        Measure measure,
        @Nullable BigDecimal baseline,
        @Nullable Integer byYear,
        PlanId plan,
        String planTitle,
        @Nullable String planNumber,
        @Nullable Integer from,
        UnitId unit,
        String unitName,
        Level level) {}
