package vn.binhquyen.plan.query;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.PlanStatus;

/**
 * @param title null while a draft has none
 * @param former the unit that keeps it, where that has ended; else null
 */
public record PlanRow(
        PlanId id,
        @Nullable String title,
        String numberAndSymbol,
        UnitId issuer,
        String issuerName,
        @Nullable FormerUnit former,
        PlanKind kind,
        PlanStatus status,
        @Nullable LocalDate issuedOn,
        PlanContent.@Nullable Period period,
        TaskCounts tasks,
        OffsetDateTime updatedAt) {}
