package vn.binhquyen.intake.review;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;

/** The steps that put items together or take one apart. */
public final class Reshape {

    private Reshape() {}

    /** Whether items of the list can be put together and taken apart. */
    public static boolean fits(ItemList list) {
        return list == ItemList.TASKS || list == ItemList.INDICATORS;
    }

    /** @param text of the document; null for a plan that was written here. Empty where nothing of its kind follows */
    public static Optional<Step> merge(PlanContent content, UUID item, @Nullable DocumentText text) {
        ItemList.Found upper = ItemList.find(content, item).orElseThrow(() -> new NotFound("item", item));
        return Merged.next(content, upper).map(lower -> Merged.of(upper, lower, places(text)));
    }

    /** @param text of the item, to be cut at the point. Empty where one side would hold no word */
    public static Optional<Step> split(ItemList.Found item, String text, int point, @Nullable DocumentText document) {
        return fits(item.list()) ? SplitApart.of(item, text, point, places(document)) : Optional.empty();
    }

    /** The words of a task or an indicator. */
    public static String words(PlanItem item) {
        return ItemFields.of(item).getOrDefault("text", "");
    }

    private static @Nullable TextPlaces places(@Nullable DocumentText text) {
        return text == null ? null : new TextPlaces(text);
    }
}
