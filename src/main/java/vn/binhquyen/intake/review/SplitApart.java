package vn.binhquyen.intake.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.extract.Excerpt;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanItem.At;

/** A task or an indicator taken apart at a point of its words; each target goes with the words that say it. */
public final class SplitApart {
    private static final Pattern POINT = Pattern.compile("(?<=[;.])\\s+(?=\\p{L}|\\d)|\\n+|,\\s+(?=\\p{L}{2,} )");
    private static final int SHORTEST = 8;

    private SplitApart() {}

    /** Where words can naturally be taken apart: behind a sentence, a semicolon, a line, a comma. */
    public static List<Integer> points(String text) {
        return POINT.matcher(text)
                .results()
                .map(match -> match.end())
                .filter(point -> point >= SHORTEST && point <= text.length() - SHORTEST)
                .toList();
    }

    /** Nothing where one side would hold no word. */
    static Optional<Step> of(ItemList.Found found, String text, int point, @Nullable TextPlaces places) {
        int cut = Math.clamp(point, 0, text.length());
        String first = text.substring(0, cut).strip().replaceFirst("[;,]+$", "");
        String second = text.substring(cut).strip().replaceFirst("^[;,.]\\s*", "");
        if (first.isBlank() || second.isBlank()) {
            return Optional.empty();
        }
        At at = found.item().at();
        At upper = at;
        At lower = at;
        if (at != null && places != null) {
            var rest = places.from(at, second);
            lower = rest.map(place -> new At(place.line(), place.column(), place.length()))
                    .orElse(at);
            upper = rest.flatMap(place -> places.until(at, place))
                    .map(place -> new At(place.line(), place.column(), place.length()))
                    .orElse(at);
        }
        List<PlanItem> parts = switch (found.item()) {
            case PlanItem.Task task ->
                List.of(task(task.id(), task, first, upper), task(UUID.randomUUID(), task, second, lower));
            case PlanItem.Indicator indicator -> indicators(indicator, first, second, upper, lower);
            default -> throw new IllegalArgumentException(found.list().key());
        };
        String list = found.list().key();
        return Optional.of(new Step(
                List.of(Step.Placed.of(found)),
                List.of(
                        new Step.Placed(list, found.parent(), found.index(), parts.getFirst()),
                        new Step.Placed(list, found.parent(), found.index() + 1, parts.getLast()))));
    }

    private static PlanItem.Task task(UUID id, PlanItem.Task whole, String text, @Nullable At at) {
        return new PlanItem.Task(
                id,
                whole.group(),
                text,
                whole.objective(),
                whole.kind(),
                whole.recurrence(),
                whole.dueOn(),
                whole.lead(),
                whole.coordinating(),
                whole.request(),
                at);
    }

    private static List<PlanItem> indicators(
            PlanItem.Indicator whole, String first, String second, @Nullable At upper, @Nullable At lower) {
        ReadPlan.Indicator upperRead = Excerpt.indicator(first);
        ReadPlan.Indicator lowerRead = Excerpt.indicator(second);
        List<PlanItem.Target> above = new ArrayList<>();
        List<PlanItem.Target> below = new ArrayList<>();
        for (PlanItem.Target target : whole.targets()) {
            boolean said = says(upperRead, target, above);
            (!said && says(lowerRead, target, below) ? below : above).add(target);
        }
        return List.of(
                indicator(whole.id(), whole, first, above, whole.no(), whole.catalogue(), upper),
                indicator(
                        UUID.randomUUID(),
                        whole,
                        second,
                        below,
                        null,
                        below.isEmpty() ? lowerRead.catalogue() : measured(below.getFirst(), whole),
                        lower));
    }

    /** Whether the words say the target's value once more than was taken from them already. */
    private static boolean says(ReadPlan.Indicator words, PlanItem.Target target, List<PlanItem.Target> taken) {
        long said = words.measures().stream()
                .filter(measure -> measure.value().compareTo(target.value()) == 0)
                .count();
        long gone = taken.stream()
                .filter(other -> other.value().compareTo(target.value()) == 0)
                .count();
        return said > gone;
    }

    private static @Nullable String measured(PlanItem.Target target, PlanItem.Indicator whole) {
        return target.catalogue() == null ? whole.catalogue() : target.catalogue();
    }

    private static PlanItem.Indicator indicator(
            UUID id,
            PlanItem.Indicator whole,
            String text,
            List<PlanItem.Target> targets,
            @Nullable String no,
            @Nullable String catalogue,
            @Nullable At at) {
        return new PlanItem.Indicator(
                id,
                no,
                text,
                whole.direction(),
                catalogue,
                whole.countsPersons(),
                targets.stream()
                        .map(target -> target(
                                target,
                                targets.size() == 1 ? null : target.what(),
                                Objects.equals(measured(target, whole), catalogue) ? null : measured(target, whole)))
                        .toList(),
                whole.owners(),
                at);
    }

    static PlanItem.Target target(PlanItem.Target target, @Nullable String what, @Nullable String catalogue) {
        return new PlanItem.Target(
                target.id(),
                what,
                target.comparator(),
                target.value(),
                target.high(),
                target.unit(),
                target.baseline(),
                target.byYear(),
                target.frequency(),
                catalogue,
                target.at());
    }
}
