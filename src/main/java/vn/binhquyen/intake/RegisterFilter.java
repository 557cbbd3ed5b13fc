package vn.binhquyen.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a register a list shows, in which order.
 *
 * @param words all of them stand in the entry, with or without accents; blank leaves it open
 * @param type kind of document; null leaves it open, as it does for bodies
 * @param state null leaves it open
 * @param after the last entry of the page before; null for the first page
 */
public record RegisterFilter(
        String words,
        @Nullable DocumentType type,
        @Nullable State state,
        Sort sort,
        @Nullable UUID after) {

    public enum State {
        IN_FORCE,
        OVER,
        UNCONFIRMED
    }

    public enum Sort {
        NEWEST,
        NAME,
        LAST_DAY
    }
}
