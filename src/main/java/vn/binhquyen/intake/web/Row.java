package vn.binhquyen.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.review.ItemList;

/**
 * An item of a draft as one line of a list.
 *
 * @param key its id
 * @param figure what stands at the right: a target, a date; null where nothing
 * @param doubtful whether an open doubt is about it
 * @param located whether it stands in the text of the document
 */
record Row(
        String key,
        ItemList list,
        String title,
        String detail,
        @Nullable String figure,
        List<Chip> chips,
        boolean doubtful,
        boolean located) {

    /** A status: colour, sign and word. */
    record Chip(String colour, String icon, String text) {}
}
