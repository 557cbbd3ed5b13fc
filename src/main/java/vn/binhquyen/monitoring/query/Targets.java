package vn.binhquyen.monitoring.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Measure;
import vn.binhquyen.monitoring.Course;
import vn.binhquyen.monitoring.Course.Aim;
import vn.binhquyen.monitoring.Course.Point;
import vn.binhquyen.organization.Level;
import vn.binhquyen.plan.query.PlanTarget;
import vn.binhquyen.statistics.NationalStrategy;

/** What is aimed at, of all levels: the strategy of the nation and the plans in force that bind a unit. */
final class Targets {
    /** The strategy was issued in 2021; what it starts from stood before. */
    private static final int BEFORE_STRATEGY = 2020;

    private final List<PlanTarget> ofPlans;

    Targets(List<PlanTarget> ofPlans) {
        this.ofPlans = List.copyOf(ofPlans);
    }

    /** Of the things that only a plan measures, the ids by which the catalogue knows them. */
    List<UUID> origins() {
        return ofPlans.stream()
                .filter(target -> target.code() == null)
                .flatMap(target -> Stream.of(target.id(), target.indicator()))
                .distinct()
                .toList();
    }

    /** The nation's first, the nearest to the unit last. */
    List<Aimed> of(Definition definition) {
        List<Aimed> found = new ArrayList<>();
        strategy(definition).ifPresent(found::add);
        mine(definition)
                .collect(groupingBy(
                        target -> List.of(
                                target.plan(), target.indicator(), Objects.requireNonNullElse(target.what(), "")),
                        LinkedHashMap::new,
                        toList()))
                .values()
                .forEach(targets -> found.add(aimed(definition, targets)));
        return found;
    }

    /** What a unit of the level has to reach: what stands nearest to it. */
    static @Nullable Aimed binding(List<Aimed> all, Definition definition, Level level) {
        return all.stream()
                .filter(aimed -> !aimed.strategy()
                        || definition.binds().isEmpty()
                        || definition.binds().contains(level.name()))
                .reduce((above, nearer) -> nearer)
                .orElse(null);
    }

    private Stream<PlanTarget> mine(Definition definition) {
        String code = definition.code();
        if (code != null) {
            return ofPlans.stream().filter(target -> code.equals(target.code()));
        }
        return ofPlans.stream().filter(target -> target.id().equals(definition.origin())).findFirst().stream()
                .flatMap(origin -> ofPlans.stream()
                        .filter(target -> target.indicator().equals(origin.indicator())
                                && Objects.equals(target.what(), origin.what())));
    }

    private static Aimed aimed(Definition definition, List<PlanTarget> targets) {
        PlanTarget first = targets.getFirst();
        Point start = targets.stream()
                .flatMap(target -> start(target).stream())
                .findFirst()
                .orElse(null);
        return new Aimed(
                first.level(),
                first.unit(),
                first.unitName(),
                first.plan(),
                first.planTitle(),
                first.planNumber(),
                first.what(),
                new Course(
                        first.direction(),
                        definition.natural(),
                        start,
                        targets.stream()
                                .map(target -> new Aim(target.measure(), target.byYear()))
                                .toList()));
    }

    private static Optional<Point> start(PlanTarget target) {
        return target.baseline() == null || target.from() == null
                ? Optional.empty()
                : Optional.of(new Point(target.from() - 1, target.baseline()));
    }

    private static Optional<Aimed> strategy(Definition definition) {
        return Optional.ofNullable(definition.code())
                .flatMap(NationalStrategy.shipped()::find)
                .filter(measure -> measure.aim2025() != null || measure.aim2030() != null)
                .map(measure -> {
                    List<Aim> aims = new ArrayList<>();
                    add(aims, measure.aim2025(), measure.unit(), NationalStrategy.MID_TERM);
                    add(aims, measure.aim2030(), measure.unit(), NationalStrategy.END);
                    Point start = measure.baseline() == null ? null : new Point(BEFORE_STRATEGY, measure.baseline());
                    return new Aimed(
                            Level.NATION,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            new Course(measure.direction(), definition.natural(), start, aims));
                });
    }

    private static void add(List<Aim> aims, NationalStrategy.@Nullable Aim aim, String unit, int year) {
        if (aim != null) {
            aims.add(new Aim(new Measure(aim.comparator(), aim.value(), null, unit), year));
        }
    }
}
