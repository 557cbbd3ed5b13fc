package vn.binhquyen.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of villages, as far as it could be read.
 *
 * @param row its number in the file, from 1
 * @param from null where the cell is empty or can't be read
 * @param unreadableDate what stands in the cell of the date where it is none; null otherwise
 */
record VillageLine(
        int row,
        String code,
        String name,
        @Nullable LocalDate from,
        @Nullable String unreadableDate) {}
