package vn.binhquyen.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds what a later content says otherwise than an earlier one: a pure function. */
final class PlanComparison {
    private static final Set<String> SILENT = Set.of("id", "at", "indicators", "targets");
    private static final List<String> LABELS = List.of("text", "title", "name", "number", "what", "kind", "value");

    private final Map<String, String> words = new HashMap<>();

    private PlanComparison() {}

    /** @param agencyNames names of agencies by their id, for parties */
    static List<PlanDifference> between(PlanContent earlier, PlanContent later, Map<String, String> agencyNames) {
        PlanComparison comparison = new PlanComparison();
        comparison.words.putAll(agencyNames);
        return comparison.differences(ContentJson.tree(earlier), ContentJson.tree(later));
    }

    private List<PlanDifference> differences(ObjectNode earlier, ObjectNode later) {
        Map<String, PlanEditing.Found> before = byId(earlier);
        Map<String, PlanEditing.Found> after = byId(later);
        before.forEach((id, found) -> words.put(id, label(found.node())));
        after.forEach((id, found) -> words.put(id, label(found.node())));
        List<PlanDifference> differences = new ArrayList<>();
        List<PlanDifference.Change> head = changes(earlier, later);
        if (!head.isEmpty()) {
            differences.add(new PlanDifference(PlanDifference.Kind.CHANGED, "head", null, "", head));
        }
        after.forEach((id, found) -> {
            PlanEditing.Found old = before.get(id);
            if (old == null) {
                differences.add(difference(PlanDifference.Kind.ADDED, found, List.of()));
            } else {
                List<PlanDifference.Change> changes = changes(old.node(), found.node());
                if (!changes.isEmpty()) {
                    differences.add(difference(PlanDifference.Kind.CHANGED, found, changes));
                }
            }
        });
        before.forEach((id, found) -> {
            if (!after.containsKey(id)) {
                differences.add(difference(PlanDifference.Kind.REMOVED, found, List.of()));
            }
        });
        return differences;
    }

    private static Map<String, PlanEditing.Found> byId(ObjectNode tree) {
        Map<String, PlanEditing.Found> found = new LinkedHashMap<>();
        PlanEditing.items(tree).forEach(item -> found.put(item.node().get("id").stringValue(), item));
        return found;
    }

    private static PlanDifference difference(
            PlanDifference.Kind kind, PlanEditing.Found found, List<PlanDifference.Change> changes) {
        return new PlanDifference(
                kind,
                found.list(),
                UUID.fromString(found.node().get("id").stringValue()),
                label(found.node()),
                changes);
    }

    private List<PlanDifference.Change> changes(ObjectNode before, ObjectNode after) {
        return after.propertyNames().stream()
                .filter(field -> !SILENT.contains(field) && !PlanEditing.LISTS.containsKey(field))
                .filter(field -> !before.path(field).equals(after.path(field)))
                .map(field -> new PlanDifference.Change(field, read(before.path(field)), read(after.path(field))))
                .filter(change -> !java.util.Objects.equals(change.before(), change.after()))
                .toList();
    }

    private @Nullable String read(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return object.propertyNames().stream()
                    .filter(field -> !SILENT.contains(field))
                    .map(field -> read(object.path(field)))
                    .filter(java.util.Objects::nonNull)
                    .collect(Collectors.joining(" – "));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(this::read)
                    .filter(java.util.Objects::nonNull)
                    .collect(Collectors.joining("; "));
        }
        String text = value.asString();
        return words.getOrDefault(text, text);
    }

    private static String label(ObjectNode node) {
        return LABELS.stream()
                .map(node::path)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(value -> value.asString())
                .findFirst()
                .orElse("");
    }
}
