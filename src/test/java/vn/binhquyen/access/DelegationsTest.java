package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Somebody acts for an absent person: on the days of it, with the roles of it, and in the record under both names. */
@IntegrationTest
class DelegationsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final LocalDate LAST = LocalDate.of(2026, 1, 20);

    @Autowired
    Provinces provinces;

    @Autowired
    Delegations delegations;

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Organization organization;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Province province;
    Commune commune;
    Actor absent;
    Actor colleague;

    @BeforeEach
    void found() {
        province = provinces.found();
        commune = province.commune();
        absent = commune.standingOfficer();
        colleague = commune.policeOfficer();
    }

    @Test
    void the_colleague_finds_the_post_of_the_absent_person_on_the_days_of_the_absence_only() {
        delegate(absent, "congan1_", Set.of(Role.STANDING_OFFICER), TODAY.plusDays(1), LAST);
        assertThat(seats()).hasSize(1);
        clock.moveTo(TODAY.plusDays(1));
        assertThat(seats()).extracting(Seat::behalf).containsExactly(null, absent.name());
        clock.moveTo(LAST);
        assertThat(seats()).hasSize(2);
        clock.moveTo(LAST.plusDays(1));
        assertThat(seats()).hasSize(1);
    }

    @Test
    void who_acts_for_somebody_does_what_the_post_may_and_the_record_says_for_whom() {
        delegate(absent, "congan1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
        Actor acting = seats().getLast().actor();
        AgencyId school = current.as(
                acting,
                () -> organization.found(
                        acting,
                        new NewAgency(
                                commune.unit(), "Trường THCS", null, AgencyKind.SCHOOL, false, List.of(), TODAY)));
        assertThat(jdbc.sql("select actor_name from audit_entry where thing = 'agency' and thing_id = :id")
                        .param("id", school.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("Lương Văn Sơn (thay mặt Hoàng Thị Thu)");
        assertThat(acting.account()).isEqualTo(colleague.account());
    }

    @Test
    void the_place_goes_when_the_absence_is_ended_by_hand() {
        DelegationId id = delegate(absent, "congan1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
        current.as(absent, () -> delegations.endOwn(absent, id));
        assertThat(seats()).hasSize(1);
    }

    @Test
    void the_place_goes_with_the_post_itself() {
        delegate(absent, "congan1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
        Actor nation = provinces.administrator();
        current.as(nation, () -> {
            Account seen = accounts.account(absent.account());
            posts.end(nation, seen.post(), TODAY, seen.version());
        });
        clock.moveTo(TODAY.plusDays(1));
        assertThat(seats()).hasSize(1);
    }

    @Test
    void somebody_without_a_part_in_it_can_not_end_it() {
        DelegationId id = delegate(absent, "congan1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
        Actor other = commune.healthOfficer();
        assertThatThrownBy(() -> current.as(other, () -> delegations.endOwn(other, id)))
                .isInstanceOf(AccessRefused.class);
        Actor stranger = provinces.found().commune().healthOfficer();
        assertThatThrownBy(() -> current.as(stranger, () -> delegations.endOwn(stranger, id)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void nobody_leaves_work_to_themselves() {
        refused("access.delegation.oneself", absent, "canbo1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
    }

    @Test
    void nobody_leaves_more_than_they_have() {
        refused(
                "access.delegation.more-than-own",
                absent,
                "congan1_",
                Set.of(Role.STANDING_OFFICER, Role.ADMINISTRATOR),
                TODAY,
                LAST);
    }

    @Test
    void a_closed_account_is_left_nothing() {
        Actor nation = provinces.administrator();
        current.as(nation, () -> {
            Account seen = accounts.account(colleague.account());
            accounts.change(
                    nation,
                    seen.id(),
                    seen.agency(),
                    new AccountChange(
                            seen.id(), seen.name(), null, seen.agency(), seen.roles(), false, seen.version()));
        });
        refused("access.delegation.nobody", absent, "congan1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
    }

    @Test
    void days_on_which_the_post_is_not_held_can_not_be_left() {
        Actor nation = provinces.administrator();
        current.as(nation, () -> {
            Account seen = accounts.account(absent.account());
            posts.end(nation, seen.post(), LAST.minusDays(1), seen.version());
        });
        refused("access.delegation.outside-post", absent, "congan1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
    }

    @Test
    void days_that_are_over_can_not_be_left() {
        refused(
                "access.delegation.over",
                absent,
                "congan1_",
                Set.of(Role.STANDING_OFFICER),
                TODAY.minusDays(3),
                TODAY.minusDays(1));
    }

    @Test
    void who_acts_for_somebody_can_not_leave_that_to_a_third() {
        delegate(absent, "congan1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
        Actor acting = seats().getLast().actor();
        refused("access.delegation.not-yours", acting, "yte1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
    }

    @Test
    void the_same_days_can_not_be_left_to_the_same_person_twice() {
        delegate(absent, "congan1_", Set.of(Role.STANDING_OFFICER), TODAY, LAST);
        refused("access.delegation.taken", absent, "congan1_", Set.of(Role.STANDING_OFFICER), LAST, LAST.plusDays(2));
    }

    private void refused(String code, Actor actor, String username, Set<Role> roles, LocalDate from, LocalDate last) {
        assertThatThrownBy(() -> delegate(actor, username, roles, from, last)).hasMessageStartingWith(code);
    }

    private DelegationId delegate(Actor actor, String username, Set<Role> roles, LocalDate from, LocalDate last) {
        return current.as(
                actor,
                () -> delegations.delegate(
                        actor,
                        new NewDelegation(
                                username + province.consolidator().province(), roles, from, last, "nghỉ phép")));
    }

    private List<Seat> seats() {
        return current.as(colleague, () -> posts.seats(colleague));
    }
}
