package vn.binhquyen.organization.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.organization.query.Boundaries.Part;

/**
 * Follows units through what came of them. What is known to have gone somewhere goes there; what is not known stays
 * together at the lowest unit that holds all places where it can have gone. Nothing is lost and nothing is guessed.
 */
final class Chains<U> {
    /** @param share null where nobody knows it */
    record Step<U>(U to, @Nullable BigDecimal share) {}

    /**
     * @param lives whether it exists on the day, or is still to come
     * @param lineage from the nation down to the unit itself, on the day or, where it had ended, on its last
     */
    record Node<U>(boolean lives, List<U> lineage) {}

    /** @param weight of the whole, more than nothing */
    record Piece<U>(U unit, BigDecimal weight, Part.Certainty certainty) {}

    private final Map<U, List<Step<U>>> steps;
    private final Map<U, Node<U>> nodes;

    Chains(Map<U, List<Step<U>>> steps, Map<U, Node<U>> nodes) {
        this.steps = steps;
        this.nodes = nodes;
    }

    /** What has become of one unit; the weights add up to one. */
    List<Piece<U>> of(U unit) {
        Map<U, BigDecimal> distributed = new LinkedHashMap<>();
        Map<U, BigDecimal> undistributed = new LinkedHashMap<>();
        follow(unit, BigDecimal.ONE, distributed, undistributed);
        List<Piece<U>> pieces = new ArrayList<>();
        distributed.forEach((to, weight) -> pieces.add(new Piece<>(
                to, weight, weight.compareTo(BigDecimal.ONE) == 0 ? Part.Certainty.WHOLE : Part.Certainty.ESTIMATED)));
        undistributed.forEach((at, weight) -> pieces.add(new Piece<>(at, weight, Part.Certainty.UNDISTRIBUTED)));
        return pieces;
    }

    private void follow(U unit, BigDecimal weight, Map<U, BigDecimal> distributed, Map<U, BigDecimal> undistributed) {
        if (lives(unit)) {
            distributed.merge(unit, weight, BigDecimal::add);
            return;
        }
        List<Step<U>> next = steps.getOrDefault(unit, List.of());
        BigDecimal rest = weight;
        List<U> unknown = new ArrayList<>();
        for (Step<U> step : next) {
            if (step.share() == null) {
                unknown.add(step.to());
            } else {
                BigDecimal part = weight.multiply(step.share());
                rest = rest.subtract(part);
                follow(step.to(), part, distributed, undistributed);
            }
        }
        if (rest.signum() == 0) {
            return;
        }
        if (unknown.size() == 1) {
            follow(unknown.getFirst(), rest, distributed, undistributed);
            return;
        }
        Set<U> ends = new HashSet<>();
        List<U> open = unknown.isEmpty() ? next.stream().map(Step::to).toList() : unknown;
        open.forEach(to -> gather(to, ends));
        if (ends.size() == 1) {
            distributed.merge(ends.iterator().next(), rest, BigDecimal::add);
        } else {
            undistributed.merge(ends.isEmpty() ? livingAbove(unit) : common(ends), rest, BigDecimal::add);
        }
    }

    private void gather(U unit, Set<U> ends) {
        if (lives(unit)) {
            ends.add(unit);
        } else {
            steps.getOrDefault(unit, List.of()).forEach(step -> gather(step.to(), ends));
        }
    }

    /** The lowest unit above one that ended without successor; the top, where all of them ended. */
    private U livingAbove(U unit) {
        List<U> lineage = node(unit).lineage();
        for (int i = lineage.size() - 2; i >= 0; i--) {
            if (lives(lineage.get(i))) {
                return lineage.get(i);
            }
        }
        return lineage.getFirst();
    }

    private U common(Set<U> units) {
        @Nullable List<U> shared = null;
        for (U unit : units) {
            List<U> lineage = node(unit).lineage();
            if (shared == null) {
                shared = lineage;
            } else {
                int same = 0;
                while (same < Math.min(shared.size(), lineage.size())
                        && shared.get(same).equals(lineage.get(same))) {
                    same++;
                }
                shared = shared.subList(0, same);
            }
        }
        if (shared == null || shared.isEmpty()) {
            throw new IllegalStateException("units without a common top: " + units);
        }
        return shared.getLast();
    }

    private boolean lives(U unit) {
        Node<U> node = nodes.get(unit);
        return node != null && node.lives();
    }

    private Node<U> node(U unit) {
        Node<U> node = nodes.get(unit);
        if (node == null) {
            throw new IllegalStateException("unknown unit " + unit);
        }
        return node;
    }
}
