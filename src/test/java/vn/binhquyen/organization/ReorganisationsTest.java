package vn.binhquyen.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AffectedSource.Affected;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Reorganisation.Kind;
import vn.binhquyen.organization.Reorganisation.Successor;
import vn.binhquyen.organization.query.Boundaries;
import vn.binhquyen.organization.query.Boundaries.Part;
import vn.binhquyen.organization.query.UnitOnDate;
import vn.binhquyen.organization.query.UnitsOnDate;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** The tests' day is 15 January 2026; communes and villages of the fixtures exist since 1 July 2025. */
@IntegrationTest
class ReorganisationsTest {
    private static final LocalDate PAST = LocalDate.of(2026, 1, 1);
    private static final LocalDate FUTURE = LocalDate.of(2026, 3, 1);

    @Autowired
    Provinces provinces;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Organization organization;

    @Autowired
    UnitsOnDate units;

    @Autowired
    Boundaries boundaries;

    @Autowired
    StatesOfToday statesOfToday;

    @Autowired
    MovableClock clock;

    @Autowired
    CurrentActor current;

    @Autowired
    Permits permits;

    Province province;
    UnitId first;
    UnitId second;
    UnitId village;
    String code;

    @BeforeEach
    void found() {
        province = provinces.found();
        first = province.commune().unit();
        second = province.anotherCommune(2).unit();
        village = province.village(province.commune());
        code = province.consolidator().province() + "m";
    }

    @Test
    void a_merge_ends_the_communes_begins_their_successor_and_takes_the_villages_along() {
        UnitId merged = decided(merge(PAST));

        assertThat(asked(() -> units.unit(first, PAST.minusDays(1)))).isPresent();
        assertThat(asked(() -> units.unit(first, PAST))).isEmpty();
        assertThat(asked(() -> organization.children(province.unit())))
                .extracting(Unit::id)
                .containsExactly(merged);
        assertThat(asked(() -> units.ancestors(village, PAST.minusDays(1))))
                .last()
                .extracting(UnitOnDate::id)
                .isEqualTo(first);
        assertThat(asked(() -> organization.ancestors(village)))
                .last()
                .extracting(Unit::id)
                .isEqualTo(merged);
        assertThat(asked(() -> boundaries.onDate(List.of(first, second), PAST)))
                .containsExactlyInAnyOrder(
                        new Part(first, merged, BigDecimal.ONE, Part.Certainty.WHOLE),
                        new Part(second, merged, BigDecimal.ONE, Part.Certainty.WHOLE));
    }

    @Test
    void what_is_decided_for_a_later_day_takes_effect_on_that_day() {
        decided(new Reorganisation(
                Kind.RENAME,
                List.of(first),
                List.of(Successor.fresh(code, "phường Mới", null)),
                null,
                null,
                FUTURE,
                "NQ 1"));
        statesOfToday.takeEffect();
        assertThat(asked(() -> organization.unit(first)).name()).startsWith("xã Mẫu");
        assertThat(asked(() -> units.unit(first, FUTURE)).orElseThrow().kind()).isEqualTo("phường");

        clock.moveTo(FUTURE);
        statesOfToday.takeEffect();
        assertThat(asked(() -> organization.unit(first)).name()).isEqualTo("phường Mới");
        assertThat(asked(() -> organization.unit(first)).code()).isEqualTo(code);
        clock.moveTo(LocalDate.of(2026, 1, 15));
        statesOfToday.takeEffect();
    }

    @Test
    void what_has_not_taken_effect_can_be_undone_and_leaves_all_as_it_was() {
        ReorganisationId id = decide(merge(FUTURE));
        assertThat(asked(() -> units.unit(first, FUTURE))).isEmpty();

        asked(() -> {
            reorganisations.undo(admin(), id, 1);
            return true;
        });

        assertThat(asked(() -> units.unit(first, FUTURE))).isPresent();
        assertThat(asked(() -> units.children(province.unit(), FUTURE)))
                .extracting(UnitOnDate::id)
                .containsExactlyInAnyOrder(first, second);
        assertThat(asked(() -> units.ancestors(village, FUTURE)))
                .last()
                .extracting(UnitOnDate::id)
                .isEqualTo(first);
        assertThat(asked(() -> boundaries.onDate(List.of(first), FUTURE)))
                .extracting(Part::to)
                .containsExactly(first);
        assertThat(asked(() -> reorganisations.proposal(id)).state()).isEqualTo(Proposal.State.UNDONE);
        decide(merge(FUTURE));
    }

    @Test
    void what_is_in_effect_can_not_be_undone() {
        ReorganisationId id = decide(merge(PAST));
        refused("reorganise.in-effect", () -> {
            reorganisations.undo(admin(), id, 1);
            return true;
        });
    }

    @Test
    void of_two_who_decide_the_same_change_at_once_one_is_first_and_the_other_is_told() throws Exception {
        ReorganisationId id = asked(() -> reorganisations.propose(admin(), province.unit(), merge(FUTURE)));
        assertThat(outcomes(() -> reorganisations.decide(admin(), id, 0), () -> reorganisations.decide(admin(), id, 0)))
                .containsExactlyInAnyOrder("first", "Conflict");
        assertThat(asked(() -> reorganisations.proposal(id)).state()).isEqualTo(Proposal.State.DECIDED);
    }

    @Test
    void of_one_who_decides_and_one_who_discards_at_once_one_is_first_and_the_other_is_told() throws Exception {
        ReorganisationId id = asked(() -> reorganisations.propose(admin(), province.unit(), merge(FUTURE)));
        assertThat(outcomes(
                        () -> reorganisations.decide(admin(), id, 0), () -> reorganisations.discard(admin(), id, 0)))
                .containsExactlyInAnyOrder("first", "Conflict");
    }

    @Test
    void of_two_who_undo_the_same_change_at_once_one_is_first_and_the_other_is_told() throws Exception {
        ReorganisationId id = decide(merge(FUTURE));
        assertThat(outcomes(() -> reorganisations.undo(admin(), id, 1), () -> reorganisations.undo(admin(), id, 1)))
                .containsExactlyInAnyOrder("first", "Conflict");
        assertThat(asked(() -> units.unit(first, FUTURE))).isPresent();
    }

    @Test
    void of_two_changes_of_the_same_unit_decided_at_once_only_one_holds() throws Exception {
        ReorganisationId one = asked(() -> reorganisations.propose(admin(), province.unit(), merge(FUTURE)));
        ReorganisationId other = asked(() -> reorganisations.propose(
                admin(),
                province.unit(),
                new Reorganisation(
                        Kind.RENAME,
                        List.of(first),
                        List.of(Successor.fresh(code + "r", "xã Khác", null)),
                        null,
                        null,
                        FUTURE,
                        null)));
        assertThat(outcomes(
                        () -> reorganisations.decide(admin(), one, 0), () -> reorganisations.decide(admin(), other, 0)))
                .containsExactlyInAnyOrder("first", "Refused");
    }

    private List<String> outcomes(Runnable one, Runnable other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<String> mine = pool.submit(() -> outcome(together, one));
            Future<String> theirs = pool.submit(() -> outcome(together, other));
            return List.of(mine.get(), theirs.get());
        }
    }

    private String outcome(CyclicBarrier together, Runnable step) throws Exception {
        together.await();
        try {
            current.as(admin(), step);
            return "first";
        } catch (Conflict | Refused other) {
            return other.getClass().getSimpleName();
        }
    }

    @Test
    void who_works_for_the_new_unit_has_the_rights_over_those_that_it_came_from() {
        UnitId merged = decided(merge(FUTURE));
        Actor person = province.commune().standingOfficer();
        Actor officer =
                new Actor(person.account(), person.name(), merged, person.agency(), person.province(), person.roles());
        assertThat(permits.allows(officer, Action.WRITE, Thing.PLAN, Place.of(second)))
                .isFalse();

        clock.moveTo(FUTURE);

        assertThat(permits.allows(officer, Action.WRITE, Thing.PLAN, Place.of(second)))
                .isTrue();
        assertThat(permits.allows(officer, Action.RECEIVE, Thing.REPORT, Place.of(first)))
                .isTrue();
        assertThat(permits.allows(
                        officer,
                        Action.WRITE,
                        Thing.PLAN,
                        Place.of(province.anotherCommune(3).unit())))
                .isFalse();
    }

    @Test
    void a_split_without_known_shares_leaves_its_figures_at_the_province() {
        decide(new Reorganisation(
                Kind.SPLIT,
                List.of(first),
                List.of(Successor.existing(second, null), Successor.fresh(code, "xã Tách", null)),
                null,
                null,
                PAST,
                null));
        assertThat(asked(() -> boundaries.onDate(List.of(first), PAST)))
                .containsExactly(new Part(first, province.unit(), BigDecimal.ONE, Part.Certainty.UNDISTRIBUTED));
    }

    @Test
    void a_village_moves_to_another_commune_and_stays_the_same_village() {
        decide(new Reorganisation(Kind.MOVE, List.of(village), List.of(), second, null, PAST, null));
        assertThat(asked(() -> organization.unit(village)).parent()).isEqualTo(second);
        assertThat(asked(() -> units.unit(village, PAST.minusDays(1)))
                        .orElseThrow()
                        .parent())
                .isEqualTo(first);
    }

    @Test
    void the_effects_name_what_hangs_on_the_units() {
        ReorganisationId id = asked(() -> reorganisations.propose(admin(), province.unit(), merge(FUTURE)));
        assertThat(asked(() -> reorganisations.effects(id)))
                .contains(new Affected("affected.agencies", 10, null), new Affected("affected.accounts", 12, null));
        assertThat(asked(() -> reorganisations.moving(id))).extracting(Unit::id).containsExactly(village);
    }

    @Test
    void changes_that_can_not_be_are_refused_with_a_sentence() {
        Successor fresh = Successor.fresh(code, "xã Mới", null);
        refuses(
                "reorganise.into-itself",
                Kind.MERGE,
                List.of(first, second),
                List.of(Successor.existing(first, null)),
                null);
        refuses("reorganise.unit-twice", Kind.MERGE, List.of(first, first), List.of(fresh), null);
        refuses("reorganise.shape.MERGE", Kind.MERGE, List.of(first), List.of(fresh), null);
        refuses("reorganise.levels-differ", Kind.MERGE, List.of(first, village), List.of(fresh), null);
        refuses("reorganise.cycle", Kind.MOVE, List.of(first), List.of(), village);
        refuses(
                "reorganise.not-below",
                Kind.MOVE,
                List.of(first),
                List.of(),
                provinces.found().unit());
        refuses(
                "reorganise.shares-over-the-whole",
                Kind.SPLIT,
                List.of(first),
                List.of(
                        Successor.fresh(code, "xã A", new BigDecimal("0.6")),
                        Successor.existing(second, new BigDecimal("0.41"))),
                null);
        String taken = asked(() -> organization.unit(second)).code();
        refuses(
                "organization.unit-code-taken",
                Kind.SPLIT,
                List.of(first),
                List.of(Successor.fresh(taken, "xã A", null), Successor.fresh(code, "xã B", null)),
                null);
        refuses(
                "organization.unit-code-taken",
                Kind.SPLIT,
                List.of(first),
                List.of(Successor.fresh(code, "xã A", null), Successor.fresh(code, "xã B", null)),
                null);
    }

    @Test
    void an_ended_unit_takes_no_part_and_holds_no_unit() {
        decide(merge(PAST));
        refuses(
                "reorganise.not-there",
                Kind.RENAME,
                List.of(first),
                List.of(Successor.fresh(code, "xã X", null)),
                null);
        UnitId third = province.anotherCommune(3).unit();
        UnitId other = asked(() -> organization.found(
                admin(), new NewUnit(code + "v", "thôn Khác", Level.VILLAGE, third, LocalDate.of(2025, 7, 1))));
        refuses("organization.parent-not-there", Kind.MOVE, List.of(other), List.of(), first);
        refused(
                "organization.parent-not-there",
                () -> organization.found(admin(), new NewUnit(code + "w", "thôn Muộn", Level.VILLAGE, first, PAST)));
    }

    @Test
    void a_merged_unit_may_take_on_the_code_of_one_that_ended() {
        String before = asked(() -> organization.unit(first)).code();
        UnitId merged = decided(new Reorganisation(
                Kind.MERGE,
                List.of(first, second),
                List.of(Successor.fresh(before, "xã Mới", null)),
                null,
                null,
                PAST,
                null));
        assertThat(asked(() -> organization.unit(merged)).code()).isEqualTo(before);
    }

    @Test
    void a_second_change_of_the_same_day_or_before_is_refused() {
        decide(new Reorganisation(
                Kind.RENAME, List.of(first), List.of(Successor.fresh(code, "xã Một", null)), null, null, FUTURE, null));
        refuses(
                "reorganise.changed-since",
                Kind.RENAME,
                List.of(first),
                List.of(Successor.fresh(code, "xã Hai", null)),
                null);
    }

    @Test
    void only_who_keeps_the_unit_above_may_propose() {
        Actor officer = province.commune().standingOfficer();
        assertThatThrownBy(() ->
                        current.as(officer, () -> reorganisations.propose(officer, province.unit(), merge(FUTURE))))
                .isInstanceOf(AccessRefused.class);
    }

    private Reorganisation merge(LocalDate on) {
        return new Reorganisation(
                Kind.MERGE,
                List.of(first, second),
                List.of(Successor.fresh(code, "xã Hợp Nhất", null)),
                null,
                null,
                on,
                "Nghị quyết 1/NQ");
    }

    private UnitId decided(Reorganisation change) {
        decide(change);
        return asked(() -> units.children(province.unit(), change.on())).stream()
                .map(UnitOnDate::id)
                .filter(unit -> !unit.equals(first) && !unit.equals(second))
                .findFirst()
                .orElse(first);
    }

    private ReorganisationId decide(Reorganisation change) {
        return asked(() -> {
            ReorganisationId id = reorganisations.propose(admin(), province.unit(), change);
            reorganisations.decide(admin(), id, 0);
            return id;
        });
    }

    private void refuses(String code, Kind kind, List<UnitId> from, List<Successor> to, @Nullable UnitId parent) {
        refused(
                code,
                () -> reorganisations.propose(
                        admin(), province.unit(), new Reorganisation(kind, from, to, parent, null, PAST, null)));
    }

    private void refused(String code, Supplier<?> attempt) {
        assertThatThrownBy(() -> asked(attempt))
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Actor admin() {
        return provinces.administrator();
    }

    private <T> T asked(Supplier<T> work) {
        return current.as(admin(), work);
    }
}
