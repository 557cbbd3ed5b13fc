package vn.binhquyen.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which types a list shows.
 *
 * @param words all of them stand in its names, its code or its source; blank leaves it open
 * @param level null leaves it open
 * @param on only those that hold on that day; null leaves it open
 * @param after the last entry of the page before; null for the first page
 */
public record AgencyTypeFilter(
        String words,
        @Nullable Level level,
        @Nullable AgencyKind kind,
        @Nullable LocalDate on,
        @Nullable AgencyTypeId after) {}
