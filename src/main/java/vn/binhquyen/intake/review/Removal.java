package vn.binhquyen.intake.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanItem;

/**
 * An item that was taken out, with all that is needed to put it back.
 *
 * @param parent the item it stood in; null where it stood in the plan itself
 * @param pointers the items that pointed at it, or at what stood in it
 */
public record Removal(String list, @Nullable UUID parent, int position, PlanItem item, List<Pointer> pointers) {

    /** @param field the field of {@code from} that pointed at {@code to}; one value or a list */
    public record Pointer(UUID from, String field, UUID to) {}

    public Removal {
        pointers = List.copyOf(pointers);
    }

    public static Removal of(ItemList.Found found, PlanContent content) {
        return new Removal(
                found.list().key(), found.parent(), found.index(), found.item(), Pointers.at(content, found.item()));
    }

    /** The edits that put the item back into the content as it is now. */
    public List<PlanEdit> undoing(PlanContent content) {
        ItemList into = ItemList.of(list);
        PlanItem back = ItemFields.item(into, item.id(), item, Pointers.known(into, ItemFields.of(item), content));
        List<PlanEdit> edits = new ArrayList<>();
        edits.add(new PlanEdit.Add(parent, list, position, back));
        Map<UUID, List<Pointer>> byItem = pointers.stream()
                .collect(Collectors.groupingBy(Pointer::from, LinkedHashMap::new, Collectors.toList()));
        byItem.forEach((from, lost) -> ItemList.find(content, from).ifPresent(found -> {
            Map<String, String> fields = Pointers.restored(found.list(), ItemFields.of(found.item()), lost);
            edits.add(new PlanEdit.Replace(ItemFields.item(found.list(), from, found.item(), fields)));
        }));
        return edits;
    }
}
