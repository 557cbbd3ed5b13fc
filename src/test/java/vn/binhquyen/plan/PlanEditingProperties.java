package vn.binhquyen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PlanEditingProperties {
    private static final PlanContent CONTENT = SampleContents.small();

    private static List<PlanEditing.Found> items(PlanContent content) {
        return PlanEditing.items(ContentJson.tree(content));
    }

    private static UUID id(PlanEditing.Found found) {
        return UUID.fromString(found.node().get("id").stringValue());
    }

    @Property(tries = 100)
    void however_items_are_taken_out_and_moved_nothing_points_at_nothing_and_no_id_is_twice(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(min = 0, max = 1000) Integer> choices) {
        PlanContent content = CONTENT;
        for (int choice : choices) {
            List<PlanEditing.Found> items = items(content);
            if (items.isEmpty()) {
                break;
            }
            UUID item = id(items.get(choice % items.size()));
            PlanEdit edit = choice % 3 == 0 ? new PlanEdit.Remove(item) : new PlanEdit.Move(item, choice % 7);
            content = PlanEditing.apply(content, List.of(edit));
        }
        assertThat(PlanEditing.danglingReferences(content)).isEmpty();
        Set<UUID> ids = new HashSet<>();
        assertThat(items(content)).allMatch(found -> ids.add(id(found)));
    }

    @Property(tries = 100)
    void moving_an_item_changes_only_the_order_of_its_list(
            @ForAll @IntRange(min = 0, max = 1000) int which, @ForAll @IntRange(min = 0, max = 9) int where) {
        List<PlanEditing.Found> items = items(CONTENT);
        UUID item = id(items.get(which % items.size()));
        PlanContent moved = PlanEditing.apply(CONTENT, List.of(new PlanEdit.Move(item, where)));
        assertThat(items(moved).stream().map(PlanEditingProperties::id))
                .containsExactlyInAnyOrderElementsOf(
                        items.stream().map(PlanEditingProperties::id).toList());
    }

    @Property(tries = 100)
    void what_was_added_and_taken_out_again_leaves_no_trace(
            @ForAll @IntRange(min = 0, max = 9) int index, @ForAll String text) {
        var task = SampleContents.task(
                null,
                text,
                CONTENT.objectives().getFirst().id(),
                TaskKind.ONCE,
                null,
                CONTENT.parties().getFirst().id(),
                List.of());
        PlanContent back = PlanEditing.apply(
                CONTENT, List.of(new PlanEdit.Add(null, "tasks", index, task), new PlanEdit.Remove(task.id())));
        assertThat(back).isEqualTo(CONTENT);
    }

    @Property(tries = 100)
    void a_copy_says_the_same_under_ids_of_its_own(@ForAll Random random) {
        List<PlanEdit> edits = new ArrayList<>();
        for (PlanItem.Task task : CONTENT.tasks()) {
            edits.add(new PlanEdit.Move(task.id(), random.nextInt(3)));
        }
        PlanContent source = PlanEditing.apply(CONTENT, edits);
        PlanContent copy = PlanCopies.withNewIds(source);
        assertThat(copy.tasks())
                .extracting(PlanItem.Task::text)
                .containsExactlyElementsOf(
                        source.tasks().stream().map(PlanItem.Task::text).toList());
        assertThat(PlanEditing.danglingReferences(copy)).isEmpty();
        assertThat(items(copy).stream().map(PlanEditingProperties::id))
                .doesNotContainAnyElementsOf(
                        items(source).stream().map(PlanEditingProperties::id).toList());
    }
}
