package vn.binhquyen.statistics.quality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/**
 * What is to stay as it is from a day on.
 *
 * @param unit with the units below it
 * @param period with the shorter ones in it
 * @param form the code of the form whose figures alone; null for all figures
 * @param from the first day on which nothing can be written
 */
public record NewLock(UnitId unit, Period period, @Nullable String form, LocalDate from, String reason)
        implements Located {
    @Override
    public Place place() {
        return Place.of(unit);
    }
}
