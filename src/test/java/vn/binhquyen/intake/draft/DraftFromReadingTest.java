package vn.binhquyen.intake.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanItem.PartyKind;
import vn.binhquyen.plan.TaskKind;

class DraftFromReadingTest {

    private static PlanContent with(ReadPlan.Assignment... assignments) {
        return DraftFromReading.convert(
                Samples.plan(List.of(assignments), List.of()), Samples.commune(), basis -> Optional.empty());
    }

    private static PlanContent with(ReadPlan.ReportingDuty duty) {
        return DraftFromReading.convert(
                Samples.plan(List.of(), List.of(duty)), Samples.commune(), basis -> Optional.empty());
    }

    private static PlanItem.Party partyNamed(PlanContent content, String name) {
        return content.parties().stream()
                .filter(party -> party.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + content.parties()));
    }

    @Test
    void the_head_is_taken_over() {
        PlanContent content = with();
        assertThat(content.title()).startsWith("Thực hiện công tác bình đẳng giới năm 2026");
        assertThat(content.period()).isEqualTo(new PlanContent.Period(2026, 2026));
        assertThat(content.place()).isEqualTo("Thượng Sơn");
        assertThat(content.signatory()).extracting(PlanContent.Signatory::name).isEqualTo("Triệu Văn Lâm");
    }

    @Test
    void the_basis_that_is_the_plan_above_is_cited_as_parent() {
        assertThat(with().parent())
                .isEqualTo(new PlanContent.Parent(null, "Kế hoạch số 31/KH-UBND của UBND tỉnh Minh Hà"));
    }

    @Test
    void the_plan_above_is_linked_where_it_is_known_here() {
        PlanId known = new PlanId(UUID.randomUUID());
        PlanContent content = DraftFromReading.convert(
                Samples.plan(List.of(), List.of()),
                Samples.commune(),
                basis -> "31/KH-UBND".equals(basis.number()) ? Optional.of(known) : Optional.empty());
        assertThat(content.parent()).extracting(PlanContent.Parent::plan).isEqualTo(known);
    }

    @Test
    void purposes_keep_their_places_in_the_text() {
        assertThat(with().purposes()).singleElement().satisfies(purpose -> {
            assertThat(purpose.text()).isEqualTo("Thu hẹp khoảng cách giới.");
            assertThat(purpose.at()).isEqualTo(new PlanItem.At(6, 1, 26));
        });
    }

    @Test
    void an_indicator_with_two_measures_says_which_part_each_is_about() {
        PlanItem.Indicator indicator = with().indicators().getFirst();
        assertThat(indicator.targets()).extracting(PlanItem.Target::what).containsExactly("khám thai", "tư vấn");
        assertThat(indicator.countsPersons()).isTrue();
    }

    @Test
    void an_indicator_about_bodies_counts_no_persons() {
        assertThat(with().indicators().get(1).countsPersons()).isFalse();
    }

    @Test
    void who_follows_an_objective_owns_its_indicators_and_who_follows_one_owns_that_one() {
        ReadPlan.Assignment ofObjective = new ReadPlan.Assignment(
                "Phòng Văn hóa – Xã hội", false, false, null, List.of(), List.of("4"), List.of(), null);
        ReadPlan.Assignment ofIndicator =
                new ReadPlan.Assignment("Trạm Y tế xã", false, false, null, List.of(), List.of(), List.of("4.2"), null);
        PlanContent content = with(ofObjective, ofIndicator);
        UUID culture = partyNamed(content, "Phòng Văn hóa – Xã hội").id();
        UUID health = partyNamed(content, "Trạm Y tế xã").id();
        assertThat(content.indicators().get(0).owners()).containsExactly(culture);
        assertThat(content.indicators().get(1).owners()).containsExactly(culture, health);
    }

    @Test
    void who_follows_a_number_of_a_list_without_objectives_owns_that_indicator() {
        ReadPlan.Assignment ofIndicator =
                new ReadPlan.Assignment("Trạm Y tế xã", false, false, null, List.of(), List.of(), List.of("2"), null);
        PlanContent content = DraftFromReading.convert(
                Samples.flatPlan(List.of(ofIndicator)), Samples.commune(), basis -> Optional.empty());
        UUID health = partyNamed(content, "Trạm Y tế xã").id();
        assertThat(content.indicators().get(0).owners()).isEmpty();
        assertThat(content.indicators().get(1).owners()).containsExactly(health);
    }

    @Test
    void a_task_points_at_its_group_and_its_objective() {
        PlanContent content = with();
        PlanItem.Task task = content.tasks().getFirst();
        assertThat(task.group()).isEqualTo(content.taskGroups().getFirst().id());
        assertThat(task.objective()).isEqualTo(content.objectives().getFirst().id());
        assertThat(task.kind()).isEqualTo(TaskKind.STANDING);
    }

    @Test
    void a_task_with_a_last_day_is_done_once() {
        PlanItem.Task task = with().tasks().get(1);
        assertThat(task.dueOn()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(task.kind()).isEqualTo(TaskKind.ONCE);
    }

    @Test
    void a_task_without_a_day_and_a_count_goes_on() {
        PlanContent content = with(Samples.assignment(
                "Công an xã",
                Samples.led("Tiếp nhận, xác minh tin báo về bạo lực gia đình."),
                Samples.led("Theo dõi, báo cáo các chỉ tiêu 1, 3 của Mục tiêu 2 và Mục tiêu 4 của Kế hoạch.")));
        assertThat(content.tasks()).extracting(PlanItem.Task::kind).endsWith(TaskKind.STANDING, TaskKind.STANDING);
    }

    @Test
    void a_task_with_a_count_or_an_occasion_is_done_once_though_nobody_says_when() {
        PlanContent content = with(Samples.assignment(
                "Công an xã",
                Samples.led("Mở 03 lớp tập huấn cho công an viên."),
                Samples.led("Xây dựng kịch bản và tổ chức lễ phát động.")));
        assertThat(content.tasks()).extracting(PlanItem.Task::kind).endsWith(TaskKind.ONCE, TaskKind.ONCE);
    }

    @Test
    void a_task_that_comes_back_every_quarter_says_so() {
        PlanContent content = with(Samples.assignment("Công an xã", Samples.led("Hằng quý gửi số liệu.")));
        assertThat(content.tasks().getLast().kind()).isEqualTo(TaskKind.RECURRING);
        assertThat(content.tasks().getLast().recurrence()).isEqualTo(PlanItem.Frequency.QUARTER);
    }

    @Test
    void a_name_is_matched_however_the_document_spells_it() {
        PlanContent content = with(
                Samples.assignment("Phòng VHXH xã Thượng Sơn"),
                Samples.assignment("Hội LHPN xã"),
                Samples.assignment("Công an xã Thượng Sơn"),
                Samples.assignment("Ủy ban nhân dân xã"));
        assertThat(content.parties())
                .extracting(PlanItem.Party::agencies)
                .containsExactly(
                        List.of(Samples.CULTURE.id()),
                        List.of(Samples.WOMEN.id()),
                        List.of(Samples.POLICE.id()),
                        List.of(Samples.COMMITTEE.id()));
    }

    @Test
    void a_name_that_means_nobody_known_stays_unmatched() {
        PlanContent content = with(Samples.assignment("Phòng Nông nghiệp"));
        assertThat(content.parties()).singleElement().satisfies(party -> {
            assertThat(party.unmatched()).isTrue();
            assertThat(party.kind()).isEqualTo(PartyKind.AGENCY);
        });
    }

    @Test
    void a_similar_name_of_another_body_is_not_taken_for_it() {
        KnownAgencies known = Samples.commune();
        assertThat(known.named("Phòng Văn hóa – Thể thao")).isEmpty();
    }

    @Test
    void the_villages_are_resolved_to_each_village() {
        PlanContent content = with(Samples.assignment("Các thôn trên địa bàn"));
        assertThat(content.parties()).singleElement().satisfies(party -> {
            assertThat(party.kind()).isEqualTo(PartyKind.GROUP);
            assertThat(party.agencies()).containsExactly(Samples.VILLAGE_1.id(), Samples.VILLAGE_2.id());
        });
    }

    @Test
    void a_mixed_collective_holds_the_members_of_each() {
        PlanContent content = with(Samples.assignment("Các cơ quan, đơn vị thuộc xã và các thôn"));
        assertThat(content.parties())
                .singleElement()
                .extracting(PlanItem.Party::agencies)
                .isEqualTo(List.of(
                        Samples.CULTURE.id(),
                        Samples.ECONOMY.id(),
                        Samples.POLICE.id(),
                        Samples.HEALTH.id(),
                        Samples.VILLAGE_1.id(),
                        Samples.VILLAGE_2.id()));
    }

    @Test
    void the_committees_of_the_communes_are_the_standing_agencies_below() {
        KnownAgencies province = new KnownAgencies(
                "tỉnh Minh Hà",
                List.of(Samples.DEPARTMENT_ABOVE),
                java.util.Map.of(),
                List.of(Samples.CULTURE, Samples.ECONOMY),
                List.of());
        assertThat(GroupNames.members("UBND các xã, phường", province))
                .containsExactly(Samples.CULTURE.id(), Samples.ECONOMY.id());
    }

    @Test
    void a_paired_name_becomes_two_parties_of_which_the_first_leads() {
        PlanContent content = with(Samples.assignment("Trạm Y tế và Công an xã", Samples.led("Hỗ trợ nạn nhân.")));
        assertThat(content.parties()).extracting(PlanItem.Party::name).containsExactly("Trạm Y tế", "Công an xã");
        PlanItem.Task task = content.tasks().getLast();
        assertThat(task.lead()).isEqualTo(partyNamed(content, "Trạm Y tế").id());
        assertThat(task.coordinating())
                .containsExactly(partyNamed(content, "Công an xã").id());
    }

    @Test
    void an_and_inside_a_name_does_not_split_it() {
        assertThat(GroupNames.split("Phòng Giáo dục và Đào tạo")).containsExactly("Phòng Giáo dục và Đào tạo");
        assertThat(GroupNames.split("Sở Văn hóa, Thể thao và Du lịch"))
                .containsExactly("Sở Văn hóa, Thể thao và Du lịch");
    }

    @Test
    void the_office_of_council_and_committee_is_one_body() {
        assertThat(GroupNames.split("Văn phòng HĐND và UBND xã")).containsExactly("Văn phòng HĐND và UBND xã");
        assertThat(GroupNames.split("Văn phòng Đoàn ĐBQH và HĐND tỉnh"))
                .containsExactly("Văn phòng Đoàn ĐBQH và HĐND tỉnh");
        assertThat(GroupNames.split("Văn phòng HĐND và UBND xã, Công an xã"))
                .containsExactly("Văn phòng HĐND và UBND xã", "Công an xã");
        assertThat(GroupNames.split("Văn phòng UBND xã và Phòng Kinh tế"))
                .containsExactly("Văn phòng UBND xã", "Phòng Kinh tế");
    }

    @Test
    void who_takes_part_in_a_task_coordinates() {
        PlanContent content =
                with(Samples.assignment("Công an xã", Samples.led("Xử lý tin báo.", "Trạm Y tế", "các thôn")));
        assertThat(content.tasks().getLast().coordinating())
                .containsExactly(
                        partyNamed(content, "Trạm Y tế").id(),
                        partyNamed(content, "các thôn").id());
    }

    @Test
    void a_task_in_which_a_party_only_coordinates_has_no_lead() {
        PlanContent content = with(Samples.assignment(
                "Công an xã", new ReadPlan.AssignedTask("Phối hợp xử lý.", ReadPlan.Role.COORDINATE, List.of(), null)));
        assertThat(content.tasks().getLast().lead()).isNull();
        assertThat(content.tasks().getLast().coordinating())
                .containsExactly(partyNamed(content, "Công an xã").id());
    }

    @Test
    void what_is_only_asked_for_stays_a_request() {
        PlanContent content = with(new ReadPlan.Assignment(
                "Ủy ban MTTQ Việt Nam xã",
                false,
                true,
                null,
                List.of(Samples.led("Giám sát việc thực hiện.")),
                List.of(),
                List.of(),
                null));
        assertThat(content.parties().getFirst().request()).isTrue();
        assertThat(content.tasks().getLast().request()).isTrue();
    }

    @Test
    void a_duty_names_who_reports_and_the_receiver_above() {
        PlanContent content = with(new ReadPlan.ReportingDuty(
                ReadPlan.ReportKind.YEAR,
                new PartialDate(2026, 12, 10),
                false,
                List.of("Trạm Y tế", "Các thôn"),
                "Sở Nội vụ",
                null,
                new Place(25, 1, 10)));
        assertThat(content.reportingDuties()).singleElement().satisfies(duty -> {
            assertThat(duty.toAgency()).isEqualTo(Samples.DEPARTMENT_ABOVE.id());
            assertThat(duty.from())
                    .containsExactly(
                            partyNamed(content, "Trạm Y tế").id(),
                            partyNamed(content, "Các thôn").id());
        });
    }

    @Test
    void what_goes_to_the_committee_through_an_agency_is_received_by_that_agency() {
        PlanContent content = with(new ReadPlan.ReportingDuty(
                ReadPlan.ReportKind.SIX_MONTH, null, true, List.of(), "UBND xã", "Phòng Kinh tế", null));
        assertThat(content.reportingDuties().getFirst().toAgency()).isEqualTo(Samples.ECONOMY.id());
    }

    @Test
    void what_goes_to_the_committee_itself_is_left_to_its_standing_agency() {
        PlanContent content = with(new ReadPlan.ReportingDuty(
                ReadPlan.ReportKind.SIX_MONTH, null, true, List.of(), "UBND xã", null, null));
        assertThat(content.reportingDuties().getFirst().toAgency()).isNull();
    }

    @Test
    void a_recipient_that_has_work_is_known_as_that_party() {
        PlanContent content = with(Samples.assignment("Trạm Y tế xã Thượng Sơn"));
        assertThat(content.recipients().get(0).party())
                .isEqualTo(content.parties().getFirst().id());
        assertThat(content.recipients().get(1).party()).isNull();
    }
}
