package vn.binhquyen.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.organization.query.AgencyHistories;
import vn.binhquyen.organization.query.OrganizationQueries;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Names, the standing role and duplicates of agencies in time. */
@IntegrationTest
class AgenciesInTimeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    AgencyChanges changes;

    @Autowired
    TypicalAgencies typical;

    @Autowired
    OrganizationQueries queries;

    @Autowired
    AgencyHistories histories;

    @Autowired
    StatesOfToday statesOfToday;

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
    void an_agency_is_found_by_the_name_of_the_day() {
        rename(commune.health(), "Trạm Y tế xã Mới", LocalDate.of(2026, 1, 10));
        assertThat(namesOn(LocalDate.of(2026, 1, 9))).contains("Trạm Y tế").doesNotContain("Trạm Y tế xã Mới");
        assertThat(namesOn(LocalDate.of(2026, 1, 10)))
                .contains("Trạm Y tế xã Mới")
                .doesNotContain("Trạm Y tế");
        assertThat(namesOn(LocalDate.of(2025, 6, 30))).isEmpty();
        assertThat(as(() -> organization.agency(commune.health()).name())).isEqualTo("Trạm Y tế xã Mới");
    }

    @Test
    void a_name_that_became_free_may_be_borne_by_another_agency() {
        rename(commune.health(), "Trung tâm Y tế", LocalDate.of(2026, 1, 10));
        AgencyId other = as(() -> organization.found(
                officer, new NewAgency(commune.unit(), "Trạm Y tế", null, AgencyKind.HEALTH, false, List.of(), TODAY)));
        assertThat(on(LocalDate.of(2026, 1, 9), "Trạm Y tế")).isEqualTo(commune.health());
        assertThat(on(TODAY, "Trạm Y tế")).isEqualTo(other);
        assertThatThrownBy(() -> rename(commune.police(), "Trạm Y tế", LocalDate.of(2026, 1, 12)))
                .as("two would bear it from the day on")
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_name_decided_for_later_is_borne_from_its_day_on_and_today_shows_that_of_today() {
        LocalDate day = TODAY.plusDays(10);
        rename(commune.health(), "Trung tâm Y tế", day);
        assertThat(name(commune.health())).isEqualTo("Trạm Y tế");
        assertThat(namesOn(day.minusDays(1))).contains("Trạm Y tế").doesNotContain("Trung tâm Y tế");
        assertThat(namesOn(day)).contains("Trung tâm Y tế").doesNotContain("Trạm Y tế");
        assertThat(as(() -> queries.agency(commune.health())).aliases()).doesNotContain("Trung tâm Y tế");
        assertThatThrownBy(() -> rename(commune.police(), "Trung tâm Y tế", day.plusDays(5)))
                .as("two would bear it")
                .extracting("code")
                .isEqualTo("organization.agency-name-taken");

        clock.moveTo(day);
        statesOfToday.takeEffect();

        assertThat(name(commune.health())).isEqualTo("Trung tâm Y tế");
    }

    @Test
    void while_a_name_is_to_come_the_present_one_can_be_corrected_and_no_other_decided() {
        LocalDate day = TODAY.plusDays(10);
        rename(commune.health(), "Trung tâm Y tế", day);
        assertThatThrownBy(() -> rename(commune.health(), "Bệnh xá", TODAY))
                .extracting("code")
                .isEqualTo("organization.name-coming");
        rename(commune.health(), "Trạm Y tế đúng", null);
        assertThat(namesOn(TODAY)).contains("Trạm Y tế đúng");
        assertThat(namesOn(day)).contains("Trung tâm Y tế");
    }

    @Test
    void a_name_to_come_is_taken_back_and_the_present_one_goes_on() {
        LocalDate day = TODAY.plusDays(10);
        rename(commune.health(), "Trung tâm Y tế", day);
        as(() -> {
            organization.takeBackName(officer, commune.health(), 1);
            return true;
        });
        assertThat(namesOn(day)).contains("Trạm Y tế").doesNotContain("Trung tâm Y tế");
        assertThatThrownBy(() -> as(() -> {
                    organization.takeBackName(officer, commune.health(), 2);
                    return true;
                }))
                .extracting("code")
                .isEqualTo("organization.name-not-coming");
    }

    @Test
    void a_duplicate_with_a_name_to_come_is_merged_all_the_same() {
        AgencyId duplicate = duplicate("Trạm Y tế xã trùng");
        rename(duplicate, "Trạm sắp đổi tên", TODAY.plusDays(10));
        merge(duplicate, commune.health(), 1);
        assertThat(namesOn(TODAY.plusDays(11))).doesNotContain("Trạm sắp đổi tên");
        assertThat(as(() -> organization.aliasesIn(commune.unit())).get(commune.health()))
                .as("a name that never came is none by which documents speak")
                .containsExactly("Trạm Y tế xã trùng");
    }

    @Test
    void a_duplicate_that_was_renamed_today_is_merged_and_both_names_go_over() {
        rename(commune.police(), "Công an khác", TODAY);
        merge(commune.police(), commune.health(), 1);
        assertThat(as(() -> organization.aliasesIn(commune.unit())).get(commune.health()))
                .contains("Công an khác", "Công an xã");
    }

    @Test
    void the_standing_role_is_handed_over_on_a_day_to_come_and_until_then_stays() {
        LocalDate day = TODAY.plusDays(10);
        appoint(commune.health(), day);
        assertThat(standingOn(TODAY)).isEqualTo(commune.culture());
        assertThat(as(() -> organization.agency(commune.culture())).standing()).isTrue();
        assertThat(as(() -> organization.agency(commune.health())).standing()).isFalse();
        assertThat(standingOn(day)).isEqualTo(commune.health());

        clock.moveTo(day);
        statesOfToday.takeEffect();

        assertThat(as(() -> organization.agency(commune.culture())).standing()).isFalse();
        assertThat(as(() -> organization.agency(commune.health())).standing()).isTrue();
    }

    @Test
    void an_appointment_to_come_is_taken_back_and_who_had_the_role_keeps_it() {
        LocalDate day = TODAY.plusDays(10);
        appoint(commune.health(), day);
        as(() -> {
            changes.takeBackStanding(officer, commune.health(), day, mark());
            return true;
        });
        assertThat(standingOn(day)).isEqualTo(commune.culture());
        assertThat(as(() -> histories.of(commune.culture())).standing())
                .as("as if nothing had been decided")
                .hasSize(1);
        assertThatThrownBy(() -> takeBack(commune.health(), day))
                .extracting("code")
                .isEqualTo("organization.standing-not-coming");
    }

    @Test
    void of_two_appointments_to_come_the_one_of_the_day_is_taken_back() {
        LocalDate day = TODAY.plusDays(10);
        appoint(commune.health(), day);
        appoint(commune.police(), day.plusDays(10));
        appoint(commune.health(), day.plusDays(20));
        takeBack(commune.health(), day.plusDays(20));
        assertThat(standingOn(day)).isEqualTo(commune.health());
        assertThat(standingOn(day.plusDays(20))).isEqualTo(commune.police());
    }

    @Test
    void an_appointment_to_come_behind_the_end_of_the_own_role_is_taken_back_and_the_end_stays() {
        LocalDate day = TODAY.plusDays(10);
        as(() -> {
            changes.relieveStanding(officer, commune.culture(), day, mark());
            return true;
        });
        appoint(commune.culture(), day);
        takeBack(commune.culture(), day);
        assertThat(as(() -> organization.standingAgency(commune.unit(), day))).isEmpty();
        assertThat(standingOn(day.minusDays(1))).isEqualTo(commune.culture());
    }

    @Test
    void who_was_to_hand_the_role_to_an_agency_that_ends_before_keeps_it() {
        LocalDate day = TODAY.plusDays(10);
        appoint(commune.health(), day);
        end(commune.health(), day.minusDays(5));
        assertThat(standingOn(day)).isEqualTo(commune.culture());
    }

    @Test
    void who_handed_the_role_to_an_agency_that_turns_out_to_have_ended_before_has_it_today() {
        appoint(commune.health(), TODAY.minusDays(2));
        end(commune.health(), TODAY.minusDays(5));
        assertThat(standingOn(TODAY)).isEqualTo(commune.culture());
        assertThat(as(() -> organization.agency(commune.culture())).standing()).isTrue();
    }

    @Test
    void an_agency_whose_new_name_is_to_come_does_not_end_before_and_the_refusal_names_it() {
        rename(commune.health(), "Trung tâm Y tế", TODAY.plusDays(10));
        assertThatThrownBy(() -> end(commune.health(), TODAY)).isInstanceOfSatisfying(Refused.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("organization.name-coming");
            assertThat(refusal.arguments()).containsExactly("Trung tâm Y tế", "25/01/2026");
        });
    }

    private void takeBack(AgencyId id, LocalDate from) {
        as(() -> {
            changes.takeBackStanding(officer, id, from, mark());
            return true;
        });
    }

    private void end(AgencyId id, LocalDate lastDay) {
        as(() -> {
            organization.end(officer, id, lastDay, version(id));
            return true;
        });
    }

    private long version(AgencyId id) {
        return jdbc.sql("select version from agency where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    @Test
    void a_unit_may_lose_its_standing_agency_on_a_day_to_come() {
        LocalDate day = TODAY.plusDays(10);
        as(() -> {
            changes.relieveStanding(officer, commune.culture(), day, mark());
            return true;
        });
        assertThat(standingOn(day.minusDays(1))).isEqualTo(commune.culture());
        assertThat(as(() -> organization.standingAgency(commune.unit(), day))).isEmpty();
        clock.moveTo(day);
        statesOfToday.takeEffect();
        assertThat(as(() -> organization.agency(commune.culture())).standing()).isFalse();
    }

    @Test
    void of_two_who_rename_the_same_agency_at_once_one_is_first_and_the_other_is_told() throws Exception {
        assertThat(outcomes(
                        () -> change(commune.health(), "Tên một", TODAY, 0),
                        () -> change(commune.health(), "Tên hai", TODAY.minusDays(3), 0)))
                .containsExactlyInAnyOrder("first", "Conflict");
    }

    @Test
    void of_two_who_hand_over_the_standing_role_at_once_one_is_first_and_the_other_is_told() throws Exception {
        String seen = mark();
        assertThat(outcomes(
                        () -> changes.appointStanding(officer, commune.health(), TODAY, seen),
                        () -> changes.appointStanding(officer, commune.police(), TODAY, seen)))
                .containsExactlyInAnyOrder("first", "Conflict");
    }

    private List<String> outcomes(Runnable one, Runnable other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<String> first = pool.submit(() -> outcome(together, one));
            Future<String> second = pool.submit(() -> outcome(together, other));
            return List.of(first.get(), second.get());
        }
    }

    private String outcome(CyclicBarrier together, Runnable step) throws Exception {
        together.await();
        try {
            current.as(officer, step);
            return "first";
        } catch (Conflict | Refused other) {
            return other.getClass().getSimpleName();
        }
    }

    private void change(AgencyId id, String name, LocalDate from, long version) {
        organization.change(officer, id, new AgencyChange(name, null, AgencyKind.HEALTH, null, from, version));
    }

    private String name(AgencyId id) {
        return as(() -> queries.agency(id)).name();
    }

    private String mark() {
        return current.as(officer, () -> histories.of(commune.health())).standingMark();
    }

    @Test
    void a_name_does_not_begin_before_the_last_one() {
        rename(commune.health(), "B", LocalDate.of(2026, 1, 10));
        assertThatThrownBy(() -> rename(commune.health(), "C", LocalDate.of(2026, 1, 9)))
                .extracting("code")
                .isEqualTo("organization.renamed-before-last-name");
    }

    @Test
    void a_correction_leaves_no_former_name() {
        rename(commune.health(), "Trạm Y tế đúng", null);
        assertThat(namesOn(LocalDate.of(2025, 8, 1))).contains("Trạm Y tế đúng").doesNotContain("Trạm Y tế");
        assertThat(as(() -> organization.aliasesIn(commune.unit()))).doesNotContainKey(commune.health());
    }

    @Test
    void another_name_holds_in_its_time_only() {
        as(() -> {
            organization.addAlias(
                    officer, commune.health(), "Trạm xá", LocalDate.of(2025, 8, 1), LocalDate.of(2025, 9, 30));
            return true;
        });
        assertThat(as(() -> organization.aliasesIn(commune.unit(), LocalDate.of(2025, 9, 30))))
                .containsKey(commune.health());
        assertThat(as(() -> organization.aliasesIn(commune.unit(), LocalDate.of(2025, 10, 1))))
                .doesNotContainKey(commune.health());
        assertThatThrownBy(() -> as(() -> {
                    organization.addAlias(officer, commune.health(), "X", TODAY, TODAY.minusDays(1));
                    return true;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_unit_has_one_standing_agency_on_every_day() {
        appoint(commune.health(), LocalDate.of(2026, 1, 1));
        appoint(commune.police(), LocalDate.of(2026, 1, 10));
        assertThat(standingOn(LocalDate.of(2025, 12, 31))).isEqualTo(commune.culture());
        assertThat(standingOn(LocalDate.of(2026, 1, 9))).isEqualTo(commune.health());
        assertThat(standingOn(TODAY)).isEqualTo(commune.police());
        assertThatThrownBy(() -> appoint(commune.womensUnion(), LocalDate.of(2026, 1, 5)))
                .as("another took over on the 10th")
                .extracting("code")
                .isEqualTo("organization.standing-taken-over");
        assertThat(jdbc.sql("select count(*) from agency where unit_id = :unit and standing")
                        .param("unit", commune.unit().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_was_standing_to_the_end_of_the_agency_is_standing_again_when_the_end_is_taken_back() {
        as(() -> {
            organization.end(officer, commune.culture(), LocalDate.of(2026, 1, 14), 0);
            return true;
        });
        assertThat(as(() -> organization.standingAgency(commune.unit()))).isEmpty();
        as(() -> {
            organization.resume(officer, commune.culture(), 1);
            return true;
        });
        assertThat(standingOn(TODAY)).isEqualTo(commune.culture());
    }

    @Test
    void the_typical_set_adds_what_is_missing_and_a_second_time_nothing() {
        List<TypicalAgency> before = proposals();
        assertThat(before).filteredOn(TypicalAgency::missing).hasSizeGreaterThan(4);
        assertThat(before)
                .filteredOn(proposal -> !proposal.missing())
                .extracting(proposal -> proposal.type().code())
                .contains("COMMUNE_PEOPLES_COMMITTEE", "COMMUNE_CULTURE", "COMMUNE_POLICE", "COMMUNE_HEALTH");
        List<AgencyId> made = foundAll(before);
        assertThat(made)
                .hasSize((int) before.stream().filter(TypicalAgency::missing).count());
        assertThat(proposals()).noneMatch(TypicalAgency::missing);
        assertThat(foundAll(before)).as("the same form sent again").isEmpty();
        assertThat(namesOn(TODAY)).contains("Phòng Kinh tế", "Hội Nông dân xã").doesNotContain("Sở Nội vụ");
    }

    @Test
    void the_catalogue_of_the_day_decides_what_is_typical() {
        List<String> before = as(() -> typical.of(province.unit(), LocalDate.of(2025, 2, 28))).stream()
                .map(TypicalAgency::name)
                .toList();
        List<String> after = as(() -> typical.of(province.unit(), LocalDate.of(2025, 3, 1))).stream()
                .map(TypicalAgency::name)
                .toList();
        assertThat(before).contains("Sở Lao động - Thương binh và Xã hội", "Sở Tài nguyên và Môi trường");
        assertThat(after)
                .contains("Sở Nông nghiệp và Môi trường")
                .doesNotContain("Sở Lao động - Thương binh và Xã hội");
    }

    @Test
    void two_who_add_the_typical_set_at_once_make_it_once() throws Exception {
        List<TypicalAgency> missing = proposals();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> adding = () -> {
            together.await();
            return foundAll(missing).size();
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = pool.submit(adding);
            Future<Integer> other = pool.submit(adding);
            assertThat(Set.of(one.get(), other.get())).contains(0).hasSize(2);
        }
    }

    @Test
    void a_duplicate_ends_in_the_survivor_and_is_found_by_its_names() {
        AgencyId duplicate = duplicate("Trạm Y tế xã trùng");
        merge(duplicate, commune.health(), 0);
        assertThat(namesOn(TODAY)).doesNotContain("Trạm Y tế xã trùng");
        assertThat(as(() -> organization.aliasesIn(commune.unit())).get(commune.health()))
                .contains("Trạm Y tế xã trùng");
        assertThat(as(() -> changes.survivor(duplicate)).id()).isEqualTo(commune.health());
        assertThat(as(() -> organization.agency(duplicate)).name()).isEqualTo("Trạm Y tế xã trùng");
        assertThatThrownBy(() -> as(() -> {
                    organization.resume(officer, duplicate, 1);
                    return true;
                }))
                .extracting("code")
                .isEqualTo("organization.merge.already");
    }

    @Test
    void people_of_the_duplicate_go_over_and_are_counted_before() {
        assertThat(as(() -> changes.preview(commune.police(), commune.health())).following())
                .extracting(following -> following.kind() + " " + following.count())
                .contains("accounts 1");
        merge(commune.police(), commune.health(), 0);
        assertThat(jdbc.sql("select count(*) from post where agency_id = :agency")
                        .param("agency", commune.health().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_standing_role_goes_over_with_a_duplicate() {
        merge(commune.culture(), commune.health(), 0);
        assertThat(standingOn(TODAY)).isEqualTo(commune.health());
        assertThat(as(() -> organization.agency(commune.health())).standing()).isTrue();
    }

    @Test
    void a_merge_into_itself_another_unit_or_an_ended_agency_is_refused() {
        Commune sibling = province.anotherCommune(2);
        Actor administrator = provinces.administrator();
        assertThatThrownBy(() -> merge(commune.health(), commune.health(), 0))
                .extracting("code")
                .isEqualTo("organization.merge.into-itself");
        assertThatThrownBy(() -> current.as(
                        administrator, () -> changes.merge(administrator, commune.health(), sibling.health(), 0)))
                .extracting("code")
                .isEqualTo("organization.merge.of-two-units");
        as(() -> {
            organization.end(officer, commune.police(), LocalDate.of(2026, 1, 1), 0);
            return true;
        });
        assertThatThrownBy(() -> merge(commune.health(), commune.police(), 0))
                .extracting("code")
                .isEqualTo("organization.merge.into-ended");
    }

    @Test
    void a_merge_of_what_somebody_else_changed_meanwhile_changes_nothing() {
        rename(commune.police(), "Công an khác", TODAY);
        assertThatThrownBy(() -> merge(commune.police(), commune.health(), 0)).isInstanceOf(Conflict.class);
        assertThat(as(() -> changes.survivor(commune.police())).id()).isEqualTo(commune.police());
    }

    @Test
    void only_who_keeps_the_agencies_of_a_unit_merges_and_appoints() {
        Actor police = commune.policeOfficer();
        assertThatThrownBy(() -> current.as(police, () -> changes.merge(police, commune.police(), commune.health(), 0)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() ->
                        current.as(police, () -> changes.appointStanding(police, commune.police(), TODAY, mark())))
                .isInstanceOf(AccessRefused.class);
        Actor sibling = province.anotherCommune(2).standingOfficer();
        assertThatThrownBy(
                        () -> current.as(sibling, () -> changes.merge(sibling, commune.police(), commune.health(), 0)))
                .isInstanceOf(AccessRefused.class);
    }

    private List<TypicalAgency> proposals() {
        return as(() -> typical.of(commune.unit(), LocalDate.of(2025, 7, 1)));
    }

    private List<AgencyId> foundAll(List<TypicalAgency> proposals) {
        return as(() -> typical.found(
                officer,
                new TypicalSet(
                        commune.unit(),
                        LocalDate.of(2025, 7, 1),
                        proposals.stream()
                                .filter(TypicalAgency::missing)
                                .map(proposal ->
                                        new TypicalSet.Choice(proposal.type().code(), proposal.name()))
                                .toList())));
    }

    private AgencyId duplicate(String name) {
        return as(() -> organization.found(
                officer, new NewAgency(commune.unit(), name, null, AgencyKind.HEALTH, false, List.of(), TODAY)));
    }

    private void merge(AgencyId duplicate, AgencyId survivor, long version) {
        as(() -> {
            changes.merge(officer, duplicate, survivor, version);
            return true;
        });
    }

    private void appoint(AgencyId id, LocalDate from) {
        as(() -> {
            changes.appointStanding(officer, id, from, mark());
            return true;
        });
    }

    private void rename(AgencyId id, String name, @Nullable LocalDate from) {
        as(() -> {
            organization.change(officer, id, new AgencyChange(name, null, AgencyKind.HEALTH, null, from, version(id)));
            return true;
        });
    }

    private AgencyId standingOn(LocalDate day) {
        return as(() -> organization.standingAgency(commune.unit(), day))
                .orElseThrow()
                .id();
    }

    private AgencyId on(LocalDate day, String name) {
        return as(() -> organization.agenciesNamed(commune.unit(), day)).stream()
                .filter(agency -> agency.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> namesOn(LocalDate day) {
        return as(() -> organization.agenciesNamed(commune.unit(), day)).stream()
                .map(Agency::name)
                .toList();
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return current.as(officer, work);
    }
}
