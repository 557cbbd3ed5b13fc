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
 * @param certainty whether somebody should still look at it; null for what counts with the item it stands in
 */
record Row(
        String key,
        ItemList list,
        String title,
        String detail,
        @Nullable String figure,
        List<Chip> chips,
        boolean doubtful,
        boolean located,
        @Nullable Certainty certainty) {

    enum Certainty {
        SEEN("circle-check", "ok"),
        CERTAIN("check", "brand"),
        TO_LOOK_AT("eye", "none");

        private final String icon;
        private final String colour;

        Certainty(String icon, String colour) {
            this.icon = icon;
            this.colour = colour;
        }

        public String icon() {
            return icon;
        }

        public String colour() {
            return colour;
        }

        /** Key of its word. */
        public String word() {
            return "intake.certainty." + name();
        }
    }

    /** A status: colour, sign and word. */
    record Chip(String colour, String icon, String text) {}
}
