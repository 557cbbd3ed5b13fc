package vn.binhquyen.access;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Actor;

/**
 * A place in which a person may act today: a post of their own, or that of somebody absent for whom they act.
 *
 * @param delegation null for a post of one's own
 * @param behalf the name of the absent person; null for a post of one's own
 * @param position null where none
 */
public record Seat(
        PostId post,
        @Nullable DelegationId delegation,
        @Nullable String behalf,
        @Nullable String position,
        String agencyName,
        String unitName,
        Actor actor) {
    /** What a form sends to choose it. */
    public String key() {
        return delegation == null ? post.toString() : delegation.toString();
    }
}
