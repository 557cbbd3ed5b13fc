package vn.binhquyen.intake.review;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;

/** The lists of a plan's content: what stands in them, and where an item stands. */
public enum ItemList {
    LEGAL_BASES("legalBases", PlanItem.LegalBasis.class, PlanContent::legalBases),
    PURPOSES("purposes", PlanItem.Statement.class, PlanContent::purposes),
    REQUIREMENTS("requirements", PlanItem.Statement.class, PlanContent::requirements),
    OBJECTIVES("objectives", PlanItem.Objective.class, PlanContent::objectives),
    INDICATORS("indicators", PlanItem.Indicator.class, content -> List.of()),
    TARGETS("targets", PlanItem.Target.class, content -> List.of()),
    TASK_GROUPS("taskGroups", PlanItem.TaskGroup.class, PlanContent::taskGroups),
    TASKS("tasks", PlanItem.Task.class, PlanContent::tasks),
    PARTIES("parties", PlanItem.Party.class, PlanContent::parties),
    BUDGET("budget", PlanItem.BudgetLine.class, PlanContent::budget),
    REPORTING_DUTIES("reportingDuties", PlanItem.ReportingDuty.class, PlanContent::reportingDuties),
    EVENTS("events", PlanItem.Event.class, PlanContent::events),
    RECIPIENTS("recipients", PlanItem.Recipient.class, PlanContent::recipients);

    /**
     * An item in its list.
     *
     * @param parent the item that the list belongs to; null where it is the plan's own
     */
    public record Found(ItemList list, @Nullable UUID parent, int index, PlanItem item) {}

    private final String key;
    private final Class<? extends PlanItem> type;
    private final Function<PlanContent, List<? extends PlanItem>> top;

    ItemList(String key, Class<? extends PlanItem> type, Function<PlanContent, List<? extends PlanItem>> top) {
        this.key = key;
        this.type = type;
        this.top = top;
    }

    /** @throws NotFound where there is no such list */
    public static ItemList of(String key) {
        return Arrays.stream(values())
                .filter(list -> list.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("list", key));
    }

    /** The name of the list in the content. */
    public String key() {
        return key;
    }

    Class<? extends PlanItem> type() {
        return type;
    }

    /** All items, each before what stands in it. */
    public static Stream<Found> all(PlanContent content) {
        Stream.Builder<Found> all = Stream.builder();
        for (ItemList list : values()) {
            add(all, list, null, list.top.apply(content));
        }
        return all.build();
    }

    public static Optional<Found> find(PlanContent content, UUID id) {
        return all(content).filter(found -> found.item().id().equals(id)).findFirst();
    }

    private static void add(
            Stream.Builder<Found> all, ItemList list, @Nullable UUID parent, List<? extends PlanItem> items) {
        for (int i = 0; i < items.size(); i++) {
            PlanItem item = items.get(i);
            all.add(new Found(list, parent, i, item));
            if (item instanceof PlanItem.Objective objective) {
                add(all, INDICATORS, objective.id(), objective.indicators());
            } else if (item instanceof PlanItem.Indicator indicator) {
                add(all, TARGETS, indicator.id(), indicator.targets());
            }
        }
    }
}
