package vn.binhquyen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.Refused;

class PlanEditingTest {
    private final PlanContent content = SampleContents.small();

    private PlanContent edit(PlanEdit... edits) {
        return PlanEditing.apply(content, List.of(edits));
    }

    private PlanContent set(@Nullable UUID item, String field, @Nullable Object value) {
        return edit(new PlanEdit.SetField(item, field, value));
    }

    @Test
    void a_content_reads_back_as_it_was_written() {
        assertThat(ContentJson.read(ContentJson.write(content))).isEqualTo(content);
    }

    @Test
    void a_field_of_the_plan_itself_is_set() {
        assertThat(set(null, "title", "Kế hoạch mới").title()).isEqualTo("Kế hoạch mới");
        assertThat(set(null, "period", new PlanContent.Period(2026, 2030)).period())
                .isEqualTo(new PlanContent.Period(2026, 2030));
    }

    @Test
    void a_field_deep_inside_is_set_from_text_as_a_form_sends_it() {
        PlanItem.Indicator indicator = content.indicators().getFirst();
        UUID target = indicator.targets().getFirst().id();
        PlanContent edited = edit(
                new PlanEdit.SetField(target, "value", "1,4"),
                new PlanEdit.SetField(target, "comparator", "<="),
                new PlanEdit.SetField(target, "byYear", "2030"),
                new PlanEdit.SetField(indicator.id(), "direction", "DOWN"));
        PlanItem.Indicator after = edited.indicators().getFirst();
        assertThat(after.direction()).isEqualTo(Direction.DOWN);
        assertThat(after.targets().getFirst().value()).isEqualByComparingTo(new BigDecimal("1.4"));
        assertThat(after.targets().getFirst().comparator()).isEqualTo(Comparator.AT_MOST);
        assertThat(after.targets().getFirst().byYear()).isEqualTo(2030);
    }

    @Test
    void a_partial_date_is_set_from_text() {
        UUID duty = content.reportingDuties().getFirst().id();
        assertThat(set(duty, "dueOn", "06-10").reportingDuties().getFirst().dueOn())
                .isEqualTo(PartialDate.parse("06-10"));
    }

    @Test
    void a_blank_text_empties_a_field_that_may_be_empty() {
        UUID task = content.tasks().getFirst().id();
        assertThat(set(task, "dueOn", " ").tasks().getFirst().dueOn()).isNull();
    }

    @Test
    void a_field_that_must_have_a_value_can_not_be_emptied() {
        UUID target = content.indicators().getFirst().targets().getFirst().id();
        assertThatThrownBy(() -> set(target, "value", "")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> set(target, "value", null)).isInstanceOf(Refused.class);
    }

    @Test
    void a_value_that_does_not_fit_is_refused_and_names_the_field() {
        UUID target = content.indicators().getFirst().targets().getFirst().id();
        assertThatThrownBy(() -> set(target, "byYear", "năm tới"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.arguments()).containsExactly("byYear"));
        assertThatThrownBy(() -> set(target, "value", "nhiều")).isInstanceOf(Refused.class);
    }

    @Test
    void the_id_of_an_item_can_not_be_set() {
        UUID task = content.tasks().getFirst().id();
        assertThatThrownBy(() -> set(task, "id", UUID.randomUUID())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_edit_of_an_item_that_is_gone_is_told_so() {
        assertThatThrownBy(() -> set(UUID.randomUUID(), "text", "…")).isInstanceOf(NotFound.class);
    }

    @Test
    void an_indicator_is_added_to_its_objective() {
        UUID objective = content.objectives().getFirst().id();
        var indicator = new PlanItem.Indicator(
                UUID.randomUUID(), "2", "Chỉ tiêu thêm", Direction.NONE, null, false, List.of(), List.of(), null);
        assertThat(edit(new PlanEdit.Add(objective, "indicators", 0, indicator)).indicators())
                .extracting(PlanItem.Indicator::text)
                .startsWith("Chỉ tiêu thêm");
    }

    @Test
    void an_item_is_not_added_to_a_list_of_another_kind() {
        var statement = new PlanItem.Statement(UUID.randomUUID(), "…", null);
        assertThatThrownBy(() -> edit(new PlanEdit.Add(null, "tasks", 0, statement)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void taking_out_a_party_takes_it_out_of_tasks_indicators_duties_and_recipients() {
        UUID police = content.parties().get(1).id();
        PlanContent edited = edit(new PlanEdit.Remove(police));
        assertThat(edited.tasks().get(1).lead()).isNull();
        assertThat(edited.tasks().getFirst().coordinating()).hasSize(1).doesNotContain(police);
        assertThat(edited.reportingDuties().getFirst().from()).hasSize(2);
        assertThat(edited.recipients().get(1).party()).isNull();
    }

    @Test
    void replacing_an_objective_frees_what_pointed_at_an_indicator_that_is_gone_with_it() {
        PlanItem.Objective objective = content.objectives().getFirst();
        PlanContent edited =
                edit(new PlanEdit.Replace(new PlanItem.Objective(objective.id(), "1", "Đổi tên", List.of(), null)));
        assertThat(edited.indicators()).isEmpty();
        assertThat(edited.tasks().getFirst().objective()).isEqualTo(objective.id());
    }

    @Test
    void an_item_may_not_point_at_what_is_not_there() {
        UUID task = content.tasks().getFirst().id();
        assertThatThrownBy(() -> set(task, "lead", UUID.randomUUID())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_content_before_stays_as_it_was() {
        String before = ContentJson.write(content);
        edit(new PlanEdit.Remove(content.parties().getFirst().id()));
        assertThat(ContentJson.write(content)).isEqualTo(before);
    }
}
