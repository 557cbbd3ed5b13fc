package vn.binhquyen.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one version says of a thing that another does not.
 *
 * @param list the list it stands in, such as {@code tasks}; {@code head} for fields of the plan itself
 * @param item null for the plan itself
 * @param label the thing in words
 * @param changes the fields that differ; empty where the whole item was added or removed
 */
public record PlanDifference(
        Kind kind, String list, @Nullable UUID item, String label, List<Change> changes) {
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * @param field name of the field, {@code plan.field.<name>} in the messages
     * @param before as a reader reads it; null where there was nothing
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}
}
