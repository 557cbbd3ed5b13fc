package vn.binhquyen.statistics.quality;

import java.time.LocalDate;
import vn.binhquyen.kernel.UnitId;

/**
 * One unit may still write.
 *
 * @param lastDay the last day on which it may
 */
public record NewException(UnitId unit, LocalDate lastDay, String reason) {}
