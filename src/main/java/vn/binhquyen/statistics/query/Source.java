package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.ValueStatus;

/**
 * One figure as a unit gave it.
 *
 * @param origin the report, consolidation, import or form that gave it
 * @param imported whether it came from a file
 */
public record Source(
        UnitId unit,
        String unitName,
        DataElement element,
        Period period,
        Breakdown breakdown,
        String breakdownVi,
        String breakdownEn,
        BigDecimal value,
        ValueStatus status,
        OffsetDateTime at,
        String by,
        UUID origin,
        boolean imported) {

    public String breakdownName(boolean english) {
        return english ? breakdownEn : breakdownVi;
    }
}
