package vn.binhquyen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.binhquyen.reporting.ReportingStory.ratio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Duty;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** The way of a report from the plan that asks for it to the one who receives it. */
@IntegrationTest
@Import({IssuedPlans.class, ReportingStory.class})
class ReportingTests {
    @Autowired
    private Provinces provinces;

    @Autowired
    private IssuedPlans plans;

    @Autowired
    private ReportingStory story;

    @Autowired
    private Reports reports;

    @Autowired
    private Reception reception;

    @Autowired
    private RoundRows rounds;

    @Autowired
    private CurrentActor current;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ReportingDuties reportingDuties;

    @Autowired
    private ReportedIndicators indicators;

    @Autowired
    private JdbcClient jdbc;

    private Province province;
    private Commune commune;
    private PlanId plan;

    @BeforeEach
    void found() {
        clock.moveTo(LocalDate.of(2026, 1, 15));
        province = provinces.found();
        commune = province.commune();
        plan = plans.ofCommune(commune);
        clock.moveTo(LocalDate.of(2026, 6, 3));
    }

    @Test
    void an_issued_plan_makes_a_round_for_every_report_that_it_asks_for() {
        assertThat(story.rounds(commune.unit())).isEqualTo(2);
        Round half = rounds.one(story.round(plan, ReportKind.SIX_MONTH));

        assertThat(half.title()).isEqualTo("Báo cáo 6 tháng đầu năm 2026");
        assertThat(half.period()).isEqualTo(Period.of(Period.Kind.HALF_YEAR, 2026, 1));
        assertThat(half.dueOn()).isEqualTo("2026-06-10");
    }

    @Test
    void a_report_due_before_the_regimes_cut_off_counts_work_until_two_working_days_before_its_deadline() {
        Round half = rounds.one(story.round(plan, ReportKind.SIX_MONTH));

        assertThat(half.cutOff()).isEqualTo("2026-06-08");
        assertThat(half.early()).isTrue();
    }

    @Test
    void the_agencies_named_by_the_plan_owe_the_report() {
        assertThat(story.reporterNames(story.round(plan, ReportKind.SIX_MONTH)))
                .containsExactlyInAnyOrder("Công an xã", "Trạm Y tế", "Hội Liên hiệp Phụ nữ xã");
    }

    @Test
    void a_provinces_round_is_owed_by_the_standing_agencies_of_its_communes_too() {
        province.anotherCommune(2);
        clock.moveTo(LocalDate.of(2026, 1, 15));
        PlanId above = plans.ofProvince(province);

        assertThat(story.reporterNames(story.round(above, ReportKind.SIX_MONTH)))
                .containsExactlyInAnyOrder("Sở Nội vụ", "Phòng Văn hóa – Xã hội", "Phòng Văn hóa – Xã hội");
    }

    @Test
    void an_agency_is_asked_for_the_indicators_that_it_owns_and_the_tasks_that_it_has() {
        SubmissionId id = story.begin(commune.policeOfficer(), half());
        ReportContent content = story.draft(commune.policeOfficer(), id).content();

        assertThat(content.figures())
                .extracting(figure -> figure.indicator().name())
                .hasSize(1);
        assertThat(content.tasks())
                .extracting(TaskReport::text)
                .containsExactly("Tiếp nhận và xử lý tin báo bạo lực gia đình");
    }

    @Test
    void a_report_begun_twice_is_one_report() {
        assertThat(story.begin(commune.policeOfficer(), half()))
                .isEqualTo(story.begin(commune.policeOfficer(), half()));
    }

    @Test
    void an_agency_that_owes_nothing_begins_nothing() {
        Actor standing = commune.standingOfficer();

        assertThatThrownBy(() -> story.begin(standing, half()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("reporting.refused.not-owed"));
    }

    @Test
    void women_and_men_without_a_total_make_the_total() {
        Actor police = commune.policeOfficer();
        SubmissionId id = story.begin(police, half());
        Figure figure = story.draft(police, id).content().figures().getFirst();
        Map<Slot, @Nullable BigDecimal> typed = new HashMap<>();
        typed.put(Slot.of("NUMERATOR-TOTAL-ACTUAL"), null);
        typed.put(Slot.of("NUMERATOR-WOMEN-ACTUAL"), new BigDecimal(3));
        typed.put(Slot.of("NUMERATOR-MEN-ACTUAL"), new BigDecimal(2));
        current.as(
                police, () -> reports.saveFigure(police, id, figure.indicator().id(), typed, "", 0));

        assertThat(story.draft(police, id).content().figures().getFirst().number("NUMERATOR-TOTAL-ACTUAL"))
                .isEqualByComparingTo("5");
    }

    @Test
    void two_who_write_the_same_section_are_told_so_and_the_first_text_stays() {
        Actor police = commune.policeOfficer();
        SubmissionId id = story.begin(police, half());
        current.as(police, () -> reports.saveSection(police, id, Section.RESULTS, "Một", 0));

        assertThatThrownBy(() -> current.as(police, () -> reports.saveSection(police, id, Section.RESULTS, "Hai", 0)))
                .isInstanceOf(Conflict.class);
        assertThat(story.draft(police, id).content().text(Section.RESULTS)).isEqualTo("Một");
    }

    @Test
    void two_who_write_different_sections_both_keep_their_words() {
        Actor police = commune.policeOfficer();
        SubmissionId id = story.begin(police, half());
        current.as(police, () -> reports.saveSection(police, id, Section.RESULTS, "Kết quả", 0));
        current.as(police, () -> reports.saveSection(police, id, Section.DIFFICULTIES, "Khó khăn", 0));

        assertThat(story.draft(police, id).content().text(Section.RESULTS)).isEqualTo("Kết quả");
        assertThat(story.draft(police, id).content().text(Section.DIFFICULTIES)).isEqualTo("Khó khăn");
    }

    @Test
    void two_who_write_the_same_figure_are_told_so() {
        Actor police = commune.policeOfficer();
        SubmissionId id = story.begin(police, half());
        Figure seen = story.draft(police, id).content().figures().getFirst();
        story.figure(police, id, 0, ratio(5, 3, 2, 7));

        assertThatThrownBy(() -> current.as(
                        police,
                        () -> reports.saveFigure(police, id, seen.indicator().id(), Map.of(), "khác", seen.version())))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_report_with_something_missing_is_not_sent() {
        SubmissionId id = story.begin(commune.policeOfficer(), half());

        assertThatThrownBy(() -> story.submit(commune.policeOfficer(), id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("reporting.refused.concerns"));
    }

    @Test
    void what_was_sent_can_be_returned_mended_and_sent_again_and_all_of_it_stays() {
        SubmissionId id = sentByPolice();
        story.sendBack(commune.standingOfficer(), id, new NewRemark("section-RESULTS", "Nêu rõ số vụ theo từng thôn."));
        assertThat(story.draft(commune.policeOfficer(), id).remarksAt("section-RESULTS"))
                .extracting(Remark::text)
                .containsExactly("Nêu rõ số vụ theo từng thôn.");

        story.section(commune.policeOfficer(), id, Section.RESULTS, "Thôn Một: 3 vụ; thôn Hai: 4 vụ.");
        story.submit(commune.policeOfficer(), id);

        Actor receiver = commune.standingOfficer();
        assertThat(story.head(receiver, id).edition()).isEqualTo(2);
        assertThat(current.as(receiver, () -> reports.read(receiver, id, 1))
                        .content()
                        .text(Section.RESULTS))
                .isEqualTo("Đã xử lý 7 vụ.");
        assertThat(current.as(receiver, () -> reports.read(receiver, id, 2))
                        .content()
                        .text(Section.RESULTS))
                .isEqualTo("Thôn Một: 3 vụ; thôn Hai: 4 vụ.");
    }

    @Test
    void a_report_is_not_returned_without_a_remark() {
        SubmissionId id = sentByPolice();

        assertThatThrownBy(() -> story.sendBack(commune.standingOfficer(), id, new NewRemark("report", "  ")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void what_was_sent_is_not_edited_any_more() {
        SubmissionId id = sentByPolice();
        Actor police = commune.policeOfficer();

        assertThatThrownBy(() -> current.as(police, () -> reports.saveSection(police, id, Section.RESULTS, "Thêm", 1)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobody_of_another_agency_writes_in_a_report() {
        SubmissionId id = story.begin(commune.policeOfficer(), half());
        Actor health = commune.healthOfficer();

        assertThatThrownBy(
                        () -> current.as(health, () -> reports.saveSection(health, id, Section.RESULTS, "Lấn sân", 0)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void nobody_else_reads_what_was_not_sent_yet() {
        SubmissionId id = story.begin(commune.policeOfficer(), half());

        assertThatThrownBy(() -> story.head(commune.standingOfficer(), id)).isInstanceOf(NotFound.class);
    }

    @Test
    void an_agency_officer_accepts_nothing() {
        SubmissionId id = sentByPolice();

        assertThatThrownBy(() -> story.accept(commune.healthOfficer(), id)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void the_province_accepts_nothing_that_is_owed_to_a_commune() {
        SubmissionId id = sentByPolice();

        assertThatThrownBy(() -> story.accept(province.consolidator(), id)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_stranger_from_another_commune_reads_nothing() {
        SubmissionId id = sentByPolice();
        Actor stranger = province.anotherCommune(2).standingOfficer();

        assertThatThrownBy(() -> story.head(stranger, id)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void being_late_follows_from_the_day_and_not_from_a_mark() {
        SubmissionId id = sentByPolice();
        ReportHead inTime = story.head(commune.policeOfficer(), id);
        clock.moveTo(LocalDate.of(2026, 6, 11));
        SubmissionId late = story.sent(commune.healthOfficer(), half(), Map.of(), "Muộn một ngày.");

        assertThat(inTime.late(LocalDate.of(2026, 7, 1))).isFalse();
        assertThat(story.head(commune.healthOfficer(), late).late(LocalDate.of(2026, 6, 11)))
                .isTrue();
    }

    @Test
    void a_report_sent_in_time_and_returned_is_not_late() {
        SubmissionId id = sentByPolice();
        clock.moveTo(LocalDate.of(2026, 6, 12));
        story.sendBack(commune.standingOfficer(), id, new NewRemark("report", "Bổ sung số liệu."));

        assertThat(story.head(commune.policeOfficer(), id).late(LocalDate.of(2026, 6, 12)))
                .isFalse();
    }

    @Test
    void actual_and_estimate_are_kept_apart() {
        Actor police = commune.policeOfficer();
        SubmissionId id = story.begin(police, half());
        story.figure(
                police,
                id,
                0,
                Map.of(
                        "NUMERATOR-TOTAL-ACTUAL", "6",
                        "DENOMINATOR-TOTAL-ACTUAL", "8",
                        "NUMERATOR-TOTAL-ESTIMATED", "9",
                        "DENOMINATOR-TOTAL-ESTIMATED", "10"));
        Figure figure = story.draft(police, id).content().figures().getFirst();

        assertThat(Objects.requireNonNull(figure.value(Nature.ACTUAL))).isEqualByComparingTo("75");
        assertThat(Objects.requireNonNull(figure.value(Nature.ESTIMATED))).isEqualByComparingTo("90");
    }

    @Test
    void a_reminder_reaches_only_who_has_not_sent() {
        sentByPolice();
        Actor receiver = commune.standingOfficer();
        current.as(
                receiver,
                () -> reception.remind(
                        receiver, half(), List.of(commune.police(), commune.health()), "Gửi giúp trong hôm nay."));

        assertThat(duties(commune.healthOfficer())).extracting(Duty::kind).contains("report-reminded");
        assertThat(duties(commune.policeOfficer())).extracting(Duty::kind).doesNotContain("report-reminded");
    }

    @Test
    void who_owes_a_report_finds_it_among_the_duties_until_it_is_sent() {
        assertThat(duties(commune.policeOfficer())).extracting(Duty::kind).contains("report-due");

        SubmissionId id = sentByPolice();
        assertThat(duties(commune.policeOfficer())).extracting(Duty::kind).doesNotContain("report-due");
        assertThat(duties(commune.standingOfficer())).extracting(Duty::kind).contains("report-to-check");

        story.sendBack(commune.standingOfficer(), id, new NewRemark("report", "Bổ sung."));
        assertThat(duties(commune.policeOfficer())).extracting(Duty::kind).contains("report-returned");
    }

    @Test
    void a_report_asks_for_an_indicator_in_the_words_of_its_plan() {
        Actor police = commune.policeOfficer();
        OwedIndicator asked = story.draft(police, story.begin(police, half()))
                .content()
                .figures()
                .getFirst()
                .indicator();

        assertThat(asked.name()).isEqualTo("Từ 80% người bị bạo lực trở lên được hỗ trợ");
        assertThat(asked.nationalName()).contains("dịch vụ hỗ trợ cơ bản");
    }

    @Test
    void a_sentence_that_sets_two_targets_makes_two_lettered_indicators() {
        PlanId other = plans.draft()
                .indicatorOfTwo(
                        "từ 80% người bị bạo lực được hỗ trợ",
                        "NQ28-3.2a", "từ 80% người gây bạo lực được tư vấn", "NQ28-3.2b", commune.police())
                .report(PlanItem.ReportKind.SIX_MONTH, "2026-06-10", null, commune.police())
                .issue(commune.standingOfficer(), commune.unit(), 13);

        assertThat(asked(other))
                .extracting(OwedIndicator::no, OwedIndicator::name)
                .containsExactly(
                        tuple("1a", "Từ 80% người bị bạo lực được hỗ trợ"),
                        tuple("1b", "Từ 80% người gây bạo lực được tư vấn"));
    }

    @Test
    void what_was_taken_in_before_names_were_kept_bears_the_name_of_the_catalogue() {
        jdbc.sql("update reported_indicator set name = null where plan_id = :plan")
                .param("plan", plan.value())
                .update();

        assertThat(asked(plan).getFirst())
                .returns(null, OwedIndicator::nationalName)
                .extracting(OwedIndicator::name)
                .asString()
                .startsWith("Tỷ lệ");
    }

    @Test
    void a_report_goes_to_the_standing_agency_of_the_unit_that_receives_it() {
        SubmissionId id = sentByPolice();
        ReportHead head = story.head(commune.standingOfficer(), id);

        assertThat(head.receiverName()).isEqualTo("Phòng Văn hóa – Xã hội");
        assertThat(head.sender()).isEqualTo("Công an xã");
        assertThat(rounds.one(half()).aboveName()).isEqualTo("Sở Nội vụ");
    }

    @Test
    void the_duty_to_report_names_the_receiver_once_and_says_what_to_do() {
        Duty due = duty(commune.policeOfficer(), "report-due");

        assertThat(due.title()).containsExactly("báo cáo 6 tháng đầu năm 2026", "Phòng Văn hóa – Xã hội");
        assertThat(due.detail()).isNull();
    }

    @Test
    void a_reminder_brings_its_message() {
        Actor receiver = commune.standingOfficer();
        current.as(
                receiver,
                () -> reception.remind(receiver, half(), List.of(commune.health()), "Gửi giúp trong hôm nay."));

        assertThat(duty(commune.healthOfficer(), "report-reminded").detail()).isEqualTo("Gửi giúp trong hôm nay.");
    }

    @Test
    void who_is_to_be_reminded_is_named_by_three_and_without_the_own_agency() {
        province.anotherCommune(2);
        province.anotherCommune(3);
        province.anotherCommune(4);
        clock.moveTo(LocalDate.of(2026, 1, 15));
        plans.ofProvince(province);
        clock.moveTo(LocalDate.of(2026, 6, 20));
        Duty missing = duty(province.consolidator(), "report-missing");

        assertThat(missing.title()).first().isEqualTo("4");
        assertThat(missing.detail())
                .matches(".+, .+, .+ (và 1 nơi khác|and 1 more)")
                .doesNotContain("Sở Nội vụ");
    }

    @Test
    void the_share_done_is_kept_only_of_a_task_under_way() {
        Actor police = commune.policeOfficer();
        SubmissionId id = story.begin(police, half());
        TaskReport task = story.draft(police, id).content().tasks().getFirst();
        current.as(
                police, () -> reports.saveTask(police, id, task.task(), TaskState.DONE, 60, "Xong.", task.version()));

        assertThat(story.draft(police, id).content().tasks().getFirst().percentage())
                .isNull();
    }

    @Test
    void a_duty_without_a_date_is_due_by_the_regime() {
        PlanId other = plans.draft()
                .task("Rà soát số liệu", commune.police())
                .report(PlanItem.ReportKind.YEAR, "2026-12-10", null, commune.police())
                .report(PlanItem.ReportKind.SIX_MONTH, null, null, commune.police())
                .issue(commune.standingOfficer(), commune.unit(), 13);

        assertThat(rounds.one(story.round(other, ReportKind.SIX_MONTH)).dueOn()).isEqualTo("2026-06-19");
        assertThat(rounds.one(story.round(other, ReportKind.SIX_MONTH)).early()).isFalse();
    }

    private List<OwedIndicator> asked(PlanId plan) {
        return current.as(commune.standingOfficer(), () -> indicators.of(plan));
    }

    private Duty duty(Actor actor, String kind) {
        return duties(actor).stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<Duty> duties(Actor actor) {
        return current.as(actor, () -> reportingDuties.dutiesOf(actor, LocalDate.now(clock)));
    }

    private RoundId half() {
        return story.round(plan, ReportKind.SIX_MONTH);
    }

    private SubmissionId sentByPolice() {
        return story.sent(commune.policeOfficer(), half(), Map.of(0, ratio(5, 3, 2, 7)), "Đã xử lý 7 vụ.");
    }
}
