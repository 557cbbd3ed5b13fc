package vn.binhquyen.organization.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;

/**
 * What a list of units shows.
 *
 * @param words all must occur in the name or code of the unit or the name of its province, with or without accents
 * @param on the day whose units are shown
 * @param ended whether those that ended by that day are shown too
 * @param after the last unit of the page before; null for the first page
 */
public record UnitFilter(
        String words,
        LocalDate on,
        @Nullable Level level,
        boolean ended,
        @Nullable UnitId after) {}
