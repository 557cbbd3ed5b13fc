package vn.binhquyen.organization.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;

/**
 * Which agencies a list shows.
 *
 * @param below whether those of the units below are shown too
 * @param former whether those of units whose place this one took, or one below where those are shown, are shown too
 * @param words all of them stand in the name, the short name, another name or the unit's name; blank leaves it open
 * @param kind null leaves it open
 * @param type code of a type of the catalogue; null leaves it open
 * @param ended whether those that no longer exist are shown too
 * @param on those of that day, under the names of that day; null for today
 * @param after the last agency of the page before; null for the first page
 */
public record AgencyFilter(
        UnitId unit,
        boolean below,
        boolean former,
        String words,
        @Nullable AgencyKind kind,
        @Nullable String type,
        boolean ended,
        @Nullable LocalDate on,
        @Nullable AgencyId after) {}
