package vn.binhquyen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
@RecordApplicationEvents
class PlansTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    @Autowired
    Plans plans;

    @Autowired
    Provinces provinces;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEvents events;

    Province province;
    Commune commune;
    Actor officer;
    Actor leader;
    Actor clerk;

    @BeforeEach
    void found() {
        clock.moveTo(TODAY);
        province = provinces.found();
        commune = province.commune();
        officer = commune.standingOfficer();
        leader = commune.leader();
        clerk = commune.clerk();
    }

    private PlanContent content() {
        return SampleContents.small(
                commune.culture(), commune.police(), List.of(commune.health(), commune.womensUnion()));
    }

    private PlanId begin() {
        return current.as(officer, () -> plans.begin(officer, new NewPlan(commune.unit(), null, "KH-UBND", content())));
    }

    private PlanDraft draft(Actor actor, PlanId id) {
        return current.as(actor, () -> plans.draft(actor, id));
    }

    private long version(PlanId id) {
        return draft(officer, id).version();
    }

    private void submit(PlanId id) {
        current.as(officer, () -> plans.submit(officer, id, version(id)));
    }

    private void approve(PlanId id) {
        long version = version(id);
        current.as(leader, () -> plans.approve(leader, id, version));
    }

    private void issue(PlanId id, int number) {
        long version = version(id);
        current.as(clerk, () -> plans.issue(clerk, id, version, new Numbering(number, TODAY)));
    }

    private PlanId issued(int number) {
        PlanId id = begin();
        submit(id);
        approve(id);
        issue(id, number);
        return id;
    }

    private PlanDraft setTitle(PlanId id, long version, String title) {
        return current.as(
                officer, () -> plans.edit(officer, id, version, List.of(new PlanEdit.SetField(null, "title", title))));
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void a_draft_keeps_what_it_was_begun_with() {
        PlanContent content = content();
        PlanId id =
                current.as(officer, () -> plans.begin(officer, new NewPlan(commune.unit(), null, "KH-UBND", content)));
        PlanDraft draft = draft(officer, id);
        assertThat(draft.content()).isEqualTo(content);
        assertThat(draft.head().status()).isEqualTo(PlanStatus.DRAFT);
        assertThat(draft.head().numberAndSymbol()).isEqualTo("…/KH-UBND");
    }

    @Test
    void an_agency_officer_begins_no_plan() {
        Actor police = commune.policeOfficer();
        assertThatThrownBy(() -> current.as(
                        police, () -> plans.begin(police, new NewPlan(commune.unit(), null, "KH-UBND", content()))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void nobody_begins_a_plan_of_another_unit() {
        Commune other = province.anotherCommune(2);
        assertThatThrownBy(() -> current.as(
                        officer, () -> plans.begin(officer, new NewPlan(other.unit(), null, "KH-UBND", content()))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_draft_is_hidden_from_the_province_and_from_other_communes() {
        PlanId id = begin();
        assertThatThrownBy(() -> draft(province.consolidator(), id)).isInstanceOf(NotFound.class);
        Actor stranger = province.anotherCommune(2).standingOfficer();
        assertThatThrownBy(() -> draft(stranger, id)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void an_issued_plan_is_seen_by_the_province() {
        PlanId id = issued(1);
        assertThat(draft(province.consolidator(), id).head().number()).isEqualTo(1);
    }

    @Test
    void an_edit_is_kept_and_counts_the_version_on() {
        PlanId id = begin();
        PlanDraft edited = setTitle(id, 0, "Tên mới");
        assertThat(edited.content().title()).isEqualTo("Tên mới");
        assertThat(edited.version()).isEqualTo(1);
        assertThat(draft(officer, id)).isEqualTo(edited);
    }

    @Test
    void of_two_editors_the_later_is_told_of_a_conflict_and_changes_nothing() {
        PlanId id = begin();
        setTitle(id, 0, "Của người thứ nhất");
        assertThatThrownBy(() -> setTitle(id, 0, "Của người thứ hai")).isInstanceOf(Conflict.class);
        assertThat(draft(officer, id).content().title()).isEqualTo("Của người thứ nhất");
    }

    @Test
    void the_symbol_changes_until_the_plan_is_sent_for_review() {
        PlanId id = begin();
        PlanDraft changed = current.as(officer, () -> plans.setSymbol(officer, id, 0, "KH-PVHXH"));
        assertThat(changed.head().numberAndSymbol()).isEqualTo("…/KH-PVHXH");
        submit(id);
        assertRefused(
                "plan.refused.not-editable",
                () -> current.as(officer, () -> plans.setSymbol(officer, id, version(id), "KH-UBND")));
    }

    @Test
    void a_plan_in_review_can_not_be_edited() {
        PlanId id = begin();
        submit(id);
        assertRefused("plan.refused.not-editable", () -> setTitle(id, version(id), "Muộn"));
    }

    @Test
    void an_incomplete_plan_is_not_sent_for_review() {
        PlanId id = current.as(
                officer,
                () -> plans.begin(
                        officer, new NewPlan(commune.unit(), null, "KH-UBND", PlanContent.blank(PlanKind.KE_HOACH))));
        assertRefused("plan.missing.title", () -> submit(id));
        assertThat(draft(officer, id).head().status()).isEqualTo(PlanStatus.DRAFT);
    }

    @Test
    void the_writer_does_not_approve_his_own_plan() {
        PlanId id = begin();
        submit(id);
        assertThatThrownBy(() -> current.as(officer, () -> plans.approve(officer, id, version(id))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void the_leader_of_another_commune_does_not_approve_it() {
        PlanId id = begin();
        submit(id);
        Actor other = province.anotherCommune(2).leader();
        assertThatThrownBy(() -> current.as(other, () -> plans.approve(other, id, 1)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_returned_plan_is_a_draft_again_with_the_remark() {
        PlanId id = begin();
        submit(id);
        long version = version(id);
        current.as(leader, () -> plans.sendBack(leader, id, version, "Bổ sung chỉ tiêu y tế."));
        PlanHead head = draft(officer, id).head();
        assertThat(head.status()).isEqualTo(PlanStatus.DRAFT);
        assertThat(head.remark()).isEqualTo("Bổ sung chỉ tiêu y tế.");
    }

    @Test
    void a_return_needs_a_remark() {
        PlanId id = begin();
        submit(id);
        long version = version(id);
        assertRefused(
                "plan.refused.text-required",
                () -> current.as(leader, () -> plans.sendBack(leader, id, version, "  ")));
    }

    @Test
    void approval_puts_the_leaders_name_under_the_document_and_a_return_takes_it_away() {
        PlanId id = begin();
        submit(id);
        approve(id);
        assertThat(draft(officer, id).content().signatoryName()).isEqualTo(leader.name());
        long version = version(id);
        current.as(leader, () -> plans.sendBack(leader, id, version, "Sai thể thức."));
        assertThat(draft(officer, id).content().signatoryName()).isNull();
    }

    @Test
    void the_clerk_issues_what_was_signed_and_says_so_to_the_other_rooms() {
        PlanId id = issued(12);
        PlanHead head = draft(officer, id).head();
        assertThat(head.status()).isEqualTo(PlanStatus.ISSUED);
        assertThat(head.numberAndSymbol()).isEqualTo("12/KH-UBND");
        assertThat(head.issuedOn()).isEqualTo(TODAY);
        assertThat(events.stream(PlanIssued.class)).contains(new PlanIssued(id, 1));
    }

    @Test
    void a_draft_can_not_be_numbered() {
        PlanId id = begin();
        assertRefused("plan.refused.step.ISSUE", () -> issue(id, 1));
    }

    @Test
    void the_next_number_follows_the_highest_of_the_year() {
        issued(7);
        PlanId id = begin();
        submit(id);
        approve(id);
        assertThat(current.as(clerk, () -> plans.nextNumber(clerk, id, TODAY))).isEqualTo(8);
        assertThat(current.as(clerk, () -> plans.nextNumber(clerk, id, TODAY.plusYears(1))))
                .isEqualTo(1);
    }

    @Test
    void a_number_is_given_once_in_a_year() {
        issued(5);
        PlanId second = begin();
        submit(second);
        approve(second);
        assertRefused("plan.refused.number-taken", () -> issue(second, 5));
        issue(second, 6);
    }

    @Test
    void two_communes_may_give_the_same_number() {
        issued(5);
        commune = province.anotherCommune(2);
        officer = commune.standingOfficer();
        leader = commune.leader();
        clerk = commune.clerk();
        issued(5);
    }

    @Test
    void of_two_who_give_the_same_number_at_once_one_gets_it() throws Exception {
        List<PlanId> both = List.of(begin(), begin());
        List<Long> versions = new ArrayList<>();
        for (PlanId id : both) {
            submit(id);
            approve(id);
            versions.add(version(id));
        }
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Boolean>> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                PlanId id = both.get(i);
                long version = versions.get(i);
                Callable<Boolean> give = () -> {
                    start.await();
                    current.as(clerk, () -> plans.issue(clerk, id, version, new Numbering(9, TODAY)));
                    return true;
                };
                results.add(threads.submit(give));
            }
        }
        int given = 0;
        for (Future<Boolean> result : results) {
            try {
                given += result.get() ? 1 : 0;
            } catch (ExecutionException refused) {
                assertThat(refused.getCause())
                        .isInstanceOfSatisfying(
                                Refused.class, one -> assertThat(one.code()).isEqualTo("plan.refused.number-taken"));
            }
        }
        assertThat(given).isEqualTo(1);
    }

    @Test
    void the_date_lies_neither_before_the_signing_nor_in_the_future() {
        PlanId id = begin();
        submit(id);
        approve(id);
        long version = version(id);
        assertRefused(
                "plan.refused.date-before-signing",
                () -> current.as(clerk, () -> plans.issue(clerk, id, version, new Numbering(1, TODAY.minusDays(1)))));
        assertRefused(
                "plan.refused.date-in-future",
                () -> current.as(clerk, () -> plans.issue(clerk, id, version, new Numbering(1, TODAY.plusDays(1)))));
    }

    @Test
    void a_signed_document_is_registered_as_issued_with_its_own_number_and_date() {
        PlanContent signed = content().signedBy("Nguyễn Văn Ký");
        PlanId id = current.as(officer, () -> {
            PlanId begun = plans.begin(officer, new NewPlan(commune.unit(), null, "KH-UBND", signed));
            plans.registerIssued(officer, begun, 0, new Numbering(33, LocalDate.of(2025, 2, 3)), null);
            return begun;
        });
        PlanHead head = draft(officer, id).head();
        assertThat(head.status()).isEqualTo(PlanStatus.ISSUED);
        assertThat(head.issuedOn()).isEqualTo(LocalDate.of(2025, 2, 3));
    }

    @Test
    void the_plan_above_is_registered_by_the_commune_as_issued_by_the_province() {
        PlanContent signed = content().signedBy("Nguyễn Văn Ký");
        PlanId id = current.as(officer, () -> {
            PlanId begun = plans.begin(officer, new NewPlan(commune.unit(), province.unit(), "KH-UBND", signed));
            plans.registerIssued(officer, begun, 0, new Numbering(158, LocalDate.of(2025, 12, 26)), null);
            return begun;
        });
        assertThat(draft(officer, id).head().issuer()).isEqualTo(province.unit());
    }

    @Test
    void a_commune_registers_nothing_as_issued_by_its_neighbour() {
        Commune other = province.anotherCommune(2);
        assertRefused(
                "plan.refused.issuer",
                () -> current.as(
                        officer,
                        () -> plans.begin(officer, new NewPlan(commune.unit(), other.unit(), "KH-UBND", content()))));
    }

    @Test
    void while_an_amendment_is_written_the_version_before_stays_in_force_for_others() {
        PlanId id = issued(1);
        current.as(officer, () -> plans.amend(officer, id, version(id), "Thêm nhiệm vụ."));
        setTitle(id, version(id), "Tên sửa đổi");
        assertThat(draft(officer, id).content().title()).isEqualTo("Tên sửa đổi");
        assertThat(draft(province.consolidator(), id).content().title()).contains("xã Mẫu Sơn");
        assertThatThrownBy(
                        () -> current.as(province.consolidator(), () -> plans.version(province.consolidator(), id, 2)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_amendment_goes_the_same_way_and_replaces_the_version_before() {
        PlanId id = issued(1);
        current.as(officer, () -> plans.amend(officer, id, version(id), "Thêm nhiệm vụ."));
        setTitle(id, version(id), "Tên sửa đổi");
        submit(id);
        approve(id);
        issue(id, 2);
        PlanHead head = draft(officer, id).head();
        assertThat(head.inForce()).isEqualTo(2);
        assertThat(head.numberAndSymbol()).isEqualTo("01/KH-UBND");
        assertThat(current.as(officer, () -> plans.compare(officer, id, 1, 2)))
                .anySatisfy(difference -> assertThat(difference.changes())
                        .anyMatch(change -> change.field().equals("title") && "Tên sửa đổi".equals(change.after())));
        assertThat(events.stream(PlanIssued.class)).contains(new PlanIssued(id, 2));
    }

    @Test
    void an_abandoned_amendment_leaves_the_plan_as_it_was_and_a_new_one_can_begin() {
        PlanId id = issued(1);
        current.as(officer, () -> plans.amend(officer, id, version(id), "Thử."));
        current.as(officer, () -> plans.abandonAmendment(officer, id, version(id)));
        assertThat(draft(officer, id).head().content()).isEqualTo(1);
        current.as(officer, () -> plans.amend(officer, id, version(id), "Lần nữa."));
        assertThat(draft(officer, id).head().content()).isEqualTo(3);
    }

    @Test
    void the_standing_officer_closes_and_only_the_leader_revokes() {
        PlanId closed = issued(1);
        current.as(officer, () -> plans.close(officer, closed, version(closed), "Hết thời hạn."));
        assertThat(events.stream(PlanClosed.class)).contains(new PlanClosed(closed));
        PlanId revoked = issued(2);
        assertThatThrownBy(() ->
                        current.as(officer, () -> plans.revoke(officer, revoked, version(revoked), "Trái thẩm quyền.")))
                .isInstanceOf(AccessRefused.class);
        long version = version(revoked);
        current.as(leader, () -> plans.revoke(leader, revoked, version, "Trái thẩm quyền."));
        assertThat(events.stream(PlanRevoked.class)).contains(new PlanRevoked(revoked));
    }

    @Test
    void a_discarded_draft_is_gone_from_the_way() {
        PlanId id = begin();
        current.as(officer, () -> plans.discard(officer, id, version(id)));
        assertRefused("plan.refused.step.SUBMIT", () -> submit(id));
    }

    @Test
    void a_plan_for_the_next_year_is_begun_from_this_years() {
        PlanId last = issued(1);
        PlanId next = current.as(officer, () -> plans.beginFromLast(officer, last));
        assertThat(draft(officer, next).head().period()).isEqualTo(new PlanContent.Period(2027, 2027));
        assertThat(draft(officer, next).content().signatoryName()).isNull();
    }

    @Test
    void a_communes_plan_is_begun_from_the_provinces_with_its_indicators_and_the_communes_own_agencies() {
        PlanId parent = provincePlan();
        PlanId child = current.as(
                officer, () -> plans.beginFromParent(officer, new NewChildPlan(commune.unit(), parent, "KH-UBND")));
        PlanDraft draft = draft(officer, child);
        assertThat(draft.head().parent()).isEqualTo(parent);
        assertThat(draft.content().indicators()).hasSize(1);
        assertThat(draft.content().parties())
                .extracting(PlanItem.Party::name)
                .contains("Công an xã", "Phòng Văn hóa – Xã hội");
        assertThat(draft.content().legalBases())
                .singleElement()
                .satisfies(basis -> assertThat(basis.number()).isEqualTo("158/KH-UBND"));
    }

    @Test
    void a_plan_has_no_parent_that_its_writer_may_not_see() {
        PlanId foreign = current.as(
                province.consolidator(),
                () -> plans.begin(province.consolidator(), new NewPlan(province.unit(), null, "KH-UBND", content())));
        assertThatThrownBy(() -> current.as(
                        officer,
                        () -> plans.beginFromParent(officer, new NewChildPlan(commune.unit(), foreign, "KH-UBND"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void obligations_name_agencies_where_the_plan_names_parties() {
        PlanId id = issued(1);
        PlanObligations owed = current.as(officer, () -> plans.obligationsOf(id));
        assertThat(owed.reports()).singleElement().satisfies(report -> {
            assertThat(report.kind()).isEqualTo(PlanItem.ReportKind.SIX_MONTH);
            assertThat(report.from())
                    .containsExactly(commune.culture(), commune.police(), commune.health(), commune.womensUnion());
        });
        assertThat(owed.indicators())
                .singleElement()
                .satisfies(indicator -> assertThat(indicator.owners()).containsExactly(commune.culture()));
    }

    @Test
    void the_document_of_a_draft_is_marked_as_one_and_of_an_issued_plan_bears_its_number() {
        PlanId id = begin();
        assertThat(current.as(officer, () -> plans.document(officer, id, 1)).draft())
                .isTrue();
        submit(id);
        approve(id);
        issue(id, 4);
        var document = current.as(officer, () -> plans.document(officer, id, 1));
        assertThat(document.number()).isEqualTo(4);
        assertThat(document.signature().name()).isEqualTo(leader.name());
        assertThat(document.agency()).startsWith("Ủy ban nhân dân xã Mẫu");
    }

    @Test
    void an_item_id_of_another_plan_is_not_taken_over() {
        PlanId first = issued(1);
        PlanContent same = draft(officer, first).content();
        PlanId second =
                current.as(officer, () -> plans.begin(officer, new NewPlan(commune.unit(), null, "KH-UBND", same)));
        submit(second);
        approve(second);
        assertThatThrownBy(() -> issue(second, 2)).isInstanceOf(IllegalStateException.class);
        assertThat(draft(officer, second).head().status()).isEqualTo(PlanStatus.APPROVED);
    }

    private PlanId provincePlan() {
        Actor consolidator = province.consolidator();
        UUID asked = UUID.randomUUID();
        PlanContent base =
                SampleContents.small(province.department(), province.committee(), List.of(commune.committee()));
        PlanItem.Party communes = base.parties().get(2);
        PlanContent content = PlanEditing.apply(
                base,
                List.of(new PlanEdit.Add(
                        null,
                        "reportingDuties",
                        9,
                        new PlanItem.ReportingDuty(
                                asked,
                                PlanItem.ReportKind.ISSUE_OWN_PLAN,
                                vn.binhquyen.kernel.PartialDate.parse("2026-01-31"),
                                false,
                                List.of(communes.id()),
                                null,
                                null,
                                null,
                                null))));
        return current.as(consolidator, () -> {
            PlanId id = plans.begin(
                    consolidator, new NewPlan(province.unit(), null, "KH-UBND", content.signedBy("Đàm Quốc Hưng")));
            plans.registerIssued(consolidator, id, 0, new Numbering(158, LocalDate.of(2025, 12, 26)), null);
            return id;
        });
    }
}
