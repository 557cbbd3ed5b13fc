package vn.binhquyen.plan;

import static java.util.Map.entry;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.VietnameseNumbers;

/**
 * Applies edits to a content: a pure function. It works on the tree of the content, so that every item, however deep, is
 * found, moved and taken out in one way.
 */
final class PlanEditing {
    /** The lists of a plan and what stands in them. */
    static final Map<String, Class<? extends PlanItem>> LISTS = Map.ofEntries(
            entry("legalBases", PlanItem.LegalBasis.class),
            entry("purposes", PlanItem.Statement.class),
            entry("requirements", PlanItem.Statement.class),
            entry("objectives", PlanItem.Objective.class),
            entry("indicators", PlanItem.Indicator.class),
            entry("targets", PlanItem.Target.class),
            entry("taskGroups", PlanItem.TaskGroup.class),
            entry("tasks", PlanItem.Task.class),
            entry("parties", PlanItem.Party.class),
            entry("budget", PlanItem.BudgetLine.class),
            entry("reportingDuties", PlanItem.ReportingDuty.class),
            entry("events", PlanItem.Event.class),
            entry("recipients", PlanItem.Recipient.class));

    private static final Set<String> FIXED = Set.of("id", "at");

    /** An item in its list. */
    record Found(String list, ArrayNode items, int index) {
        ObjectNode node() {
            return (ObjectNode) items.get(index);
        }

        Class<? extends PlanItem> type() {
            return typeOf(list);
        }
    }

    private PlanEditing() {}

    /**
     * @throws NotFound where an edit names an item that is not there
     * @throws Refused where a value does not fit its field
     */
    static PlanContent apply(PlanContent content, List<PlanEdit> edits) {
        ObjectNode tree = ContentJson.tree(content);
        for (PlanEdit edit : edits) {
            switch (edit) {
                case PlanEdit.SetField set -> setField(tree, set);
                case PlanEdit.Add add -> add(tree, add);
                case PlanEdit.Replace replace -> replace(tree, replace.item());
                case PlanEdit.Remove remove -> remove(tree, remove.item());
                case PlanEdit.Move move -> move(found(tree, move.item()), move.index());
            }
        }
        PlanContent edited = ContentJson.content(tree);
        requireSound(edited);
        return edited;
    }

    /** @throws IllegalArgumentException where two items bear one id, or an item points at none */
    static void requireSound(PlanContent content) {
        Set<UUID> seen = new HashSet<>();
        for (Found found : items(ContentJson.tree(content))) {
            if (!seen.add(UUID.fromString(found.node().get("id").stringValue()))) {
                throw new IllegalArgumentException(
                        "two items bear the id " + found.node().get("id"));
            }
        }
        Set<String> dangling = danglingReferences(content);
        if (!dangling.isEmpty()) {
            throw new IllegalArgumentException("items point at what is not there: " + dangling);
        }
    }

    /** The ids that items point at although no item bears them. */
    static Set<String> danglingReferences(PlanContent content) {
        Set<String> known = new HashSet<>();
        collectIds(ContentJson.tree(content), known);
        Set<String> used = new HashSet<>();
        content.indicators().forEach(indicator -> indicator.owners().forEach(id -> used.add(id.toString())));
        for (PlanItem.Task task : content.tasks()) {
            for (UUID id : Arrays.asList(task.group(), task.objective(), task.lead())) {
                if (id != null) {
                    used.add(id.toString());
                }
            }
            task.coordinating().forEach(id -> used.add(id.toString()));
        }
        content.reportingDuties().forEach(duty -> duty.from().forEach(id -> used.add(id.toString())));
        content.recipients().stream()
                .map(PlanItem.Recipient::party)
                .filter(java.util.Objects::nonNull)
                .forEach(id -> used.add(id.toString()));
        used.removeAll(known);
        return used;
    }

    private static void setField(ObjectNode tree, PlanEdit.SetField set) {
        Found found = set.item() == null ? null : found(tree, set.item());
        RecordComponent component = component(found == null ? PlanContent.class : found.type(), set.field());
        ObjectNode node = found == null ? tree : found.node();
        try {
            node.set(set.field(), fieldValue(component, set.value()));
            ContentJson.content(tree);
        } catch (JacksonException e) {
            throw new Refused("plan.refused.value", set.field());
        }
    }

    private static JsonNode fieldValue(RecordComponent component, @Nullable Object given) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Object value = given instanceof String text && text.isBlank() && nullable ? null : given;
        if (value instanceof String text && component.getType() == BigDecimal.class) {
            value = VietnameseNumbers.parse(text)
                    .orElseThrow(() -> new Refused("plan.refused.value", component.getName()));
        }
        Object typed = value == null
                ? null
                : ContentJson.MAPPER.convertValue(
                        value, ContentJson.MAPPER.getTypeFactory().constructType(component.getGenericType()));
        if (typed == null && !nullable) {
            throw new Refused("plan.refused.value", component.getName());
        }
        return ContentJson.MAPPER.valueToTree(typed);
    }

    private static RecordComponent component(Class<?> type, String field) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(field))
                .filter(component -> !LISTS.containsKey(field) && !FIXED.contains(field))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no field " + field + " to set in " + type.getSimpleName()));
    }

    private static void add(ObjectNode tree, PlanEdit.Add add) {
        if (typeOf(add.list()) != add.item().getClass()) {
            throw new IllegalArgumentException("a " + add.item().getClass().getSimpleName() + " among " + add.list());
        }
        if (find(tree, add.item().id()).isPresent()) {
            throw new IllegalArgumentException("the plan holds " + add.item().id() + " already");
        }
        ObjectNode parent =
                add.parent() == null ? tree : found(tree, add.parent()).node();
        if (!(parent.get(add.list()) instanceof ArrayNode items)) {
            throw new IllegalArgumentException("no list " + add.list() + " there");
        }
        items.insert(Math.clamp(add.index(), 0, items.size()), ContentJson.tree(add.item()));
    }

    private static void replace(ObjectNode tree, PlanItem item) {
        Found found = found(tree, item.id());
        if (found.type() != item.getClass()) {
            throw new IllegalArgumentException("a " + item.getClass().getSimpleName() + " among " + found.list());
        }
        ObjectNode before = found.node();
        found.items().set(found.index(), ContentJson.tree(item));
        Set<String> gone = new HashSet<>();
        collectIds(before, gone);
        Set<String> kept = new HashSet<>();
        collectIds(tree, kept);
        gone.removeAll(kept);
        forget(tree, gone);
    }

    private static void remove(ObjectNode tree, UUID item) {
        Found found = found(tree, item);
        Set<String> gone = new HashSet<>();
        collectIds(found.node(), gone);
        found.items().remove(found.index());
        forget(tree, gone);
    }

    private static void move(Found found, int index) {
        JsonNode node = found.items().remove(found.index());
        found.items().insert(Math.clamp(index, 0, found.items().size()), node);
    }

    private static void forget(JsonNode node, Set<String> gone) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode child = object.get(name);
                if (child.isString() && gone.contains(child.stringValue())) {
                    object.putNull(name);
                } else {
                    forget(child, gone);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                JsonNode child = array.get(i);
                if (child.isString() && gone.contains(child.stringValue())) {
                    array.remove(i);
                } else {
                    forget(child, gone);
                }
            }
        }
    }

    private static Class<? extends PlanItem> typeOf(String list) {
        Class<? extends PlanItem> type = LISTS.get(list);
        if (type == null) {
            throw new IllegalArgumentException("no list " + list + " in a plan");
        }
        return type;
    }

    private static Found found(ObjectNode tree, UUID item) {
        return find(tree, item).orElseThrow(() -> new NotFound("item", item));
    }

    private static Optional<Found> find(ObjectNode tree, UUID item) {
        return items(tree).stream()
                .filter(found -> item.toString().equals(found.node().path("id").asString("")))
                .findFirst();
    }

    /** All items of the tree, each before what stands inside it. */
    static List<Found> items(ObjectNode tree) {
        List<Found> all = new ArrayList<>();
        for (String list : tree.propertyNames()) {
            if (LISTS.containsKey(list) && tree.get(list) instanceof ArrayNode items) {
                for (int i = 0; i < items.size(); i++) {
                    Found found = new Found(list, items, i);
                    all.add(found);
                    all.addAll(items(found.node()));
                }
            }
        }
        return all;
    }

    private static void collectIds(JsonNode node, Set<String> ids) {
        if (node instanceof ObjectNode object && object.path("id").isString()) {
            ids.add(object.path("id").stringValue());
        }
        node.forEach(child -> collectIds(child, ids));
    }
}
