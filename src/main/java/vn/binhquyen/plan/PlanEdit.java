package vn.binhquyen.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change that an editor makes to the content of a draft. */
public sealed interface PlanEdit {
    /**
     * Gives a field a value.
     *
     * @param item null for a field of the plan itself ({@code title}, {@code period}, {@code place}, {@code parent},
     *     {@code signatory}, {@code documentType}); every list of it has its own commands
     * @param field name of a component of the item's record
     * @param value of the component's type, or text that says it ("2030", ">=", "UP", an id); a blank text is null
     */
    record SetField(
            @Nullable UUID item, String field, @Nullable Object value) implements PlanEdit {}

    /**
     * Puts a new item into a list.
     *
     * @param parent the objective of an indicator, the indicator of a target; null for what stands in the plan itself
     * @param list name of the list, such as {@code tasks} or {@code indicators}
     * @param index where it stands in the list; beyond the end is at the end
     */
    record Add(@Nullable UUID parent, String list, int index, PlanItem item) implements PlanEdit {}

    /** Puts the item in the place of the one with its id. */
    record Replace(PlanItem item) implements PlanEdit {}

    /** Takes an item out, with what stands inside it; what pointed at it points at nothing. */
    record Remove(UUID item) implements PlanEdit {}

    /** Moves an item within its list; beyond the end is to the end. */
    record Move(UUID item, int index) implements PlanEdit {}
}
