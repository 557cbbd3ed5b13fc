package vn.binhquyen.access;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Something that was done to an account.
 *
 * @param action {@code opened}, {@code changed} or {@code password-set}
 * @param actor the name of who did it
 */
public record AccountEvent(OffsetDateTime at, String action, String actor, List<Difference> differences) {
    /**
     * What one field became.
     *
     * @param field {@code name}, {@code position}, {@code agency}, {@code roles} or {@code active}
     * @param values names of roles for {@code roles}, true or false for {@code active}, else the words themselves; empty
     *     where it became empty
     */
    public record Difference(String field, List<String> values) {}
}
