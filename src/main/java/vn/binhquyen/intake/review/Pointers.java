package vn.binhquyen.intake.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.binhquyen.intake.review.Field.Kind;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;

/** Which items of a plan point at which others, and how that is mended when one of them goes or comes back. */
public final class Pointers {
    private static final Set<Kind> POINTING = EnumSet.of(Kind.PARTY, Kind.PARTIES, Kind.OBJECTIVE, Kind.TASK_GROUP);

    private Pointers() {}

    /** Everything that points at the item or at what stands in it. */
    static List<Removal.Pointer> at(PlanContent content, PlanItem item) {
        Set<UUID> going = new java.util.HashSet<>(Set.of(item.id()));
        if (item instanceof PlanItem.Objective objective) {
            objective.indicators().forEach(indicator -> going.add(indicator.id()));
        }
        return ItemList.all(content)
                .flatMap(Pointers::of)
                .filter(pointer -> going.contains(pointer.to()) && !going.contains(pointer.from()))
                .toList();
    }

    /** The same fields without ids of items that the plan does not hold. */
    public static Map<String, String> known(ItemList list, Map<String, String> fields, PlanContent content) {
        Set<String> ids =
                ItemList.all(content).map(found -> found.item().id().toString()).collect(Collectors.toSet());
        Map<String, String> kept = new HashMap<>(fields);
        pointing(list)
                .forEach(field -> kept.computeIfPresent(
                        field.name(),
                        (name, text) -> split(text).filter(ids::contains).collect(Collectors.joining(","))));
        return kept;
    }

    /** Lets the fields that point at items point at others instead. @param ids the new ids by the old */
    static void renamed(ItemList list, Map<String, String> fields, Map<String, String> ids) {
        pointing(list)
                .forEach(field -> fields.computeIfPresent(
                        field.name(),
                        (name, text) ->
                                split(text).map(id -> ids.getOrDefault(id, id)).collect(Collectors.joining(","))));
    }

    /** The fields with the pointers back in them; a single one that points elsewhere by now is left alone. */
    static Map<String, String> restored(ItemList list, Map<String, String> fields, List<Removal.Pointer> pointers) {
        Map<String, String> restored = new HashMap<>(fields);
        for (Removal.Pointer pointer : pointers) {
            boolean several = ItemFields.of(list).stream()
                    .anyMatch(field ->
                            field.name().equals(pointer.field()) && field.kind().several());
            restored.compute(pointer.field(), (name, text) -> {
                if (text == null || text.isEmpty()) {
                    return pointer.to().toString();
                }
                return several ? text + "," + pointer.to() : text;
            });
        }
        return restored;
    }

    private static Stream<Removal.Pointer> of(ItemList.Found found) {
        Map<String, String> fields = ItemFields.of(found.item());
        return pointing(found.list())
                .flatMap(field -> split(fields.getOrDefault(field.name(), ""))
                        .map(id -> new Removal.Pointer(found.item().id(), field.name(), UUID.fromString(id))));
    }

    private static Stream<Field> pointing(ItemList list) {
        return ItemFields.of(list).stream().filter(field -> POINTING.contains(field.kind()));
    }

    private static Stream<String> split(String ids) {
        return Arrays.stream(ids.split(",", -1)).filter(Predicate.not(String::isBlank));
    }
}
