package vn.binhquyen.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.committee.query.CommitteeQueries;
import vn.binhquyen.committee.query.CommitteeView;
import vn.binhquyen.committee.query.Member;
import vn.binhquyen.committee.query.Vacancy;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Duty;
import vn.binhquyen.kernel.DutySource;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.organization.AgencyChanges;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Who sits on a committee, decision by decision, and which seats are vacant. */
@IntegrationTest
class CommitteesTest {
    private static final LocalDate FOUNDED = LocalDate.of(2025, 8, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    @Autowired
    Provinces provinces;

    @Autowired
    Committees committees;

    @Autowired
    CommitteeQueries queries;

    @Autowired
    Organization organization;

    @Autowired
    AgencyChanges changes;

    @Autowired
    List<DutySource> duties;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

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

    @Test
    void a_unit_without_a_committee_has_none_and_owes_nothing() {
        assertThat(as(() -> queries.of(commune.unit(), TODAY))).isEmpty();
        assertThat(vacantDuties()).isEmpty();
    }

    @Test
    void members_of_a_day_follow_from_the_decisions_before_it() {
        establish();
        Member police = memberOf(commune.police());
        decide(change(LocalDate.of(2026, 1, 10), Set.of(police.seat()), seat("Nông Thị Lan", commune.police())));
        assertThat(peopleOn(LocalDate.of(2025, 7, 31))).isEmpty();
        assertThat(peopleOn(LocalDate.of(2026, 1, 9)))
                .containsExactly("Triệu Văn Lâm", "Hoàng Thị Thu", "Lương Văn Sơn");
        assertThat(peopleOn(LocalDate.of(2026, 1, 10)))
                .containsExactly("Triệu Văn Lâm", "Hoàng Thị Thu", "Nông Thị Lan");
        assertThat(view(TODAY).decisions()).hasSize(2).first().satisfies(last -> {
            assertThat(last.left()).containsExactly("Lương Văn Sơn");
            assertThat(last.entered()).containsExactly("Nông Thị Lan");
        });
    }

    @Test
    void a_decision_of_the_future_shows_when_its_day_comes() {
        establish();
        decide(change(LocalDate.of(2026, 3, 1), Set.of(), seat("Mông Văn Hai", commune.womensUnion())));
        assertThat(peopleOn(TODAY)).doesNotContain("Mông Văn Hai");
        assertThat(peopleOn(LocalDate.of(2026, 3, 1))).contains("Mông Văn Hai");
    }

    @Test
    void decisions_follow_one_another_in_time() {
        establish();
        assertThatThrownBy(() -> decide(change(FOUNDED, Set.of(), seat("A", commune.health()))))
                .extracting("code")
                .isEqualTo("committee.not-after-last");
        assertThatThrownBy(() -> establish()).extracting("code").isEqualTo("committee.stands");
        Commune other = province.anotherCommune(2);
        assertThatThrownBy(() -> current.as(
                        other.standingOfficer(),
                        () -> committees.decide(
                                other.standingOfficer(),
                                new NewDecision(
                                        other.unit(),
                                        DecisionKind.CHANGE,
                                        "",
                                        1,
                                        "QĐ-UBND",
                                        TODAY,
                                        TODAY,
                                        "X",
                                        Set.of(),
                                        List.of(new NewSeat("A", null, null, null, SeatRole.MEMBER)),
                                        -1))))
                .extracting("code")
                .isEqualTo("committee.none");
    }

    @Test
    void a_committee_has_one_head_and_nobody_twice_and_the_line_is_named() {
        establish();
        assertThatThrownBy(() -> decide(change(
                        TODAY,
                        Set.of(),
                        seat("B", commune.health()),
                        new NewSeat("C", null, null, null, SeatRole.HEAD))))
                .isInstanceOfSatisfying(Refused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("committee.two-heads");
                    assertThat(refusal.arguments()).first().isEqualTo(1);
                });
        assertThatThrownBy(() -> decide(change(TODAY, Set.of(), seat("LƯƠNG VĂN SƠN", commune.police()))))
                .extracting("code")
                .isEqualTo("committee.twice");
        assertThat(view(TODAY).members()).as("nothing was changed").hasSize(3);
    }

    @Test
    void the_head_is_replaced_in_one_decision() {
        establish();
        Member head = view(TODAY).members().getFirst();
        decide(change(TODAY, Set.of(head.seat()), new NewSeat("Phan Văn Lợi", "Chủ tịch", null, null, SeatRole.HEAD)));
        assertThat(peopleOn(TODAY)).first().isEqualTo("Phan Văn Lợi");
    }

    @Test
    void a_member_stands_for_an_agency_of_the_unit_that_exists() {
        establish();
        assertThatThrownBy(() -> decide(change(TODAY, Set.of(), seat("A", province.department()))))
                .extracting("code")
                .isEqualTo("committee.agency-not-then");
        assertThatThrownBy(() -> decide(change(
                        TODAY,
                        Set.of(),
                        new NewSeat(
                                "A",
                                null,
                                commune.health(),
                                commune.policeOfficer().account(),
                                SeatRole.MEMBER))))
                .extracting("code")
                .isEqualTo("committee.account-elsewhere");
    }

    @Test
    void a_seat_is_vacant_when_the_agency_ends_the_account_closes_or_its_person_moves() {
        establish();
        assertThat(view(TODAY).vacancies()).isZero();
        set(
                "update account set active = false where id = :id",
                commune.policeOfficer().account().value());
        assertThat(memberOf(commune.police()).vacancy()).isEqualTo(Vacancy.ACCOUNT_CLOSED);
        set(
                "update account set active = true where id = :id",
                commune.policeOfficer().account().value());
        jdbc.sql("update post set agency_id = :agency where account_id = :id")
                .param("agency", commune.health().value())
                .param("id", commune.policeOfficer().account().value())
                .update();
        assertThat(memberOf(commune.police()).vacancy()).isEqualTo(Vacancy.MOVED);
        as(() -> {
            organization.end(officer, commune.police(), TODAY.minusDays(1), 0);
            return true;
        });
        assertThat(memberOf(commune.police()).vacancy()).isEqualTo(Vacancy.AGENCY_ENDED);
        assertThat(vacantDuties()).singleElement().satisfies(duty -> {
            assertThat(duty.title()).containsExactly("1");
            assertThat(duty.detail()).isEqualTo("Lương Văn Sơn");
            assertThat(duty.link()).isEqualTo("/units/" + commune.unit() + "/committee");
        });
        assertThat(duties.stream().flatMap(source -> source.dutiesOf(commune.policeOfficer(), TODAY).stream()))
                .noneMatch(duty -> duty.kind().equals("committee-vacant"));
    }

    @Test
    void a_committee_without_a_head_or_a_standing_member_says_so() {
        establish();
        Member head = view(TODAY).members().getFirst();
        decide(change(TODAY, Set.of(head.seat())));
        assertThat(view(TODAY).missing()).containsExactly(SeatRole.HEAD);
        assertThat(vacantDuties()).hasSize(1);
    }

    @Test
    void a_member_of_a_duplicate_stands_for_the_agency_that_stays() {
        establish();
        as(() -> {
            changes.merge(officer, commune.police(), commune.health(), 0);
            return true;
        });
        assertThat(memberOf(commune.health()).person()).isEqualTo("Lương Văn Sơn");
        assertThat(view(TODAY).vacancies()).isZero();
    }

    @Test
    void the_last_decision_is_taken_back_with_all_that_it_did() {
        establish();
        Member police = memberOf(commune.police());
        decide(change(LocalDate.of(2026, 1, 10), Set.of(police.seat()), seat("Nông Thị Lan", commune.police())));
        as(() -> {
            committees.takeBackLast(officer, commune.unit(), version());
            return true;
        });
        assertThat(peopleOn(TODAY)).containsExactly("Triệu Văn Lâm", "Hoàng Thị Thu", "Lương Văn Sơn");
        assertThat(view(TODAY).decisions()).hasSize(1);
    }

    @Test
    void a_dissolved_committee_can_be_established_anew() {
        establish();
        decide(new NewDecision(
                commune.unit(),
                DecisionKind.DISSOLVE,
                "",
                9,
                "QĐ-UBND",
                TODAY,
                TODAY,
                "X",
                Set.of(),
                List.of(),
                version()));
        assertThat(peopleOn(TODAY)).isEmpty();
        assertThat(peopleOn(TODAY.minusDays(1))).hasSize(3);
        assertThat(view(TODAY).stands()).isFalse();
        assertThat(vacantDuties()).isEmpty();
        clock.moveTo(TODAY.plusDays(30));
        decide(new NewDecision(
                commune.unit(),
                DecisionKind.ESTABLISH,
                "Ban mới",
                10,
                "QĐ-UBND",
                TODAY.plusDays(20),
                TODAY.plusDays(20),
                "X",
                Set.of(),
                List.of(seat("A", commune.health())),
                version()));
        assertThat(peopleOn(TODAY.plusDays(20))).containsExactly("A");
    }

    @Test
    void of_two_who_enter_a_decision_at_once_one_is_told() throws Exception {
        establish();
        long seen = version();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> entering = () -> {
            together.await();
            try {
                as(() -> committees.decide(
                        officer,
                        new NewDecision(
                                commune.unit(),
                                DecisionKind.CHANGE,
                                "",
                                2,
                                "QĐ-UBND",
                                TODAY,
                                TODAY,
                                "X",
                                Set.of(),
                                List.of(seat("Người mới", commune.health())),
                                seen)));
                return true;
            } catch (Conflict told) {
                return false;
            }
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<Boolean> one = pool.submit(entering);
            Future<Boolean> other = pool.submit(entering);
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(peopleOn(TODAY)).hasSize(4);
    }

    @Test
    void only_who_keeps_the_agencies_of_the_unit_enters_decisions() {
        Actor police = commune.policeOfficer();
        assertThatThrownBy(() -> current.as(police, () -> committees.decide(police, establishing())))
                .isInstanceOf(AccessRefused.class);
        Actor sibling = province.anotherCommune(2).standingOfficer();
        assertThatThrownBy(() -> current.as(sibling, () -> committees.decide(sibling, establishing())))
                .isInstanceOf(AccessRefused.class);
        establish();
        assertThat(current.as(police, () -> queries.of(commune.unit(), TODAY))).isPresent();
    }

    private void establish() {
        decide(establishing());
    }

    private NewDecision establishing() {
        List<NewSeat> seats = new ArrayList<>();
        seats.add(new NewSeat(
                "Triệu Văn Lâm", "Phó Chủ tịch", null, commune.leader().account(), SeatRole.HEAD));
        seats.add(new NewSeat("Hoàng Thị Thu", null, commune.culture(), officer.account(), SeatRole.STANDING));
        seats.add(new NewSeat(
                "Lương Văn Sơn", null, commune.police(), commune.policeOfficer().account(), SeatRole.MEMBER));
        return new NewDecision(
                commune.unit(),
                DecisionKind.ESTABLISH,
                "Ban Vì sự tiến bộ của phụ nữ",
                5,
                "QĐ-UBND",
                FOUNDED,
                FOUNDED,
                "Phan Văn Lợi",
                Set.of(),
                seats,
                version());
    }

    private NewDecision change(LocalDate from, Set<UUID> leaving, NewSeat... entering) {
        return new NewDecision(
                commune.unit(),
                DecisionKind.CHANGE,
                "",
                7,
                "QĐ-UBND",
                from.isAfter(TODAY) ? TODAY : from,
                from,
                "Phan Văn Lợi",
                leaving,
                List.of(entering),
                version());
    }

    private static NewSeat seat(String person, @Nullable AgencyId agency) {
        return new NewSeat(person, null, agency, null, SeatRole.MEMBER);
    }

    private void decide(NewDecision decision) {
        as(() -> committees.decide(officer, decision));
    }

    private long version() {
        return as(() -> queries.of(commune.unit(), TODAY))
                .map(CommitteeView::version)
                .orElse(-1L);
    }

    private CommitteeView view(LocalDate on) {
        return as(() -> queries.of(commune.unit(), on)).orElseThrow();
    }

    private Member memberOf(AgencyId agency) {
        return view(TODAY).members().stream()
                .filter(member -> agency.equals(member.agency()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> peopleOn(LocalDate day) {
        return view(day).members().stream().map(Member::person).toList();
    }

    private List<Duty> vacantDuties() {
        return duties.stream()
                .flatMap(source -> source.dutiesOf(officer, TODAY).stream())
                .filter(duty -> duty.kind().equals("committee-vacant"))
                .toList();
    }

    private void set(String sql, UUID id) {
        jdbc.sql(sql).param("id", id).update();
    }

    private <T> T as(Supplier<T> work) {
        return current.as(officer, work);
    }
}
