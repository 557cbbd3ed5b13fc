package vn.binhquyen.kernel;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room that keeps things of units; who is about to change units sees how much of them hangs on these. */
public interface AffectedSource {
    /** What hangs on the units, a line for each kind of thing, none where there is nothing; one query for each kind. */
    List<Affected> affectedBy(Collection<UnitId> units);

    /**
     * @param kind the message key of the line, which takes the count, such as {@code affected.agencies}
     * @param link where these things are listed; null where there is no such page
     */
    record Affected(String kind, long count, @Nullable String link) {}
}
