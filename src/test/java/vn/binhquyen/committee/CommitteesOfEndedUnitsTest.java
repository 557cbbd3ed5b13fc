package vn.binhquyen.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.committee.query.CommitteeQueries;
import vn.binhquyen.committee.query.CommitteeView;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Duty;
import vn.binhquyen.kernel.DutySource;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.Reorganisation.Kind;
import vn.binhquyen.organization.Reorganisation.Successor;
import vn.binhquyen.organization.ReorganisationId;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** A committee ends with its unit; of two communes that become one, the first has a committee. */
@IntegrationTest
class CommitteesOfEndedUnitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final LocalDate MERGED = LocalDate.of(2026, 3, 1);

    @Autowired
    MockMvc mvc;

    @Autowired
    Provinces provinces;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Committees committees;

    @Autowired
    CommitteeQueries queries;

    @Autowired
    List<DutySource> duties;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    Province province;
    Commune first;
    Commune second;

    @BeforeEach
    void found() {
        clock.moveTo(TODAY);
        province = provinces.found();
        first = province.commune();
        second = province.anotherCommune(2);
        establish(first, LocalDate.of(2025, 8, 1));
    }

    @Test
    void the_preview_names_the_committees_that_end_and_says_that_the_new_unit_needs_a_decision() throws Exception {
        ReorganisationId id = proposed();
        mvc.perform(get("/reorganisations/" + id).with(person(admin())))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("1 Ban Vì sự tiến bộ của phụ nữ kết thúc cùng đơn vị"),
                                containsString("28/02/2026"),
                                containsString("Ban của ta"),
                                containsString("cần quyết định thành lập hoặc kiện toàn"))));
    }

    @Test
    void a_unit_that_ended_without_a_committee_is_not_offered_to_establish_one() throws Exception {
        String page = "/units/" + second.unit() + "/committee";
        mvc.perform(get(page).with(person(admin()))).andExpect(content().string(containsString(page + "/decision")));
        ReorganisationId id = proposed();
        current.as(admin(), () -> reorganisations.decide(admin(), id, 0));
        clock.moveTo(MERGED);
        mvc.perform(get(page).with(person(admin())))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(not(containsString(page + "/decision")), containsString("Đơn vị đã kết thúc"))));
    }

    @Test
    void nobody_sits_from_the_day_on_and_undoing_before_brings_all_back() {
        ReorganisationId id = proposed();
        current.as(admin(), () -> reorganisations.decide(admin(), id, 0));
        assertThat(on(MERGED.minusDays(1)).members()).hasSize(1);
        assertThat(on(MERGED).members()).isEmpty();
        assertThat(on(TODAY).lastDay()).isEqualTo(MERGED.minusDays(1));
        assertThatThrownBy(() -> change(MERGED))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("committee.unit-ended");

        current.as(admin(), () -> reorganisations.undo(admin(), id, 1));

        assertThat(on(MERGED).members()).hasSize(1);
        assertThat(on(TODAY).lastDay()).isNull();
        change(MERGED);
    }

    @Test
    void a_change_of_members_before_the_known_end_is_still_entered() {
        ReorganisationId id = proposed();
        current.as(admin(), () -> reorganisations.decide(admin(), id, 0));
        change(LocalDate.of(2026, 2, 1));
        assertThat(on(MERGED.minusDays(1)).members()).hasSize(2);
        assertThat(on(MERGED).members()).isEmpty();
    }

    @Test
    void the_new_unit_owes_a_decision_until_it_is_entered_and_shows_the_committees_of_before() throws Exception {
        clock.moveTo(MERGED);
        Commune merged = province.merged(3, MERGED, first, second);
        Actor officer = merged.standingOfficer();
        assertThat(missing(officer))
                .singleElement()
                .satisfies(duty -> assertThat(duty.detail()).startsWith("xã Mẫu"));
        mvc.perform(get("/units/" + merged.unit() + "/committee").with(person(officer)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("/units/" + first.unit() + "/committee"),
                                containsString("đến 28/02/2026"),
                                containsString("từng có Ban"))));
        mvc.perform(get("/units/" + first.unit() + "/committee").with(person(officer)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Hoàng Thị Thu"), containsString("Ban kết thúc cùng đơn vị"))));

        establish(merged, MERGED);

        assertThat(missing(officer)).isEmpty();
        assertThat(missing(province.anotherCommune(4).standingOfficer())).isEmpty();
    }

    private List<Duty> missing(Actor officer) {
        LocalDate today = LocalDate.now(clock);
        return duties.stream()
                .flatMap(source -> current.as(officer, () -> source.dutiesOf(officer, today)).stream())
                .filter(duty -> duty.kind().equals("committee-none"))
                .toList();
    }

    private CommitteeView on(LocalDate day) {
        return current.as(first.standingOfficer(), () -> queries.of(first.unit(), day))
                .orElseThrow();
    }

    private ReorganisationId proposed() {
        return current.as(
                admin(),
                () -> reorganisations.propose(
                        admin(),
                        province.unit(),
                        new Reorganisation(
                                Kind.MERGE,
                                List.of(first.unit(), second.unit()),
                                List.of(Successor.fresh(province.consolidator().province() + "m", "xã Hợp Nhất", null)),
                                null,
                                null,
                                MERGED,
                                "Nghị quyết 1/NQ")));
    }

    private void establish(Commune commune, LocalDate from) {
        Actor officer = commune.standingOfficer();
        decide(
                officer,
                DecisionKind.ESTABLISH,
                from,
                new NewSeat("Hoàng Thị Thu", null, commune.culture(), null, SeatRole.HEAD),
                -1);
    }

    private void change(LocalDate from) {
        Actor officer = first.standingOfficer();
        long version = on(TODAY).version();
        decide(
                officer,
                DecisionKind.CHANGE,
                from,
                new NewSeat("Lương Văn Sơn", null, first.police(), null, SeatRole.MEMBER),
                version);
    }

    private void decide(Actor officer, DecisionKind kind, LocalDate from, NewSeat seat, long version) {
        current.as(
                officer,
                () -> committees.decide(
                        officer,
                        new NewDecision(
                                officer.unit(),
                                kind,
                                "Ban của ta",
                                1,
                                "QĐ-UBND",
                                from,
                                from,
                                "A B",
                                Set.of(),
                                List.of(seat),
                                version)));
    }

    private Actor admin() {
        return provinces.administrator();
    }
}
