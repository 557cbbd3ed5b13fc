package vn.binhquyen.intake.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;

class ReadingOfDraftProperties {
    private static final List<String> NAMES = List.of(
            "Phòng Văn hóa – Xã hội",
            "Phòng Kinh tế",
            "Công an xã",
            "Trạm Y tế",
            "Trạm Y tế và Công an xã",
            "Các thôn",
            "Các cơ quan, đơn vị thuộc xã",
            "Hội Chữ thập đỏ");

    @Provide
    Arbitrary<ReadPlan> plans() {
        Arbitrary<String> name = Arbitraries.of(NAMES);
        Arbitrary<ReadPlan.AssignedTask> task = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(3).ofMaxLength(20),
                        Arbitraries.of(ReadPlan.Role.class),
                        name.list().ofMaxSize(3))
                .as((text, role, with) -> new ReadPlan.AssignedTask(text, role, with, new Place(1, 1, 3)));
        Arbitrary<ReadPlan.Assignment> assignment = Combinators.combine(
                        name,
                        Arbitraries.of(true, false),
                        task.list().ofMaxSize(4),
                        Arbitraries.of("4", "7").list().ofMaxSize(2),
                        Arbitraries.of("4.1", "4.2", "9.9").list().ofMaxSize(2))
                .as((agency, request, tasks, objectives, indicators) -> new ReadPlan.Assignment(
                        agency, false, request, null, tasks, objectives, indicators, new Place(2, 1, 5)));
        return assignment.list().ofMaxSize(6).map(assignments -> Samples.plan(assignments, List.of()));
    }

    @Property(tries = 100)
    void no_two_items_bear_one_id_and_none_points_at_nothing(@ForAll("plans") ReadPlan read) {
        PlanContent content = DraftFromReading.convert(read, Samples.commune(), basis -> Optional.empty());
        Set<UUID> parties = new HashSet<>();
        content.parties().forEach(party -> assertThat(parties.add(party.id())).isTrue());
        for (PlanItem.Task task : content.tasks()) {
            assertThat(parties).containsAll(task.coordinating());
            assertThat(task.coordinating()).doesNotContain(task.lead()).doesNotHaveDuplicates();
            if (task.lead() != null) {
                assertThat(parties).contains(task.lead());
            }
        }
        content.indicators().forEach(indicator -> assertThat(parties).containsAll(indicator.owners()));
    }

    @Property(tries = 100)
    void every_task_of_the_document_is_in_the_draft_once(@ForAll("plans") ReadPlan read) {
        PlanContent content = DraftFromReading.convert(read, Samples.commune(), basis -> Optional.empty());
        int told = read.assignments().stream()
                        .mapToInt(one -> one.tasks().size())
                        .sum()
                + read.taskGroups().stream().mapToInt(one -> one.tasks().size()).sum();
        assertThat(content.tasks()).hasSize(told);
    }

    @Property(tries = 100)
    void what_the_draft_is_read_as_says_what_the_document_said(@ForAll("plans") ReadPlan read) {
        PlanContent content = DraftFromReading.convert(read, Samples.commune(), basis -> Optional.empty());
        ReadPlan again = ReadingOfDraft.of(content, read).plan();
        assertThat(again.title()).isEqualTo(read.title());
        assertThat(again.legalBases()).isEqualTo(read.legalBases());
        assertThat(again.purposes()).isEqualTo(read.purposes());
        assertThat(again.objectives())
                .usingRecursiveComparison()
                .ignoringFields("indicators.measures.what")
                .isEqualTo(read.objectives());
        assertThat(again.taskGroups()).isEqualTo(read.taskGroups());
        assertThat(again.budget()).isEqualTo(read.budget());
        assertThat(again.events()).isEqualTo(read.events());
        assertThat(again.recipients()).isEqualTo(read.recipients());
        assertThat(again.signatory()).isEqualTo(read.signatory());
        assertThat(again.places()).isEqualTo(read.places());
    }

    @Property(tries = 100)
    void every_path_leads_to_an_item_of_the_draft(@ForAll("plans") ReadPlan read) {
        PlanContent content = DraftFromReading.convert(read, Samples.commune(), basis -> Optional.empty());
        ReadingOfDraft view = ReadingOfDraft.of(content, read);
        assertThat(view.itemAt("objectives/0/indicators/1"))
                .contains(content.indicators().get(1).id());
        assertThat(view.itemAt("objectives/0/indicators/0/measures/1"))
                .contains(content.indicators().getFirst().targets().get(1).id());
        assertThat(view.itemAt("objectives/0/indicators/0/text"))
                .contains(content.indicators().getFirst().id());
        assertThat(view.itemAt("taskGroups/0/tasks/1"))
                .contains(content.tasks().get(1).id());
        assertThat(view.itemAt("period")).isEmpty();
    }
}
