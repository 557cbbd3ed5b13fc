package vn.binhquyen.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a unit or an agency exists.
 *
 * @param lastDay the last day of it; null while no end is known
 */
record Term(LocalDate from, @Nullable LocalDate lastDay) {}
