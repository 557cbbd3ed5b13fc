package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.query.Boundaries;

/** Where the figures of units that have ended belong by today's boundaries. */
final class Origins {
    /**
     * @param share of the figures, more than nothing and at most one
     * @param certainty how well it is known
     */
    record Share(int former, BigDecimal share, Boundaries.Part.Certainty certainty) {}

    private final List<Figures.Root> former;
    private final Map<Integer, UnitId> ids = new HashMap<>();
    private final Map<UnitId, List<Share>> to = new HashMap<>();

    /** @param find the units that nobody asked for, but at which something stays that can't be distributed */
    Origins(
            List<Figures.Root> former,
            List<Boundaries.Part> parts,
            Function<Collection<UnitId>, List<Figures.Root>> find) {
        this.former = former;
        Map<UnitId, Integer> keys = new HashMap<>();
        former.forEach(unit -> {
            keys.put(unit.id(), unit.key());
            ids.put(unit.key(), unit.id());
        });
        for (Boundaries.Part part : parts) {
            to.computeIfAbsent(part.to(), any -> new ArrayList<>())
                    .add(new Share(Objects.requireNonNull(keys.get(part.of())), part.share(), part.certainty()));
        }
        undistributed = find.apply(parts.stream()
                .filter(part -> part.certainty() == Boundaries.Part.Certainty.UNDISTRIBUTED)
                .map(Boundaries.Part::to)
                .distinct()
                .toList());
    }

    private final List<Figures.Root> undistributed;

    static Origins none() {
        return new Origins(List.of(), List.of(), units -> List.of());
    }

    List<Figures.Root> former() {
        return former;
    }

    /** Units at which figures stay of which nobody knows to which unit below they belong. */
    List<Figures.Root> undistributed() {
        return undistributed;
    }

    List<Share> of(UnitId unit) {
        return to.getOrDefault(unit, List.of());
    }

    /** The same by the ids of the units. */
    Map<UnitId, BigDecimal> sharesOf(UnitId unit) {
        Map<UnitId, BigDecimal> shares = new HashMap<>();
        of(unit).forEach(share ->
                shares.merge(Objects.requireNonNull(ids.get(share.former())), share.share(), BigDecimal::add));
        return shares;
    }
}
