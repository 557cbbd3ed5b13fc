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
    void a_name_does_not_begin_tomorrow_nor_before_the_last_one() {
        assertThatThrownBy(() -> rename(commune.health(), "A", TODAY.plusDays(1)))
                .extracting("code")
                .isEqualTo("organization.not-yet");
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
        assertThatThrownBy(() -> current.as(police, () -> changes.appointStanding(police, commune.police(), TODAY)))
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
            changes.appointStanding(officer, id, from);
            return true;
        });
    }

    private void rename(AgencyId id, String name, @Nullable LocalDate from) {
        as(() -> {
            long version = jdbc.sql("select version from agency where id = :id")
                    .param("id", id.value())
                    .query(Long.class)
                    .single();
            organization.change(officer, id, new AgencyChange(name, null, AgencyKind.HEALTH, null, from, version));
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
