package vn.binhquyen.intake.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.review.FromWords;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.Merged;
import vn.binhquyen.intake.review.Reshape;
import vn.binhquyen.intake.review.SplitApart;
import vn.binhquyen.intake.web.ItemForm.Option;

/** How an open item can be put together with others and taken apart, as the page offers it. */
@Component("draftShapes")
class DraftShapes {
    private static final int SHOWN = 28;

    /** What the words of a document can be made into. */
    public List<ItemList> kinds() {
        return FromWords.KINDS;
    }

    public boolean fits(ItemForm form) {
        return !form.fresh() && form.list() != null && Reshape.fits(form.list());
    }

    /** The words of the item below, which would be taken in; null where none follows. */
    public @Nullable String below(Desk desk, ItemForm form) {
        return ItemList.find(desk.content(), UUID.fromString(form.key()))
                .flatMap(found -> Merged.next(desk.content(), found))
                .map(next -> ItemFields.of(next.item()).getOrDefault("text", ""))
                .map(text -> text.length() > 70 ? text.substring(0, 68) + "…" : text)
                .orElse(null);
    }

    /** The points at which the words can be cut, each with the words around it. */
    public List<Option> points(ItemForm form) {
        String text = text(form);
        return SplitApart.points(text).stream()
                .map(point -> new Option(point.toString(), around(text, point), false))
                .toList();
    }

    public String text(ItemForm form) {
        return form.fields().stream()
                .filter(entry -> entry.field().name().equals("text"))
                .map(ItemForm.Entry::value)
                .findFirst()
                .orElse("");
    }

    private static String around(String text, int point) {
        String before = text.substring(Math.max(0, point - SHOWN), point).strip();
        String after =
                text.substring(point, Math.min(text.length(), point + SHOWN)).strip();
        return "…" + before + " | " + after + "…";
    }
}
