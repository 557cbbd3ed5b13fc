package vn.binhquyen.intake.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.review.ItemList;

/**
 * Rows that belong together, with the way to add one.
 *
 * @param title message key of the heading; null where {@code head} is the heading
 * @param head the objective or the group of tasks that heads the rows; null where a message does
 * @param list what is added here
 * @param parent the item in whose list it is added; null for a list of the plan itself
 * @param group the task group of added tasks; null outside one
 */
record Block(
        @Nullable String title,
        @Nullable Row head,
        List<Row> rows,
        ItemList list,
        @Nullable UUID parent,
        @Nullable UUID group) {

    /** Whether the form of a new item belongs at the end of these rows. */
    public boolean takes(@Nullable ItemForm form) {
        return form != null
                && form.fresh()
                && form.list() == list
                && java.util.Objects.equals(form.parent(), parent)
                && java.util.Objects.equals(form.group(), group);
    }
}
