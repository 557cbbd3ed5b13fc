package vn.binhquyen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhquyen.reporting.ReportingStory.ratio;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.AgencyMergeParticipant.Following;
import vn.binhquyen.organization.AgencyChanges;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.plan.NewProgress;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.plan.Tasks;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** What is open goes on with the agency that a duplicate turned out to be; what is finished stays. */
@IntegrationTest
@Import({IssuedPlans.class, ReportingStory.class})
class MergedAgencyTest {
    @Autowired
    private Provinces provinces;

    @Autowired
    private IssuedPlans plans;

    @Autowired
    private ReportingStory story;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Organization organization;

    @Autowired
    private AgencyChanges changes;

    @Autowired
    private CurrentActor current;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Commune commune;
    private PlanId plan;
    private RoundId round;
    private AgencyId survivor;

    @BeforeEach
    void found() {
        clock.moveTo(LocalDate.of(2026, 1, 15));
        Province province = provinces.found();
        commune = province.commune();
        plan = plans.ofCommune(commune);
        clock.moveTo(LocalDate.of(2026, 6, 3));
        round = story.round(plan, ReportKind.SIX_MONTH);
        Actor officer = commune.standingOfficer();
        survivor = current.as(
                officer,
                () -> organization.found(
                        officer,
                        new NewAgency(
                                commune.unit(),
                                "Công an xã chính quy",
                                null,
                                AgencyKind.POLICE,
                                false,
                                List.of(),
                                LocalDate.of(2025, 7, 1))));
    }

    @Test
    void an_open_task_goes_over_with_what_was_told_last() {
        TaskId task = taskOf(commune.police());
        Actor police = commune.policeOfficer();
        current.as(
                police,
                () -> tasks.tell(
                        police,
                        commune.police(),
                        new NewProgress(task, TaskState.UNDER_WAY, "Đã tiếp nhận hai tin", null, null, 40)));
        assertThat(following(commune.police(), survivor)).contains(new Following("tasks", 1));

        merge(commune.police(), survivor);
        assertThat(taskOf(survivor)).isEqualTo(task);
        assertThat(jdbc.sql("select state || ' ' || narrative || ' ' || decides from task_part where task_id = :task")
                        .param("task", task.value())
                        .query(String.class)
                        .list())
                .containsExactly("UNDER_WAY Đã tiếp nhận hai tin true");
    }

    @Test
    void who_led_and_who_leads_too_do_so_once() {
        jdbc.sql("insert into plan_task_agency (task_id, agency_id, role, decides) values (:task, :agency,"
                        + " 'COORDINATE', false)")
                .param("task", taskOf(commune.police()).value())
                .param("agency", commune.health().value())
                .update();
        merge(commune.police(), commune.health());
        assertThat(jdbc.sql("""
            select role || ' ' || decides from task_part
              join plan_task on plan_task.id = task_id
             where plan_id = :plan and agency_id = :health
             order by plan_task.position
            """)
                        .param("plan", plan.value())
                        .param("health", commune.health().value())
                        .query(String.class)
                        .list())
                .containsExactly("LEAD true", "LEAD true");
    }

    @Test
    void a_report_begun_goes_over_with_its_figures() {
        SubmissionId report = story.begin(commune.policeOfficer(), round);
        story.figure(commune.policeOfficer(), report, 0, ratio(9, 7, 2, 10));
        assertThat(following(commune.police(), survivor))
                .contains(new Following("owed", 2), new Following("reports", 1), new Following("accounts", 1));

        merge(commune.police(), survivor);
        Actor moved = new Actor(
                commune.policeOfficer().account(),
                commune.policeOfficer().name(),
                commune.unit(),
                survivor,
                commune.policeOfficer().province(),
                commune.policeOfficer().roles());
        assertThat(story.draft(moved, report).head().agency()).isEqualTo(survivor);
        assertThat(story.draft(moved, report)
                        .content()
                        .figures()
                        .getFirst()
                        .numbers()
                        .values())
                .as("the figures are those of the report still")
                .isNotEmpty();
        assertThat(reportersOf(round)).contains(survivor).doesNotContain(commune.police());
    }

    @Test
    void where_both_have_reported_each_report_stays_with_its_sender() {
        story.sent(commune.policeOfficer(), round, Map.of(0, ratio(9, 7, 2, 10)), "Kết quả");
        SubmissionId other = story.begin(commune.healthOfficer(), round);
        merge(commune.police(), commune.health());
        assertThat(reportersOf(round)).contains(commune.police(), commune.health());
        assertThat(story.draft(commune.healthOfficer(), other).head().agency()).isEqualTo(commune.health());
    }

    private List<Following> following(AgencyId duplicate, AgencyId into) {
        return current.as(commune.standingOfficer(), () -> changes.preview(duplicate, into))
                .following();
    }

    private void merge(AgencyId duplicate, AgencyId into) {
        Actor officer = commune.standingOfficer();
        current.as(officer, () -> changes.merge(officer, duplicate, into, 0));
    }

    private TaskId taskOf(AgencyId agency) {
        return new TaskId(jdbc.sql("""
            select task_id from task_part
              join plan_task on plan_task.id = task_id
             where plan_id = :plan and agency_id = :agency
            """)
                .param("plan", plan.value())
                .param("agency", agency.value())
                .query(UUID.class)
                .single());
    }

    private List<AgencyId> reportersOf(RoundId of) {
        return jdbc.sql("select agency_id from round_reporter where round_id = :round")
                .param("round", of.value())
                .query((row, n) -> new AgencyId(row.getObject(1, UUID.class)))
                .list();
    }
}
