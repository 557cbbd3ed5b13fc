package vn.binhquyen.intake.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanItem.At;

/** Two tasks, or two indicators, that stand one below the other put together into one. */
public final class Merged {
    private final ItemList.Found upper;
    private final ItemList.Found lower;
    private final @Nullable TextPlaces places;

    private Merged(ItemList.Found upper, ItemList.Found lower, @Nullable TextPlaces places) {
        this.upper = upper;
        this.lower = lower;
        this.places = places;
    }

    /** The item that would be taken in by the given one: the next of its kind in the same place. */
    public static Optional<ItemList.Found> next(PlanContent content, ItemList.Found item) {
        if (item.list() != ItemList.TASKS && item.list() != ItemList.INDICATORS) {
            return Optional.empty();
        }
        return ItemList.all(content)
                .filter(other -> other.list() == item.list() && Objects.equals(other.parent(), item.parent()))
                .filter(other -> other.index() > item.index())
                .filter(other -> group(other.item()).equals(group(item.item())))
                .findFirst();
    }

    static Step of(ItemList.Found upper, ItemList.Found lower, @Nullable TextPlaces places) {
        PlanItem whole = new Merged(upper, lower, places).whole();
        return new Step(
                List.of(Step.Placed.of(upper), Step.Placed.of(lower)),
                List.of(new Step.Placed(upper.list().key(), upper.parent(), upper.index(), whole)));
    }

    /** The group of tasks that a task is shown in. */
    public static Optional<UUID> group(PlanItem item) {
        return item instanceof PlanItem.Task task ? Optional.ofNullable(task.group()) : Optional.empty();
    }

    private PlanItem whole() {
        if (upper.item() instanceof PlanItem.Task first && lower.item() instanceof PlanItem.Task second) {
            return task(first, second);
        }
        return indicator((PlanItem.Indicator) upper.item(), (PlanItem.Indicator) lower.item());
    }

    private PlanItem.Task task(PlanItem.Task first, PlanItem.Task second) {
        UUID lead = first.lead() == null ? second.lead() : first.lead();
        Set<UUID> coordinating = new LinkedHashSet<>(first.coordinating());
        coordinating.addAll(second.coordinating());
        if (second.lead() != null) {
            coordinating.add(second.lead());
        }
        coordinating.remove(lead);
        return new PlanItem.Task(
                first.id(),
                first.group(),
                joined(first.text(), second.text()),
                first.objective() == null ? second.objective() : first.objective(),
                first.kind(),
                first.recurrence(),
                first.dueOn() == null ? second.dueOn() : first.dueOn(),
                lead,
                List.copyOf(coordinating),
                first.request() && second.request(),
                at(first.at(), second.at()));
    }

    private PlanItem.Indicator indicator(PlanItem.Indicator first, PlanItem.Indicator second) {
        boolean several = first.targets().size() + second.targets().size() > 1;
        List<PlanItem.Target> targets = new ArrayList<>();
        first.targets().forEach(target -> targets.add(of(target, first, first, several)));
        second.targets().forEach(target -> targets.add(of(target, second, first, several)));
        List<UUID> owners = Stream.concat(first.owners().stream(), second.owners().stream())
                .distinct()
                .toList();
        return new PlanItem.Indicator(
                first.id(),
                first.no(),
                joined(first.text(), second.text()),
                first.targets().isEmpty() ? second.direction() : first.direction(),
                first.catalogue(),
                first.countsPersons() || second.countsPersons(),
                targets,
                owners,
                at(first.at(), second.at()));
    }

    /** A target that was the only one of its indicator says from now on what it measures. */
    private static PlanItem.Target of(
            PlanItem.Target target, PlanItem.Indicator from, PlanItem.Indicator into, boolean several) {
        String measured = target.catalogue() == null ? from.catalogue() : target.catalogue();
        return SplitApart.target(
                target,
                several && target.what() == null ? from.text() : target.what(),
                Objects.equals(measured, into.catalogue()) ? null : measured);
    }

    private static String joined(String first, String second) {
        String start = first.strip();
        return start + (start.matches("(?s).*[.;:,…]") ? " " : "; ") + second.strip();
    }

    private @Nullable At at(@Nullable At first, @Nullable At second) {
        return places == null
                ? first
                : places.joined(first, second)
                        .map(place -> new At(place.line(), place.column(), place.length()))
                        .orElse(first == null ? second : first);
    }
}
