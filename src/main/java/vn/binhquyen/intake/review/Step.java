package vn.binhquyen.intake.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanItem;

/**
 * A step that made items, put them together or took them apart, with all that is needed to undo it.
 *
 * @param before the items as they were; without those that the step made
 * @param after the same items as the step left them; without those that it took out
 */
public record Step(List<Placed> before, List<Placed> after) {

    /** An item and where it stood. */
    public record Placed(String list, @Nullable UUID parent, int index, PlanItem item) {
        static Placed of(ItemList.Found found) {
            return new Placed(found.list().key(), found.parent(), found.index(), found.item());
        }
    }

    public Step {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** A step that only added. */
    public static Step adding(List<PlanEdit> edits) {
        List<Placed> made = new ArrayList<>();
        for (PlanEdit edit : edits) {
            if (edit instanceof PlanEdit.Add add) {
                made.add(new Placed(add.list(), add.parent(), add.index(), add.item()));
            }
        }
        return new Step(List.of(), made);
    }

    /** The edits of the step itself. */
    public List<PlanEdit> doing() {
        return changing(before, after);
    }

    /** The edits that undo it; nothing where somebody changed meanwhile what it left. */
    public Optional<List<PlanEdit>> undoing(PlanContent content) {
        boolean untouched = after.stream()
                .allMatch(placed -> ItemList.find(content, placed.item().id())
                        .filter(found -> ItemFields.whole(found.item()).equals(ItemFields.whole(placed.item())))
                        .isPresent());
        return untouched ? Optional.of(changing(after, before)) : Optional.empty();
    }

    private static List<PlanEdit> changing(List<Placed> from, List<Placed> to) {
        List<PlanEdit> edits = new ArrayList<>();
        from.reversed().stream()
                .filter(placed -> at(to, placed).isEmpty())
                .forEach(placed -> edits.add(new PlanEdit.Remove(placed.item().id())));
        for (Placed placed : to) {
            Optional<Placed> known = at(from, placed);
            if (known.isEmpty()) {
                edits.add(new PlanEdit.Add(placed.parent(), placed.list(), placed.index(), placed.item()));
            } else if (!known.get().item().equals(placed.item())) {
                edits.add(new PlanEdit.Replace(placed.item()));
            }
        }
        return edits;
    }

    private static Optional<Placed> at(List<Placed> all, Placed placed) {
        return all.stream()
                .filter(other -> other.item().id().equals(placed.item().id()))
                .findFirst();
    }
}
