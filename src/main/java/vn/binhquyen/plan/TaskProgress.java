package vn.binhquyen.plan;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;

/**
 * What an agency told about its part of a task; never changed, only followed by the next.
 *
 * @param quantity what was counted ("3 buổi"); null where nothing was
 * @param unit of the quantity; null without one
 * @param percentage 0 to 100; null where nobody estimated it
 */
public record TaskProgress(
        AgencyId agency,
        TaskState state,
        String narrative,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable Integer percentage,
        OffsetDateTime at,
        String by) {}
