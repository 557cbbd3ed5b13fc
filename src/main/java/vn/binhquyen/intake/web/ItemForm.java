package vn.binhquyen.intake.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.review.Field;
import vn.binhquyen.intake.review.ItemList;

/**
 * An item of a draft, or its head, opened for editing.
 *
 * @param key id of the item, or {@link #HEAD}
 * @param list null for the head
 * @param parent where a new item goes; null for a list of the plan itself
 * @param group the task group of a new task; null outside one
 * @param base the fields as shown, as JSON, so that it can be seen who changed what since
 * @param fresh whether nobody has saved it yet
 * @param inside the rows inside the item (the targets of an indicator)
 */
record ItemForm(
        String key,
        @Nullable ItemList list,
        @Nullable UUID parent,
        @Nullable UUID group,
        String base,
        boolean fresh,
        List<Entry> fields,
        List<Row> inside) {

    static final String HEAD = "head";

    /**
     * @param value as text; of several ids, joined by commas
     * @param options of a choice; empty for a field that is typed
     * @param mine what the writer wanted where somebody else had saved another value; null where nobody had
     * @param shownMine {@code mine} in the words of the reader; null with it
     * @param error what does not fit; null where it fits
     */
    record Entry(
            Field field,
            String label,
            @Nullable String help,
            String value,
            List<Option> options,
            @Nullable String mine,
            @Nullable String shownMine,
            @Nullable String error) {

        public String kind() {
            return field.kind().name();
        }

        public long chosen() {
            return options.stream().filter(Option::chosen).count();
        }
    }

    record Option(String value, String label, boolean chosen) {}

    public boolean head() {
        return key.equals(HEAD);
    }

    public boolean spoilt() {
        return fields.stream().anyMatch(entry -> entry.error() != null);
    }

    public boolean clashes() {
        return fields.stream().anyMatch(entry -> entry.mine() != null);
    }
}
