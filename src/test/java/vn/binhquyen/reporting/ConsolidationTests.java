package vn.binhquyen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.reporting.ReportingStory.ratio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.publishing.OfficialDocument;
import vn.binhquyen.reporting.ConsolidatedReport.SummedFigure;
import vn.binhquyen.reporting.query.RoundFilter;
import vn.binhquyen.reporting.query.RoundQueries;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** From accepted reports to the one that goes up. */
@IntegrationTest
@Import({IssuedPlans.class, ReportingStory.class})
class ConsolidationTests {
    @Autowired
    private Provinces provinces;

    @Autowired
    private IssuedPlans plans;

    @Autowired
    private ReportingStory story;

    @Autowired
    private Reports reports;

    @Autowired
    private Consolidations consolidations;

    @Autowired
    private RoundQueries queries;

    @Autowired
    private Organization organization;

    @Autowired
    private Values values;

    @Autowired
    private CurrentActor current;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MockMvc web;

    private Province province;
    private Commune commune;
    private Actor receiver;
    private RoundId round;
    private PlanId plan;

    @BeforeEach
    void found() {
        clock.moveTo(LocalDate.of(2026, 1, 15));
        province = provinces.found();
        commune = province.commune();
        receiver = commune.standingOfficer();
        plan = plans.ofCommune(commune);
        round = story.round(plan, ReportKind.SIX_MONTH);
        clock.moveTo(LocalDate.of(2026, 6, 3));
    }

    @Test
    void accepted_figures_are_summed_and_the_ratio_is_that_of_the_sums() {
        acceptPolice();
        acceptHealth();
        Figure figure = victims(story.consolidate(receiver, round)).figure();

        assertThat(figure.number("NUMERATOR-TOTAL-ACTUAL")).isEqualByComparingTo("6");
        assertThat(figure.number("DENOMINATOR-TOTAL-ACTUAL")).isEqualByComparingTo("10");
        assertThat(figure.women()).isEqualByComparingTo("4");
        assertThat(Objects.requireNonNull(figure.actual())).isEqualByComparingTo("60");
    }

    @Test
    void what_was_sent_but_not_accepted_is_not_counted() {
        acceptPolice();
        story.sent(commune.healthOfficer(), round, Map.of(0, ratio(1, 1, 0, 3)), "Chưa nhận.");

        assertThat(victims(story.consolidate(receiver, round)).figure().number("DENOMINATOR-TOTAL-ACTUAL"))
                .isEqualByComparingTo("7");
    }

    @Test
    void every_figure_knows_the_reports_that_it_was_made_of() {
        SubmissionId police = acceptPolice();
        SubmissionId health = acceptHealth();

        assertThat(victims(story.consolidate(receiver, round)).parts())
                .extracting(ConsolidatedReport.PartFigure::submission)
                .containsExactlyInAnyOrder(police, health);
    }

    @Test
    void words_are_gathered_with_who_said_them_and_later_ones_are_shown_as_new() {
        acceptPolice();
        ConsolidationId id = story.consolidate(receiver, round);
        assertThat(story.consolidated(receiver, id).content().text(Section.RESULTS))
                .isEqualTo("Công an xã: Đã xử lý 7 vụ.");

        acceptHealth();
        assertThat(story.consolidated(receiver, id).isBehind()).isTrue();
        current.as(receiver, () -> consolidations.takeIn(receiver, id, Section.RESULTS));

        assertThat(story.consolidated(receiver, id).content().text(Section.RESULTS))
                .isEqualTo("Công an xã: Đã xử lý 7 vụ.\nTrạm Y tế: Đã tư vấn.");
        assertThat(story.consolidated(receiver, id).isBehind()).isFalse();
    }

    @Test
    void a_figure_says_which_agency_has_still_to_give_it() {
        acceptPolice();

        assertThat(victims(story.consolidate(receiver, round)).awaited()).containsExactly("Trạm Y tế");
        acceptHealth();
        assertThat(victims(story.consolidate(receiver, round)).awaited()).isEmpty();
    }

    @Test
    void the_form_of_one_figure_sets_its_changed_numbers_with_one_reason() throws Exception {
        acceptPolice();
        ConsolidationId id = story.consolidate(receiver, round);
        String page = "/reports/consolidated/" + id;
        String indicator = victims(id).figure().indicator().id().toString();
        web.perform(get(page + "/write?edit=" + indicator).with(as(receiver)))
                .andExpect(content().string(containsString("name=\"number-DENOMINATOR-TOTAL-ACTUAL\"")));
        web.perform(post(page + "/figures/" + indicator)
                        .with(as(receiver))
                        .with(csrf())
                        .param("number-NUMERATOR-TOTAL-ACTUAL", "5")
                        .param("number-DENOMINATOR-TOTAL-ACTUAL", "8")
                        .param("number-NUMERATOR-TOTAL-ESTIMATED", "")
                        .param("reason", "Thôn báo sau"))
                .andExpect(status().is3xxRedirection());

        assertThat(victims(id).edits().keySet()).containsExactly(Slot.of("DENOMINATOR-TOTAL-ACTUAL"));
    }

    @Test
    void the_clerk_writes_the_day_as_offices_do() throws Exception {
        acceptPolice();
        ConsolidationId id = story.consolidate(receiver, round);
        story.approve(receiver, commune.leader(), id);
        long version = story.consolidated(receiver, id).head().version();
        for (String day : List.of("31/02/2026", "12/6/2026")) {
            web.perform(post("/reports/consolidated/" + id + "/issue")
                    .with(as(commune.clerk()))
                    .with(csrf())
                    .param("version", String.valueOf(version))
                    .param("number", "7")
                    .param("date", day));
        }

        assertThat(story.consolidated(receiver, id).head().issuedOn()).isEqualTo("2026-06-12");
    }

    @Test
    void who_receives_is_offered_its_own_report_to_write_and_not_to_remind_itself() throws Exception {
        province.anotherCommune(2);
        clock.moveTo(LocalDate.of(2026, 1, 15));
        RoundId above = story.round(plans.ofProvince(province), ReportKind.SIX_MONTH);
        String page = "/reports/rounds/" + above;

        web.perform(get(page).with(as(province.consolidator())))
                .andExpect(content().string(containsString(page + "/mine")))
                .andExpect(content().string(not(containsString("value=\"" + province.department() + "\""))))
                .andExpect(content().string(not(containsString("checked"))));
        web.perform(get(page + "?all=true").with(as(province.consolidator())))
                .andExpect(content().string(containsString("checked")));
    }

    @Test
    void an_edited_figure_keeps_the_sum_and_the_reason_and_says_when_the_sum_changes() {
        acceptPolice();
        ConsolidationId id = story.consolidate(receiver, round);
        edit(id, "9", "Bổ sung 2 trường hợp thôn báo sau");
        assertThat(victims(id).figure().number("DENOMINATOR-TOTAL-ACTUAL")).isEqualByComparingTo("9");
        assertThat(Objects.requireNonNull(victims(id).edit(Slot.of("DENOMINATOR-TOTAL-ACTUAL")))
                        .was())
                .isEqualByComparingTo("7");
        assertThat(victims(id).isRecalculated()).isFalse();

        acceptHealth();
        assertThat(victims(id).isRecalculated()).isTrue();
        assertThat(victims(id).sum(Slot.of("DENOMINATOR-TOTAL-ACTUAL"))).isEqualByComparingTo("10");
    }

    @Test
    void a_figure_is_not_edited_without_a_reason() {
        acceptPolice();
        ConsolidationId id = story.consolidate(receiver, round);

        assertThatThrownBy(() -> edit(id, "9", " ")).isInstanceOf(Refused.class);
    }

    @Test
    void what_is_approved_becomes_the_official_figure_of_the_unit() {
        acceptPolice();
        acceptHealth();
        ConsolidationId id = story.consolidate(receiver, round);
        story.approve(receiver, commune.leader(), id);

        Figure figure = victims(id).figure();
        Cell cell = Figure.cell(figure.indicator(), Slot.of("DENOMINATOR-TOTAL-ACTUAL"));
        Values.Value official = Objects.requireNonNull(official().get(cell));
        assertThat(official.number()).isEqualByComparingTo("10");
        assertThat(official.status()).isEqualTo(ValueStatus.ACCEPTED);
        assertThat(official.origin()).isEqualTo(id.value());
    }

    @Test
    void nobody_but_the_leader_approves() {
        acceptPolice();
        ConsolidationId id = story.consolidate(receiver, round);

        assertThatThrownBy(() -> story.approve(receiver, receiver, id)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> story.approve(receiver, province.leader(), id))
                .isInstanceOfAny(AccessRefused.class, Refused.class);
    }

    @Test
    void a_leader_does_not_approve_what_changed_since_it_was_seen() {
        acceptPolice();
        ConsolidationId id = story.consolidate(receiver, round);
        current.as(
                receiver,
                () -> consolidations.propose(
                        receiver, id, consolidations.head(receiver, id).version()));
        Actor leader = commune.leader();
        long seen = current.as(leader, () -> consolidations.head(leader, id)).version();
        acceptHealth();

        assertThatThrownBy(() -> current.as(leader, () -> consolidations.approve(leader, id, seen)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_number_is_given_once_a_year_by_the_clerk() {
        acceptPolice();
        ConsolidationId id = story.consolidate(receiver, round);
        story.approve(receiver, commune.leader(), id);
        assertThatThrownBy(() -> story.issue(receiver, id, 7)).isInstanceOf(AccessRefused.class);
        story.issue(commune.clerk(), id, 7);

        ConsolidationId other = story.consolidate(receiver, story.round(plan, ReportKind.YEAR));
        story.approve(receiver, commune.leader(), other);
        assertThat(current.as(commune.clerk(), () -> consolidations.nextNumber(commune.clerk(), other)))
                .isEqualTo(8);
        assertThatThrownBy(() -> story.issue(commune.clerk(), other, 7))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("reporting.refused.number-taken"));
    }

    @Test
    void the_issued_report_arrives_in_the_round_of_the_province_and_is_summed_there() {
        clock.moveTo(LocalDate.of(2026, 1, 15));
        RoundId above = story.round(plans.ofProvince(province), ReportKind.SIX_MONTH);
        clock.moveTo(LocalDate.of(2026, 6, 12));
        SubmissionId arrived = story.sendUp(receiver, issued());

        assertThat(story.head(province.consolidator(), arrived).round()).isEqualTo(above);
        story.accept(province.consolidator(), arrived);
        assertThat(victims(province.consolidator(), story.consolidate(province.consolidator(), above))
                        .figure()
                        .number("DENOMINATOR-TOTAL-ACTUAL"))
                .isEqualByComparingTo("10");
    }

    @Test
    void where_the_province_asked_for_nothing_the_report_arrives_all_the_same() {
        clock.moveTo(LocalDate.of(2026, 6, 12));
        SubmissionId arrived = story.sendUp(receiver, issued());

        assertThat(story.head(province.consolidator(), arrived).round()).isNull();
        story.accept(province.consolidator(), arrived);
        assertThat(story.head(province.consolidator(), arrived).state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    @Test
    void what_the_province_returns_is_written_anew_and_numbered_again() {
        clock.moveTo(LocalDate.of(2026, 6, 12));
        ConsolidationId id = issued();
        SubmissionId arrived = story.sendUp(receiver, id);
        story.sendBack(province.consolidator(), arrived, new NewRemark("section-RESULTS", "Thiếu số liệu thôn."));

        ConsolidationHead head = story.consolidated(receiver, id).head();
        assertThat(head.state()).isEqualTo(ConsolidationState.DRAFT);
        assertThat(head.remark()).isEqualTo("Thiếu số liệu thôn.");
        assertThat(head.number()).isNull();

        story.approve(receiver, commune.leader(), id);
        story.issue(commune.clerk(), id, 8);
        assertThat(story.sendUp(receiver, id)).isEqualTo(arrived);
        assertThat(story.head(province.consolidator(), arrived).edition()).isEqualTo(2);
    }

    @Test
    void an_accepted_report_is_not_returned_once_the_consolidated_one_is_approved() {
        SubmissionId police = acceptPolice();
        story.approve(receiver, commune.leader(), story.consolidate(receiver, round));

        assertThatThrownBy(() -> story.sendBack(receiver, police, new NewRemark("report", "Sửa.")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("reporting.refused.already-consolidated"));
    }

    @Test
    void a_unit_with_a_round_of_its_own_consolidates_instead_of_writing_upward() {
        clock.moveTo(LocalDate.of(2026, 1, 15));
        RoundId above = story.round(plans.ofProvince(province), ReportKind.SIX_MONTH);

        assertThatThrownBy(() -> story.begin(receiver, above))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("reporting.refused.consolidate-instead"));
    }

    @Test
    void the_official_form_has_its_parts_and_annexes() {
        ConsolidationId id = issued();
        OfficialDocument document = current.as(receiver, () -> consolidations.document(receiver, id));

        assertThat(document.number()).isEqualTo(7);
        assertThat(document.symbol()).isEqualTo("BC-UBND");
        assertThat(document.subject()).isEqualTo("Kết quả thực hiện công tác bình đẳng giới 6 tháng đầu năm 2026");
        assertThat(document.addressees()).containsExactly("Sở Nội vụ");
        assertThat(document.annexes()).hasSize(2);
    }

    @Test
    void the_desk_and_the_consolidated_report_cost_a_fixed_number_of_statements() {
        acceptPolice();
        long one = statements();
        acceptHealth();
        story.accept(
                receiver,
                story.sent(
                        commune.womensUnionOfficer(),
                        round,
                        Map.of(0, Map.of("NUMERATOR-TOTAL-ACTUAL", "12")),
                        "12 buổi."));

        assertThat(statements()).isEqualTo(one).isLessThanOrEqualTo(30);
    }

    @Test
    void every_page_of_the_way_opens_for_who_it_is_for() throws Exception {
        SubmissionId police = acceptPolice();
        SubmissionId draft = story.begin(commune.healthOfficer(), round);
        opens(commune.healthOfficer(), "/reports");
        opens(commune.womensUnionOfficer(), "/reports/rounds/" + round + "/mine");
        for (String step : List.of("figures", "tasks", "results", "difficulties", "check")) {
            opens(commune.healthOfficer(), "/reports/" + draft + "/write?step=" + step);
        }
        opens(receiver, "/reports");
        opens(receiver, "/reports?span=COMING&q=bao cao nam");
        opens(receiver, "/reports/rounds/" + round);
        opens(receiver, "/reports/" + police);
        ConsolidationId id = story.consolidate(receiver, round);
        edit(id, "9", "Bổ sung");
        opens(receiver, "/reports/consolidated/" + id + "/write");
        opens(receiver, "/reports/consolidated/" + id);
        story.approve(receiver, commune.leader(), id);
        opens(commune.clerk(), "/reports/consolidated/" + id);
        for (String file : List.of("report.docx", "report.pdf", "figures.xlsx")) {
            web.perform(get("/reports/consolidated/" + id + "/" + file).with(as(receiver)))
                    .andExpect(status().isOk());
        }
        web.perform(get("/reports/export.xlsx").with(as(receiver))).andExpect(status().isOk());
    }

    @Test
    void a_stranger_is_shown_no_desk() throws Exception {
        Actor stranger = province.anotherCommune(2).standingOfficer();

        web.perform(get("/reports/rounds/" + round).with(as(stranger))).andExpect(status().isForbidden());
    }

    private void opens(Actor actor, String path) throws Exception {
        web.perform(get(path).with(as(actor)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(not(containsString(" style="))));
    }

    private RequestPostProcessor as(Actor actor) {
        return authentication(current.as(actor, () -> (UsernamePasswordAuthenticationToken)
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())));
    }

    private long statements() {
        ConsolidationId id = story.consolidate(receiver, round);
        return current.as(
                receiver,
                () -> Statements.countIn(() -> {
                    queries.desk(receiver, round);
                    queries.rounds(
                            receiver, new RoundFilter(RoundFilter.Span.PRESENT, null, null, true, null, null, 25));
                    consolidations.read(receiver, id);
                }));
    }

    private Map<Cell, Values.Value> official() {
        return current.as(receiver, () -> {
            Unit unit = organization.unit(commune.unit());
            return values.read(new Sheet(
                    unit.id(), unit.province(), unit.key(), Period.of(Period.Kind.HALF_YEAR, 2026, 1), Sheet.OFFICIAL));
        });
    }

    private void edit(ConsolidationId id, String number, String reason) {
        SummedFigure figure = victims(id);
        current.as(
                receiver,
                () -> consolidations.editFigure(
                        receiver,
                        id,
                        figure.figure().indicator().id(),
                        Slot.of("DENOMINATOR-TOTAL-ACTUAL"),
                        new BigDecimal(number),
                        reason));
    }

    private SummedFigure victims(ConsolidationId id) {
        return victims(receiver, id);
    }

    private SummedFigure victims(Actor reader, ConsolidationId id) {
        return story.consolidated(reader, id).figures().getFirst();
    }

    private SubmissionId acceptPolice() {
        SubmissionId id = story.sent(commune.policeOfficer(), round, Map.of(0, ratio(5, 3, 2, 7)), "Đã xử lý 7 vụ.");
        story.accept(receiver, id);
        return id;
    }

    private SubmissionId acceptHealth() {
        SubmissionId id = story.sent(commune.healthOfficer(), round, Map.of(0, ratio(1, 1, 0, 3)), "Đã tư vấn.");
        story.accept(receiver, id);
        return id;
    }

    private ConsolidationId issued() {
        acceptPolice();
        acceptHealth();
        ConsolidationId id = story.consolidate(receiver, round);
        story.approve(receiver, commune.leader(), id);
        story.issue(commune.clerk(), id, 7);
        return id;
    }
}
