package vn.binhquyen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.PartialDate;

class PlanRulesTest {
    private final PlanContent content = SampleContents.small();

    private static List<String> codes(List<Missing> missing, boolean blocking) {
        return missing.stream()
                .filter(one -> one.blocking() == blocking)
                .map(Missing::code)
                .toList();
    }

    private PlanContent edit(PlanEdit... edits) {
        return PlanEditing.apply(content, List.of(edits));
    }

    @Test
    void a_complete_plan_lacks_nothing() {
        assertThat(PlanCheck.missing(content, false)).isEmpty();
    }

    @Test
    void a_blank_plan_lacks_title_period_signatory_and_work() {
        assertThat(codes(PlanCheck.missing(PlanContent.blank(PlanKind.KE_HOACH), false), true))
                .containsExactly(
                        "plan.missing.title", "plan.missing.period", "plan.missing.signatory", "plan.missing.work");
    }

    @Test
    void a_signed_document_must_say_who_signed_it() {
        assertThat(codes(PlanCheck.missing(content, true), true)).containsExactly("plan.missing.signatory-name");
    }

    @Test
    void a_name_that_stands_for_nobody_blocks_where_it_owes_something() {
        PlanItem.Party group = content.parties().get(2);
        PlanContent unmatched = edit(new PlanEdit.SetField(group.id(), "agencies", List.of()));
        assertThat(PlanCheck.missing(unmatched, false)).singleElement().satisfies(missing -> {
            assertThat(missing.blocking()).isTrue();
            assertThat(missing.arguments()).containsExactly("Các thôn trên địa bàn");
            assertThat(missing.item()).isEqualTo(group.id());
        });
    }

    @Test
    void a_party_that_is_only_asked_may_stay_unmatched() {
        PlanItem.Party group = content.parties().get(2);
        PlanContent asked = edit(
                new PlanEdit.SetField(group.id(), "agencies", List.of()),
                new PlanEdit.SetField(group.id(), "request", true));
        assertThat(codes(PlanCheck.missing(asked, false), true)).isEmpty();
        assertThat(codes(PlanCheck.missing(asked, false), false)).containsExactly("plan.missing.party-agency");
    }

    @Test
    void an_indicator_nobody_follows_is_a_warning() {
        UUID indicator = content.indicators().getFirst().id();
        assertThat(codes(PlanCheck.missing(edit(new PlanEdit.SetField(indicator, "owners", List.of())), false), false))
                .containsExactly("plan.missing.indicator-owner");
    }

    @Test
    void a_plan_for_the_next_year_moves_its_years_dates_and_targets_on() {
        PlanContent next = PlanCopies.forNextPeriod(content);
        assertThat(next.period()).isEqualTo(new PlanContent.Period(2027, 2027));
        assertThat(next.title()).contains("năm 2027");
        assertThat(next.tasks().getFirst().dueOn()).isEqualTo(LocalDate.of(2027, 12, 15));
        assertThat(next.reportingDuties().getFirst().dueOn()).isEqualTo(PartialDate.parse("2027-06-10"));
        assertThat(next.indicators().getFirst().targets().getFirst().byYear()).isEqualTo(2027);
        assertThat(next.indicators().getFirst().text()).contains("Đến năm 2027");
    }

    @Test
    void a_plan_for_the_next_years_leaves_the_dates_of_its_legal_bases() {
        PlanItem.LegalBasis basis =
                PlanCopies.forNextPeriod(content).legalBases().getFirst();
        assertThat(basis.issuedOn()).isEqualTo(PartialDate.parse("2021-03-03"));
        assertThat(basis.title()).contains("2021 - 2030");
    }

    @Test
    void a_five_year_plan_moves_on_by_five_years() {
        PlanContent fiveYears = edit(new PlanEdit.SetField(null, "period", new PlanContent.Period(2026, 2030)));
        assertThat(PlanCopies.forNextPeriod(fiveYears).period()).isEqualTo(new PlanContent.Period(2031, 2035));
    }

    @Test
    void equal_contents_differ_in_nothing() {
        assertThat(PlanComparison.between(content, content, Map.of())).isEmpty();
    }

    @Test
    void a_comparison_tells_what_was_added_removed_and_changed_in_words() {
        PlanItem.Task task = content.tasks().getFirst();
        PlanItem.Task gone = content.tasks().get(1);
        PlanItem.Statement purpose = new PlanItem.Statement(UUID.randomUUID(), "Mục đích mới.", null);
        PlanContent later = edit(
                new PlanEdit.SetField(
                        task.id(), "lead", content.parties().get(1).id().toString()),
                new PlanEdit.Remove(gone.id()),
                new PlanEdit.Add(null, "purposes", 9, purpose));
        List<PlanDifference> differences = PlanComparison.between(content, later, Map.of());
        assertThat(differences)
                .extracting(PlanDifference::kind, PlanDifference::label)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(PlanDifference.Kind.CHANGED, task.text()),
                        org.assertj.core.groups.Tuple.tuple(PlanDifference.Kind.REMOVED, gone.text()),
                        org.assertj.core.groups.Tuple.tuple(PlanDifference.Kind.ADDED, "Mục đích mới."));
        assertThat(differences.stream()
                        .filter(one -> one.kind() == PlanDifference.Kind.CHANGED)
                        .findFirst()
                        .orElseThrow()
                        .changes())
                .containsExactly(new PlanDifference.Change("lead", "Phòng Văn hóa – Xã hội", "Công an xã"));
    }
}
