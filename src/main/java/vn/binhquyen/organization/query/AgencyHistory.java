package vn.binhquyen.organization.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;

/**
 * What an agency was called and did in time.
 *
 * @param names the newest first
 * @param aliases other names under which documents speak of it
 * @param standing when it coordinated the programme in its unit, the newest first
 * @param standingMark hand it back with a change of the standing role in its unit
 * @param mergedInto the agency that it turned out to be; null for an agency of its own
 * @param merged records that turned out to be this agency
 */
public record AgencyHistory(
        List<Name> names,
        List<Alias> aliases,
        List<Span> standing,
        String standingMark,
        @Nullable Other mergedInto,
        List<Other> merged) {
    public record Name(
            String name,
            @Nullable String shortName,
            LocalDate from,
            @Nullable LocalDate lastDay) {}

    /** The name that is decided for a day after this one; null where none is. */
    public @Nullable Name comingAfter(LocalDate day) {
        Name newest = names.getFirst();
        return names.size() > 1 && newest.from().isAfter(day) ? newest : null;
    }

    /**
     * @param from null where it was always in use
     * @param lastDay null while it still is
     */
    public record Alias(
            String name, @Nullable LocalDate from, @Nullable LocalDate lastDay) {}

    public record Span(LocalDate from, @Nullable LocalDate lastDay) {}

    public record Other(AgencyId id, String name) {}
}
