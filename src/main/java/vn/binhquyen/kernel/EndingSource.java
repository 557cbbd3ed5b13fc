package vn.binhquyen.kernel;

import java.util.Collection;
import java.util.List;

/** A room that keeps what ends with a unit; who is about to end units sees it before. */
public interface EndingSource {
    /** What would end with the units; nothing where nothing does. */
    List<Ending> endingWith(Collection<UnitId> units);

    /**
     * Things of one kind that end.
     *
     * @param kind the message key of the line, which takes the names; {@code <kind>.need} says what the successor needs
     */
    record Ending(String kind, List<String> names) {}
}
