package vn.binhquyen.intake.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.TaskKind;

class ItemFieldsTest {
    private static final UUID ID = UUID.randomUUID();
    private static final PlanItem.At AT = new PlanItem.At(3, 4, 5);

    private static final PlanItem.Target TARGET = new PlanItem.Target(
            ID,
            "tiểu học",
            Comparator.AT_LEAST,
            new BigDecimal("1180.5"),
            null,
            "người",
            new BigDecimal("12"),
            2030,
            PlanItem.Frequency.YEAR,
            "NQ28-5.2a",
            AT);

    private static Map<String, String> with(PlanItem item, String field, String text) {
        Map<String, String> fields = new HashMap<>(ItemFields.of(item));
        fields.put(field, text);
        return fields;
    }

    @Test
    void an_item_comes_back_from_its_fields_as_it_was() {
        PlanItem.Task task = new PlanItem.Task(
                ID,
                UUID.randomUUID(),
                "Mở lớp tập huấn",
                UUID.randomUUID(),
                TaskKind.RECURRING,
                PlanItem.Frequency.QUARTER,
                LocalDate.of(2026, 6, 30),
                UUID.randomUUID(),
                List.of(UUID.randomUUID(), UUID.randomUUID()),
                true,
                AT);
        PlanItem.Event event = new PlanItem.Event(
                ID, "Tháng hành động", new PartialDate(null, 11, 15), new PartialDate(2026, 12, null), true, AT);
        assertThat(ItemFields.item(ItemList.TARGETS, ID, TARGET, ItemFields.of(TARGET)))
                .isEqualTo(TARGET);
        assertThat(ItemFields.item(ItemList.TASKS, ID, task, ItemFields.of(task)))
                .isEqualTo(task);
        assertThat(ItemFields.item(ItemList.EVENTS, ID, event, ItemFields.of(event)))
                .isEqualTo(event);
    }

    @Test
    void numbers_are_written_and_read_as_vietnam_writes_them() {
        assertThat(ItemFields.of(TARGET)).containsEntry("value", "1.180,5");
        assertThat(ItemFields.item(ItemList.TARGETS, ID, TARGET, with(TARGET, "value", "1,4")))
                .extracting(item -> ((PlanItem.Target) item).value())
                .isEqualTo(new BigDecimal("1.4"));
    }

    @Test
    void what_is_no_number_is_named_by_its_field() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> ItemFields.item(ItemList.TARGETS, ID, TARGET, with(TARGET, "value", "nhiều")))
                .satisfies(unfit -> assertThat(unfit.errors()).containsOnlyKeys("value"));
    }

    @Test
    void the_upper_end_of_a_span_must_not_lie_below_the_lower() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> ItemFields.item(ItemList.TARGETS, ID, TARGET, with(TARGET, "high", "3")))
                .satisfies(unfit -> assertThat(unfit.errors()).containsOnlyKeys("high"));
    }

    @Test
    void a_last_day_is_written_and_read_as_day_month_year() {
        Map<String, String> fields = ItemFields.blank(ItemList.TASKS);
        fields.put("text", "Tuần tra");
        fields.put("dueOn", "5/9/2026");
        PlanItem task = ItemFields.item(ItemList.TASKS, ID, null, fields);
        assertThat(((PlanItem.Task) task).dueOn()).isEqualTo(LocalDate.of(2026, 9, 5));
        assertThat(ItemFields.of(task)).containsEntry("dueOn", "05/09/2026");
        fields.put("dueOn", "31/9/2026");
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> ItemFields.item(ItemList.TASKS, ID, null, fields))
                .satisfies(unfit -> assertThat(unfit.errors()).containsOnlyKeys("dueOn"));
    }

    @Test
    void a_task_needs_its_words() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> ItemFields.item(ItemList.TASKS, ID, null, ItemFields.blank(ItemList.TASKS)))
                .satisfies(unfit -> assertThat(unfit.errors()).containsOnlyKeys("text"));
    }

    @Test
    void who_leads_does_not_take_part_beside_it() {
        UUID party = UUID.randomUUID();
        Map<String, String> fields = ItemFields.blank(ItemList.TASKS);
        fields.put("text", "Tuần tra");
        fields.put("lead", party.toString());
        fields.put("coordinating", party.toString());
        assertThat(((PlanItem.Task) ItemFields.item(ItemList.TASKS, ID, null, fields)).coordinating())
                .isEmpty();
    }
}
