package vn.binhquyen.plan.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Duty;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.plan.NewChildPlan;
import vn.binhquyen.plan.NewEvidence;
import vn.binhquyen.plan.NewPlan;
import vn.binhquyen.plan.NewProgress;
import vn.binhquyen.plan.Numbering;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.PlanStatus;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.SampleContents;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskKind;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.plan.Tasks;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

@IntegrationTest
class PlanQueriesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    Plans plans;

    @Autowired
    Tasks tasks;

    @Autowired
    PlanQueries queries;

    @Autowired
    PlanDuties duties;

    @Autowired
    PlanSearch search;

    @Autowired
    Provinces provinces;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    Province province;
    Commune commune;
    Actor officer;

    @BeforeEach
    void found() {
        clock.moveTo(TODAY);
        province = provinces.found();
        commune = province.commune();
        officer = commune.standingOfficer();
    }

    private PlanContent content() {
        return SampleContents.small(
                commune.culture(), commune.police(), List.of(commune.health(), commune.womensUnion()));
    }

    private PlanId begin(Actor actor, PlanContent content) {
        return current.as(actor, () -> plans.begin(actor, new NewPlan(actor.unit(), null, "KH-UBND", content)));
    }

    private PlanId register(Actor actor, PlanContent content, int number, LocalDate date) {
        PlanContent signed = content.signatoryName() != null
                ? content
                : withSignatory(
                        content, new PlanContent.Signatory("TM. ỦY BAN NHÂN DÂN", null, "CHỦ TỊCH", "A B", null));
        PlanId id = begin(actor, signed);
        current.as(actor, () -> plans.registerIssued(actor, id, 0, new Numbering(number, date), null));
        return id;
    }

    private static PlanContent withSignatory(PlanContent content, PlanContent.Signatory signatory) {
        return new PlanContent(
                content.documentType(),
                content.title(),
                content.period(),
                content.place(),
                content.parent(),
                content.legalBases(),
                content.purposes(),
                content.requirements(),
                content.objectives(),
                content.taskGroups(),
                content.tasks(),
                content.parties(),
                content.budget(),
                content.reportingDuties(),
                content.events(),
                content.recipients(),
                signatory);
    }

    private PlanContent asking(PlanContent base, List<AgencyId> communes, String dueOn) {
        var group = SampleContents.party("UBND các xã", PlanItem.PartyKind.GROUP, false, communes);
        List<PlanItem.Party> parties = new ArrayList<>(base.parties());
        parties.add(group);
        List<PlanItem.ReportingDuty> owed = new ArrayList<>(base.reportingDuties());
        owed.add(new PlanItem.ReportingDuty(
                UUID.randomUUID(),
                PlanItem.ReportKind.ISSUE_OWN_PLAN,
                PartialDate.parse(dueOn),
                false,
                List.of(group.id()),
                null,
                null,
                null,
                null));
        return new PlanContent(
                base.documentType(),
                base.title(),
                base.period(),
                base.place(),
                base.parent(),
                base.legalBases(),
                base.purposes(),
                base.requirements(),
                base.objectives(),
                base.taskGroups(),
                base.tasks(),
                parties,
                base.budget(),
                owed,
                base.events(),
                base.recipients(),
                base.signatory());
    }

    private PlanPage list(Actor actor, PlanFilter filter) {
        return current.as(actor, () -> queries.plans(actor, filter));
    }

    private TaskBoard board(Actor actor, PlanId id, TaskBoard.Grouping grouping) {
        return current.as(actor, () -> queries.board(actor, id, grouping, LocalDate.now(clock)));
    }

    private TaskId task(PlanId id, int index) {
        return new TaskId(current.as(officer, () -> plans.draft(officer, id))
                .content()
                .tasks()
                .get(index)
                .id());
    }

    private void tell(Actor actor, AgencyId agency, TaskId task, TaskState state, @Nullable Integer percentage) {
        current.as(
                actor,
                () -> tasks.tell(
                        actor, agency, new NewProgress(task, state, "Đã làm một phần.", null, null, percentage)));
    }

    private static PlanFilter filter(PlanFilter.Sort sort, @Nullable String words, @Nullable String after, int size) {
        return new PlanFilter(null, null, null, null, true, words, sort, after, size);
    }

    @Test
    void the_list_holds_the_units_own_drafts_and_the_issued_plans_of_the_province_but_not_its_drafts() {
        PlanId own = begin(officer, content());
        PlanId above = register(province.consolidator(), content(), 1, TODAY);
        PlanId draftAbove = begin(province.consolidator(), content());
        assertThat(list(officer, PlanFilter.all()).rows())
                .extracting(PlanRow::id)
                .contains(own, above)
                .doesNotContain(draftAbove);
    }

    @Test
    void the_consolidator_sees_the_issued_plans_below_and_an_agency_officer_of_the_province_does_not_see_drafts() {
        PlanId issued = register(officer, content(), 1, TODAY);
        PlanId draft = begin(officer, content());
        assertThat(list(province.consolidator(), PlanFilter.all()).rows())
                .extracting(PlanRow::id)
                .contains(issued)
                .doesNotContain(draft);
    }

    @Test
    void plans_of_a_neighbour_commune_are_not_in_the_list() {
        Commune other = province.anotherCommune(2);
        PlanId theirs = register(
                other.standingOfficer(),
                SampleContents.small(other.culture(), other.police(), List.of(other.health())),
                1,
                TODAY);
        assertThat(list(officer, PlanFilter.all()).rows())
                .extracting(PlanRow::id)
                .doesNotContain(theirs);
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition_in_every_order() {
        IntStream.range(0, 7).forEach(i -> begin(officer, content()));
        for (PlanFilter.Sort sort : PlanFilter.Sort.values()) {
            List<PlanId> all = list(officer, filter(sort, null, null, 100)).rows().stream()
                    .map(PlanRow::id)
                    .toList();
            List<PlanId> paged = new ArrayList<>();
            String after = null;
            do {
                PlanPage page = list(officer, filter(sort, null, after, 3));
                page.rows().forEach(row -> paged.add(row.id()));
                after = page.next();
            } while (after != null);
            assertThat(paged).as(sort.name()).containsExactlyElementsOf(all);
        }
    }

    @Test
    void words_find_plans_without_accents_in_any_order() {
        PlanId id = begin(officer, content());
        assertThat(list(officer, filter(PlanFilter.Sort.NEWEST, "gioi BINH dang", null, 10))
                        .rows())
                .extracting(PlanRow::id)
                .contains(id);
        assertThat(list(officer, filter(PlanFilter.Sort.NEWEST, "giao thông", null, 10))
                        .rows())
                .isEmpty();
    }

    @Test
    void filters_by_status_year_and_kind_leave_only_what_fits() {
        PlanId id = begin(officer, content());
        assertThat(list(
                                officer,
                                new PlanFilter(
                                        PlanStatus.DRAFT,
                                        2026,
                                        commune.unit(),
                                        PlanKind.KE_HOACH,
                                        true,
                                        null,
                                        PlanFilter.Sort.NEWEST,
                                        null,
                                        10))
                        .rows())
                .extracting(PlanRow::id)
                .containsExactly(id);
        assertThat(list(officer, new PlanFilter(null, 2031, null, null, true, null, PlanFilter.Sort.NEWEST, null, 10))
                        .rows())
                .isEmpty();
    }

    @Test
    void the_list_costs_at_most_two_statements_however_many_rows_it_has() {
        IntStream.range(0, 4).forEach(i -> register(officer, content(), i + 1, TODAY));
        assertThat(Statements.countIn(() -> list(officer, PlanFilter.all()))).isLessThanOrEqualTo(2);
    }

    @Test
    void the_page_of_a_plan_with_its_board_costs_at_most_ten_statements() {
        PlanId id = register(officer, content(), 1, TODAY);
        long statements = Statements.countIn(() -> current.as(officer, () -> {
            queries.summary(officer, id, TODAY);
            queries.board(officer, id, TaskBoard.Grouping.AGENCY, TODAY);
        }));
        assertThat(statements).isBetween(1L, 10L);
    }

    @Test
    void the_page_of_a_plan_tells_who_issued_it_and_how_its_tasks_stand() {
        PlanId id = register(officer, content(), 1, TODAY);
        PlanSummary summary = current.as(officer, () -> queries.summary(officer, id, TODAY));
        assertThat(summary.issuerName()).startsWith("UBND xã Mẫu");
        assertThat(summary.agencyName()).isEqualTo("Phòng Văn hóa – Xã hội");
        assertThat(summary.tasks()).isEqualTo(new TaskCounts(3, 0, 0, 0));
    }

    @Test
    void a_board_by_agency_shows_each_agency_its_tasks_and_the_own_agency_first() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskBoard board = board(commune.policeOfficer(), id, TaskBoard.Grouping.AGENCY);
        assertThat(board.sections().getFirst().title()).isEqualTo("Công an xã");
        assertThat(board.sections().getFirst().tasks())
                .extracting(TaskRow::text)
                .containsExactly("Tiếp nhận và xử lý tin báo bạo lực gia đình.");
        assertThat(board.sections().getFirst().helping())
                .extracting(TaskRow::text)
                .containsExactly("Tổ chức Tháng hành động vì bình đẳng giới năm 2026.");
        assertThat(board.sections())
                .extracting(TaskBoard.Section::title)
                .contains("Trạm Y tế", "Hội Liên hiệp Phụ nữ xã");
    }

    @Test
    void a_board_by_due_date_keeps_standing_tasks_apart_and_never_calls_them_overdue() {
        PlanId id = register(officer, content(), 1, TODAY);
        clock.moveTo(LocalDate.of(2027, 1, 5));
        TaskBoard board = board(officer, id, TaskBoard.Grouping.DUE_DATE);
        assertThat(board.sections()).extracting(TaskBoard.Section::key).containsExactly("overdue", "standing");
        assertThat(board.counts()).isEqualTo(new TaskCounts(1, 0, 0, 2));
    }

    @Test
    void a_request_is_never_overdue() {
        PlanContent content = content();
        PlanItem.Task task = content.tasks().get(2);
        List<PlanItem.Task> changed = new ArrayList<>(content.tasks());
        changed.set(
                2,
                new PlanItem.Task(
                        task.id(),
                        null,
                        task.text(),
                        null,
                        TaskKind.ONCE,
                        null,
                        task.dueOn(),
                        task.lead(),
                        List.of(),
                        true,
                        null));
        PlanId id = begin(officer, content);
        current.as(officer, () -> plans.edit(officer, id, 0, List.of(new PlanEdit.Replace(changed.get(2)))));
        current.as(officer, () -> {
            plans.edit(
                    officer,
                    id,
                    1,
                    List.of(new PlanEdit.SetField(
                            null,
                            "signatory",
                            new PlanContent.Signatory("TM. ỦY BAN NHÂN DÂN", null, "CHỦ TỊCH", "A B", null))));
            plans.registerIssued(officer, id, 2, new Numbering(1, TODAY), null);
        });
        clock.moveTo(LocalDate.of(2026, 5, 1));
        assertThat(board(officer, id, TaskBoard.Grouping.AGENCY).counts().overdue())
                .isZero();
    }

    @Test
    void a_task_led_by_a_group_is_done_only_when_all_of_them_are() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId task = task(id, 2);
        tell(commune.healthOfficer(), commune.health(), task, TaskState.DONE, 100);
        assertThat(current.as(officer, () -> queries.task(officer, task, TODAY))
                        .task()
                        .status())
                .isEqualTo(TaskStatus.UNDER_WAY);
        tell(commune.womensUnionOfficer(), commune.womensUnion(), task, TaskState.DONE, 100);
        assertThat(current.as(officer, () -> queries.task(officer, task, TODAY))
                        .task()
                        .status())
                .isEqualTo(TaskStatus.DONE);
    }

    @Test
    void what_who_takes_part_tells_does_not_decide_over_the_leaders_task() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId task = task(id, 0);
        tell(commune.policeOfficer(), commune.police(), task, TaskState.DONE, 100);
        assertThat(current.as(officer, () -> queries.task(officer, task, TODAY))
                        .task()
                        .status())
                .isEqualTo(TaskStatus.NOT_STARTED);
    }

    @Test
    void an_agency_officer_tells_nothing_for_another_agency() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId task = task(id, 2);
        assertThatThrownBy(() -> tell(commune.policeOfficer(), commune.health(), task, TaskState.DONE, 100))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void an_agency_without_a_part_tells_nothing() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId task = task(id, 1);
        assertThatThrownBy(() -> tell(commune.healthOfficer(), commune.health(), task, TaskState.DONE, 100))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("plan.refused.no-part"));
    }

    @Test
    void the_standing_officer_tells_for_an_agency_of_the_commune() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId task = task(id, 1);
        tell(officer, commune.police(), task, TaskState.UNDER_WAY, 40);
        TaskPage page = current.as(officer, () -> queries.task(officer, task, TODAY));
        assertThat(page.told()).singleElement().satisfies(told -> {
            assertThat(told.agencyName()).isEqualTo("Công an xã");
            assertThat(told.progress().percentage()).isEqualTo(40);
        });
    }

    @Test
    void nothing_is_told_of_a_closed_plan() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId task = task(id, 1);
        current.as(officer, () -> plans.close(officer, id, 1, "Hết thời hạn."));
        assertThatThrownBy(() -> tell(commune.policeOfficer(), commune.police(), task, TaskState.DONE, 100))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("plan.refused.not-in-force"));
    }

    @Test
    void what_was_told_stays_through_an_amendment_and_a_dropped_task_is_gone() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId kept = task(id, 1);
        TaskId dropped = task(id, 2);
        tell(commune.policeOfficer(), commune.police(), kept, TaskState.UNDER_WAY, 30);
        current.as(officer, () -> {
            plans.amend(officer, id, 1, "Bỏ một nhiệm vụ.");
            plans.edit(
                    officer,
                    id,
                    2,
                    List.of(
                            new PlanEdit.Remove(dropped.value()),
                            new PlanEdit.SetField(
                                    null,
                                    "signatory",
                                    new PlanContent.Signatory("TM. ỦY BAN NHÂN DÂN", null, "CHỦ TỊCH", "A B", null))));
            plans.registerIssued(officer, id, 3, new Numbering(2, TODAY), null);
        });
        TaskBoard board = board(officer, id, TaskBoard.Grouping.AGENCY);
        assertThat(board.counts().all()).isEqualTo(2);
        assertThat(current.as(officer, () -> queries.task(officer, kept, TODAY)).told())
                .hasSize(1);
        assertThatThrownBy(() -> current.as(officer, () -> queries.task(officer, dropped, TODAY)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void evidence_is_kept_by_what_its_bytes_are_and_given_back_byte_for_byte() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId task = task(id, 1);
        Actor police = commune.policeOfficer();
        UUID evidence = current.as(
                police, () -> tasks.show(police, commune.police(), new NewEvidence(task, "bien-ban.pdf", PDF)));
        var file = current.as(officer, () -> tasks.evidence(officer, task, evidence));
        assertThat(file.evidence().mediaType()).isEqualTo("application/pdf");
        assertThat(file.bytes()).isEqualTo(PDF);
    }

    @Test
    void a_program_named_as_a_document_is_no_evidence() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId task = task(id, 1);
        Actor police = commune.policeOfficer();
        byte[] program = new byte[200];
        program[0] = 'M';
        program[1] = 'Z';
        assertThatThrownBy(() -> current.as(
                        police,
                        () -> tasks.show(police, commune.police(), new NewEvidence(task, "bien-ban.docx", program))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("plan.refused.evidence-kind"));
    }

    @Test
    void a_file_over_ten_megabytes_or_sent_twice_is_refused() {
        PlanId id = register(officer, content(), 1, TODAY);
        TaskId task = task(id, 1);
        Actor police = commune.policeOfficer();
        byte[] large = java.util.Arrays.copyOf(PDF, Tasks.LARGEST_EVIDENCE + 1);
        assertThatThrownBy(() -> current.as(
                        police, () -> tasks.show(police, commune.police(), new NewEvidence(task, "to.pdf", large))))
                .isInstanceOf(Refused.class);
        current.as(police, () -> tasks.show(police, commune.police(), new NewEvidence(task, "a.pdf", PDF)));
        assertThatThrownBy(() -> current.as(
                        police, () -> tasks.show(police, commune.police(), new NewEvidence(task, "b.pdf", PDF))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("plan.refused.evidence-kept"));
    }

    @Test
    void a_commune_does_not_see_what_its_neighbour_told_of_the_provinces_task() {
        Commune other = province.anotherCommune(2);
        PlanId id = register(
                province.consolidator(),
                SampleContents.small(
                        province.department(), province.committee(), List.of(commune.committee(), other.committee())),
                1,
                TODAY);
        TaskId task = new TaskId(current.as(province.consolidator(), () -> plans.draft(province.consolidator(), id))
                .content()
                .tasks()
                .get(2)
                .id());
        tell(other.standingOfficer(), other.committee(), task, TaskState.UNDER_WAY, 10);
        assertThat(current.as(officer, () -> queries.task(officer, task, TODAY)).told())
                .isEmpty();
        assertThat(current.as(province.consolidator(), () -> queries.task(province.consolidator(), task, TODAY))
                        .told())
                .hasSize(1);
    }

    @Test
    void the_parents_page_tells_who_has_issued_and_who_is_late() {
        Commune other = province.anotherCommune(2);
        PlanId parent = register(
                province.consolidator(),
                asking(
                        SampleContents.small(
                                province.department(), province.committee(), List.of(province.committee())),
                        List.of(commune.committee(), other.committee()),
                        "2026-01-31"),
                1,
                TODAY);
        PlanId child = current.as(
                officer, () -> plans.beginFromParent(officer, new NewChildPlan(commune.unit(), parent, "KH-UBND")));
        current.as(officer, () -> {
            plans.edit(
                    officer,
                    child,
                    0,
                    List.of(new PlanEdit.SetField(
                            null,
                            "signatory",
                            new PlanContent.Signatory("TM. ỦY BAN NHÂN DÂN", null, "CHỦ TỊCH", "A B", null))));
            plans.registerIssued(officer, child, 1, new Numbering(3, TODAY), null);
        });
        Actor consolidator = province.consolidator();
        List<ChildPlan> children =
                current.as(consolidator, () -> queries.children(consolidator, parent, LocalDate.of(2026, 2, 1)));
        assertThat(children).hasSize(2);
        assertThat(children.getFirst().unit()).isEqualTo(other.unit());
        assertThat(children.getFirst().late()).isTrue();
        assertThat(children.getLast().plan()).isEqualTo(child);
        assertThat(children.getLast().late()).isFalse();
        assertThat(current.as(officer, () -> queries.children(officer, parent, TODAY)))
                .extracting(ChildPlan::unit)
                .containsExactly(commune.unit());
    }

    @Test
    void versions_are_listed_newest_first_and_an_amendment_in_work_only_inside_the_unit() {
        PlanId id = register(officer, content(), 1, TODAY);
        current.as(officer, () -> plans.amend(officer, id, 1, "Điều chỉnh."));
        assertThat(current.as(officer, () -> queries.versions(officer, id)))
                .extracting(VersionRow::state)
                .containsExactly(VersionRow.State.IN_WORK, VersionRow.State.IN_FORCE);
        Actor consolidator = province.consolidator();
        assertThat(current.as(consolidator, () -> queries.versions(consolidator, id)))
                .hasSize(1);
    }

    @Test
    void the_history_tells_who_did_what_inside_the_unit_only() {
        PlanId id = register(officer, content(), 1, TODAY);
        assertThat(current.as(officer, () -> queries.history(officer, id)))
                .extracting(entry -> entry.action())
                .containsSubsequence("registered", "begun");
        Actor consolidator = province.consolidator();
        assertThat(current.as(consolidator, () -> queries.history(consolidator, id)))
                .isEmpty();
    }

    @Test
    void each_role_finds_its_own_duty_on_the_way_of_a_plan() {
        PlanId id = begin(officer, content());
        assertThat(kinds(officer)).contains("plan-draft");
        current.as(officer, () -> plans.submit(officer, id, 0));
        assertThat(kinds(commune.leader())).contains("plan-approve");
        current.as(commune.leader(), () -> plans.sendBack(commune.leader(), id, 1, "Sửa lại."));
        assertThat(kinds(officer)).contains("plan-returned");
        current.as(officer, () -> plans.submit(officer, id, 2));
        current.as(commune.leader(), () -> plans.approve(commune.leader(), id, 3));
        assertThat(kinds(commune.clerk())).contains("plan-number");
        assertThat(kinds(commune.policeOfficer())).isEmpty();
    }

    @Test
    void an_agency_finds_its_tasks_by_date_and_its_standing_ones_as_one_quiet_line() {
        register(officer, content(), 1, TODAY);
        clock.moveTo(LocalDate.of(2026, 4, 2));
        assertThat(dutiesOf(commune.healthOfficer()))
                .extracting(Duty::kind, Duty::dueOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("task-overdue", LocalDate.of(2026, 3, 31)),
                        org.assertj.core.groups.Tuple.tuple("task-due", LocalDate.of(2026, 12, 15)));
        assertThat(dutiesOf(commune.policeOfficer())).extracting(Duty::kind).containsExactly("task-due", "task-open");
    }

    @Test
    void the_standing_officer_is_told_of_a_plan_above_that_awaits_one_until_it_is_begun() {
        PlanId parent = register(
                province.consolidator(),
                asking(
                        SampleContents.small(
                                province.department(), province.committee(), List.of(province.committee())),
                        List.of(commune.committee()),
                        "2026-01-31"),
                1,
                TODAY);
        assertThat(dutiesOf(officer)).anySatisfy(duty -> {
            assertThat(duty.kind()).isEqualTo("plan-child");
            assertThat(duty.dueOn()).isEqualTo(LocalDate.of(2026, 1, 31));
        });
        current.as(officer, () -> plans.beginFromParent(officer, new NewChildPlan(commune.unit(), parent, "KH-UBND")));
        assertThat(kinds(officer)).doesNotContain("plan-child");
    }

    @Test
    void all_duties_cost_two_statements() {
        register(officer, content(), 1, TODAY);
        assertThat(Statements.countIn(() -> dutiesOf(officer))).isEqualTo(2);
    }

    @Test
    void search_finds_plans_and_tasks_without_accents_and_no_drafts_of_others() {
        register(officer, content(), 1, TODAY);
        begin(province.consolidator(), content());
        assertThat(search.search(officer, "bao luc tin", 10))
                .singleElement()
                .satisfies(hit -> assertThat(hit.kind()).isEqualTo("search.tasks"));
        assertThat(search.search(officer, "mau son ke", 10)).isEmpty();
        assertThat(search.search(officer, "binh dang gioi mau son", 10))
                .singleElement()
                .satisfies(hit -> assertThat(hit.kind()).isEqualTo("search.plans"));
    }

    @Test
    void an_export_holds_all_rows_whatever_the_size_of_a_page() {
        IntStream.range(0, 3).forEach(i -> begin(officer, content()));
        assertThat(current.as(officer, () -> queries.export(officer, filter(PlanFilter.Sort.TITLE, null, null, 1))))
                .hasSize(3);
    }

    private List<Duty> dutiesOf(Actor actor) {
        return duties.dutiesOf(actor, LocalDate.now(clock));
    }

    private List<String> kinds(Actor actor) {
        return dutiesOf(actor).stream().map(Duty::kind).toList();
    }
}
