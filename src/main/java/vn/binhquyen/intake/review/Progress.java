package vn.binhquyen.intake.review;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Doubt;
import vn.binhquyen.intake.KeptReading;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.extract.Evidence;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;

/**
 * How far a review has come: a target counts with its indicator.
 *
 * @param all items
 * @param seen those that somebody looked at as they are now
 * @param certain those that nobody looked at yet, that the document itself speaks for, and that no open doubt is about
 */
public record Progress(int all, Set<UUID> seen, Set<UUID> certain) {

    /** @param reviewed digests of what was looked at, by item */
    public static Progress of(
            PlanContent content, @Nullable KeptReading reading, List<Doubt> doubts, Map<UUID, String> reviewed) {
        Set<UUID> doubtful = new HashSet<>();
        doubts.stream().filter(Doubt::open).map(Doubt::item).forEach(doubtful::add);
        Evidence evidence = reading == null ? null : Evidence.of(reading.plan(), reading.text());
        List<ItemList.Found> items = ItemList.all(content)
                .filter(found -> found.list() != ItemList.TARGETS)
                .toList();
        Set<UUID> seen = new HashSet<>();
        Set<UUID> certain = new HashSet<>();
        for (ItemList.Found found : items) {
            PlanItem item = found.item();
            String digest = reviewed.get(item.id());
            if (digest != null && digest.equals(ReviewedRows.digest(item))) {
                seen.add(item.id());
            } else if (evidence != null
                    && withTargets(item).noneMatch(one -> doubtful.contains(one.id()))
                    && isCertain(found, evidence)) {
                certain.add(item.id());
            }
        }
        return new Progress(items.size(), Set.copyOf(seen), Set.copyOf(certain));
    }

    private static Stream<PlanItem> withTargets(PlanItem item) {
        return item instanceof PlanItem.Indicator indicator
                ? Stream.concat(Stream.of(item), indicator.targets().stream())
                : Stream.of(item);
    }

    private static boolean isCertain(ItemList.Found found, Evidence evidence) {
        Evidence.Kind kind = kind(found.list());
        return kind != null
                && evidence.speaksFor(kind, place(found.item()))
                && withTargets(found.item())
                        .skip(1)
                        .allMatch(target -> evidence.speaksFor(Evidence.Kind.MEASURE, place(target)));
    }

    private static Evidence.@Nullable Kind kind(ItemList list) {
        return switch (list) {
            case LEGAL_BASES -> Evidence.Kind.LEGAL_BASIS;
            case OBJECTIVES -> Evidence.Kind.OBJECTIVE;
            case INDICATORS -> Evidence.Kind.INDICATOR;
            case TARGETS -> Evidence.Kind.MEASURE;
            case PARTIES -> Evidence.Kind.AGENCY;
            case REPORTING_DUTIES -> Evidence.Kind.REPORTING_DUTY;
            case EVENTS -> Evidence.Kind.EVENT;
            case RECIPIENTS -> Evidence.Kind.RECIPIENT;
            case PURPOSES, REQUIREMENTS, TASK_GROUPS, TASKS, BUDGET -> null;
        };
    }

    private static @Nullable Place place(PlanItem item) {
        PlanItem.At at = item.at();
        return at == null ? null : new Place(at.line(), at.column(), at.length());
    }

    /** Whether somebody looked at the item with the key. */
    public boolean saw(String key) {
        return seen.stream().anyMatch(id -> id.toString().equals(key));
    }

    public int looked() {
        return seen.size();
    }

    public int sure() {
        return certain.size();
    }
}
