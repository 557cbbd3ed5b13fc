package vn.binhquyen.intake.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.draft.DraftFromReading;
import vn.binhquyen.intake.draft.KnownAgencies;
import vn.binhquyen.intake.extract.Excerpt;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanItem;

/**
 * Turns words that somebody chose in a document into items of its draft, as if the reader had found them there: they
 * belong to the objective, the group of tasks or the agency that stands last before them.
 */
public final class FromWords {
    /** What words can be made into. */
    public static final List<ItemList> KINDS = List.of(
            ItemList.TASKS, ItemList.INDICATORS, ItemList.REPORTING_DUTIES, ItemList.PARTIES, ItemList.LEGAL_BASES);

    private static final String NOBODY = "";

    private final PlanContent content;
    private final ReadPlan original;
    private final KnownAgencies known;
    private final Excerpt excerpt;
    private final Place place;

    public FromWords(PlanContent content, ReadPlan original, KnownAgencies known, Excerpt excerpt, Place place) {
        this.content = content;
        this.original = original;
        this.known = known;
        this.excerpt = excerpt;
        this.place = place;
    }

    /** The edits that add what the words say, the main item last; nothing where they say no such thing. */
    public List<PlanEdit> as(ItemList list) {
        PlanContent made = DraftFromReading.convert(reading(list), known, basis -> Optional.empty());
        return switch (list) {
            case TASKS -> with(made, made.tasks(), ItemList.TASKS, group());
            case INDICATORS ->
                indicator(made.objectives().getFirst().indicators().getFirst());
            case REPORTING_DUTIES -> with(made, made.reportingDuties(), ItemList.REPORTING_DUTIES, null);
            case PARTIES -> parties(made);
            case LEGAL_BASES -> with(made, made.legalBases(), ItemList.LEGAL_BASES, null);
            default -> throw new IllegalArgumentException(list.key());
        };
    }

    private ReadPlan reading(ItemList list) {
        boolean grouped = group() != null;
        ReadPlan.Assignment task =
                list == ItemList.TASKS ? excerpt.task(grouped ? NOBODY : leader()) : excerpt.agency();
        boolean nobody = list == ItemList.TASKS && task.agency().equals(NOBODY);
        return reading(
                list == ItemList.LEGAL_BASES ? excerpt.bases(original.issuer()) : List.of(),
                list == ItemList.INDICATORS
                        ? List.of(new ReadPlan.Objective(null, "", List.of(excerpt.indicator()), place))
                        : List.of(),
                nobody ? List.of(inNoGroup(task.tasks().getFirst())) : List.of(),
                (list == ItemList.TASKS && !nobody) || list == ItemList.PARTIES ? List.of(task) : List.of(),
                list == ItemList.REPORTING_DUTIES ? excerpt.duties(original.period()) : List.of());
    }

    private static ReadPlan.TaskGroup inNoGroup(ReadPlan.AssignedTask task) {
        return new ReadPlan.TaskGroup(
                null, "", List.of(new ReadPlan.GroupTask(task.text(), null, task.at())), task.at());
    }

    private ReadPlan reading(
            List<ReadPlan.LegalBasis> bases,
            List<ReadPlan.Objective> objectives,
            List<ReadPlan.TaskGroup> groups,
            List<ReadPlan.Assignment> assignments,
            List<ReadPlan.ReportingDuty> duties) {
        return new ReadPlan(
                original.source(),
                original.documentType(),
                null,
                null,
                original.issuer(),
                null,
                null,
                null,
                original.period(),
                bases,
                List.of(),
                List.of(),
                objectives,
                groups,
                assignments,
                List.of(),
                duties,
                List.of(),
                List.of(),
                null,
                Map.of(),
                List.of());
    }

    private List<PlanEdit> indicator(PlanItem.Indicator made) {
        List<PlanEdit> edits = new ArrayList<>();
        UUID objective = above(content.objectives())
                .or(() -> content.objectives().stream().findFirst())
                .map(PlanItem::id)
                .orElse(null);
        if (objective == null) {
            objective = UUID.randomUUID();
            edits.add(add(null, ItemList.OBJECTIVES, new PlanItem.Objective(objective, null, "", List.of(), null)));
        }
        edits.add(add(objective, ItemList.INDICATORS, made));
        return edits;
    }

    private List<PlanEdit> parties(PlanContent made) {
        return made.parties().stream()
                .filter(party -> same(party).isEmpty())
                .map(party -> add(null, ItemList.PARTIES, party))
                .toList();
    }

    /** The items with the parties that they point at, each of which stands in the draft already or is added. */
    private List<PlanEdit> with(PlanContent made, List<? extends PlanItem> items, ItemList list, @Nullable UUID group) {
        List<PlanEdit> edits = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (PlanItem.Party party : made.parties()) {
            Optional<PlanItem.Party> there = same(party);
            ids.put(party.id().toString(), there.orElse(party).id().toString());
            if (there.isEmpty()) {
                edits.add(add(null, ItemList.PARTIES, party));
            }
        }
        for (PlanItem item : items) {
            Map<String, String> fields = new HashMap<>(ItemFields.of(item));
            Pointers.renamed(list, fields, ids);
            if (list == ItemList.TASKS) {
                fields.put("group", group == null ? "" : group.toString());
            }
            edits.add(add(null, list, ItemFields.item(list, item.id(), item, fields)));
        }
        return edits;
    }

    private Optional<PlanItem.Party> same(PlanItem.Party made) {
        String name = Names.normalise(made.name());
        return content.parties().stream()
                .filter(party -> Names.normalise(party.name()).equals(name))
                .findFirst()
                .or(() -> content.parties().stream()
                        .filter(party -> party.kind() == PlanItem.PartyKind.AGENCY
                                && made.agencies().size() == 1
                                && party.agencies().equals(made.agencies()))
                        .findFirst());
    }

    private PlanEdit add(@Nullable UUID parent, ItemList list, PlanItem item) {
        return new PlanEdit.Add(parent, list.key(), index(parent, list), item);
    }

    /** Behind the last item of the list that stands before it in the document. */
    private int index(@Nullable UUID parent, ItemList list) {
        return ItemList.all(content)
                .filter(found -> found.list() == list && Objects.equals(found.parent(), parent))
                .filter(found -> isBefore(found.item()))
                .mapToInt(found -> found.index() + 1)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    /** The group of tasks whose part of the document the words stand in; null in the part of an agency. */
    private @Nullable UUID group() {
        return above(Stream.concat(content.taskGroups().stream(), content.parties().stream())
                        .toList())
                .filter(PlanItem.TaskGroup.class::isInstance)
                .map(PlanItem::id)
                .orElse(null);
    }

    private String leader() {
        return above(content.parties()).map(PlanItem.Party::name).orElse(NOBODY);
    }

    private <I extends PlanItem> Optional<I> above(List<I> items) {
        return items.stream()
                .filter(this::isBefore)
                .max(Comparator.<I>comparingInt(
                                item -> Objects.requireNonNull(item.at()).line())
                        .thenComparingInt(
                                item -> Objects.requireNonNull(item.at()).column()));
    }

    private boolean isBefore(PlanItem item) {
        PlanItem.At at = item.at();
        return at != null && (at.line() < place.line() || (at.line() == place.line() && at.column() <= place.column()));
    }
}
