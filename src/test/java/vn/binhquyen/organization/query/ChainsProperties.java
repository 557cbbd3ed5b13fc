package vn.binhquyen.organization.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.organization.query.Boundaries.Part.Certainty;
import vn.binhquyen.organization.query.Chains.Node;
import vn.binhquyen.organization.query.Chains.Piece;
import vn.binhquyen.organization.query.Chains.Step;

/** Units are numbers: 0 is the nation, 1 to 3 its provinces, 100 and above communes in generations of twenty. */
class ChainsProperties {
    private final Map<Integer, List<Step<Integer>>> steps = new HashMap<>();
    private final Map<Integer, Node<Integer>> nodes = new HashMap<>();

    @Property(tries = 500)
    void what_a_unit_had_is_conserved_over_any_chain(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int generations) {
        Random random = new Random(seed);
        country(random, generations);
        Map<Integer, BigDecimal> people = new HashMap<>();
        for (int unit = 100; unit < 120; unit++) {
            people.put(unit, BigDecimal.valueOf(random.nextInt(50_000)));
        }
        BigDecimal after = people.entrySet().stream()
                .flatMap(unit -> new Chains<>(steps, nodes)
                        .of(unit.getKey()).stream().map(piece -> piece.weight().multiply(unit.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(after).isEqualByComparingTo(people.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Property(tries = 500)
    void parts_stand_only_at_units_that_live_and_what_is_undistributed_above_all_it_can_have_gone_to(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int generations) {
        country(new Random(seed), generations);
        for (int unit = 100; unit < 120; unit++) {
            for (Piece<Integer> piece : new Chains<>(steps, nodes).of(unit)) {
                assertThat(node(piece.unit()).lives()).isTrue();
                assertThat(piece.weight()).isPositive();
                if (piece.certainty() == Certainty.UNDISTRIBUTED) {
                    assertThat(piece.unit()).as("a level above communes").isLessThan(100);
                }
            }
        }
    }

    @Example
    void a_known_share_goes_where_it_is_known_to_and_the_rest_to_the_only_other_successor() {
        tree(false, 100, 1);
        tree(true, 120, 1);
        tree(true, 121, 2);
        steps.put(100, List.of(step(120, "0.3"), step(121, null)));
        assertThat(new Chains<>(steps, nodes).of(100))
                .containsExactlyInAnyOrder(
                        new Piece<>(120, new BigDecimal("0.3"), Certainty.ESTIMATED),
                        new Piece<>(121, new BigDecimal("0.7"), Certainty.ESTIMATED));
    }

    @Example
    void where_no_share_is_known_all_stays_at_the_lowest_common_ancestor() {
        tree(false, 100, 1);
        tree(true, 120, 2);
        tree(true, 121, 2);
        tree(true, 122, 3);
        steps.put(100, List.of(step(120, null), step(121, null)));
        assertThat(new Chains<>(steps, nodes).of(100))
                .containsExactly(new Piece<>(2, BigDecimal.ONE, Certainty.UNDISTRIBUTED));
        steps.put(100, List.of(step(120, null), step(122, null)));
        assertThat(new Chains<>(steps, nodes).of(100))
                .containsExactly(new Piece<>(0, BigDecimal.ONE, Certainty.UNDISTRIBUTED));
    }

    @Example
    void parts_that_meet_again_are_whole_again() {
        tree(false, 100, 1);
        tree(false, 120, 1);
        tree(false, 121, 1);
        tree(true, 140, 1);
        steps.put(100, List.of(step(120, null), step(121, null)));
        steps.put(120, List.of(step(140, "1")));
        steps.put(121, List.of(step(140, "1")));
        assertThat(new Chains<>(steps, nodes).of(100))
                .containsExactly(new Piece<>(140, BigDecimal.ONE, Certainty.WHOLE));
    }

    @Example
    void a_unit_that_ended_without_successor_stays_with_the_unit_above() {
        tree(false, 100, 1);
        assertThat(new Chains<>(steps, nodes).of(100))
                .containsExactly(new Piece<>(1, BigDecimal.ONE, Certainty.UNDISTRIBUTED));
    }

    /** Each unit of a generation lives on, ends without successor, or goes to some of the next with shares or without. */
    private void country(Random random, int generations) {
        for (int generation = 0; generation <= generations; generation++) {
            for (int i = 0; i < 20; i++) {
                int unit = 100 + generation * 20 + i;
                boolean lives = generation == generations || random.nextInt(4) == 0;
                tree(lives, unit, 1 + random.nextInt(3));
                if (!lives && random.nextInt(10) > 0) {
                    steps.put(unit, next(random, 100 + (generation + 1) * 20));
                }
            }
        }
    }

    private static List<Step<Integer>> next(Random random, int first) {
        Set<Integer> targets = new HashSet<>();
        int count = 1 + random.nextInt(4);
        while (targets.size() < count) {
            targets.add(first + random.nextInt(20));
        }
        List<Step<Integer>> next = new ArrayList<>();
        int left = 1000;
        for (int target : targets) {
            int share = Math.min(left, random.nextInt(600));
            boolean known = share > 0 && random.nextBoolean();
            next.add(step(target, known ? BigDecimal.valueOf(share, 3).toString() : null));
            left -= known ? share : 0;
        }
        return next;
    }

    private static Step<Integer> step(int to, @Nullable String share) {
        return new Step<>(to, share == null ? null : new BigDecimal(share));
    }

    private void tree(boolean lives, int unit, int province) {
        nodes.put(0, new Node<>(true, List.of(0)));
        for (int p : List.of(1, 2, 3)) {
            nodes.put(p, new Node<>(true, List.of(0, p)));
        }
        nodes.put(unit, new Node<>(lives, Arrays.asList(0, province, unit)));
    }

    private Node<Integer> node(int unit) {
        Node<Integer> node = nodes.get(unit);
        assertThat(node).isNotNull();
        return java.util.Objects.requireNonNull(node);
    }
}
