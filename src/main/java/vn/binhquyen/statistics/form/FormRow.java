package vn.binhquyen.statistics.form;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.Breakdown;

/**
 * A row of a section: one element in its columns.
 *
 * @param place in its section, counted from 1
 * @param element key of the data element
 * @param labelVi how the form calls the element; empty for its own name
 * @param indent how far it stands to the right, 0 to 3
 * @param totalOf places of the rows of the same section that it adds up; empty where it is filled in
 * @param closed columns that are not asked for in this row
 * @param shownIf the cell of the form that must be above zero for the row to be asked for; null where it always is
 */
public record FormRow(
        int place,
        int element,
        String labelVi,
        String labelEn,
        int indent,
        List<Integer> totalOf,
        Set<Breakdown> closed,
        @Nullable CellKey shownIf,
        boolean required) {

    public FormRow {
        totalOf = List.copyOf(totalOf);
        closed = Set.copyOf(closed);
    }

    /** Whether it is computed from other rows. */
    public boolean total() {
        return !totalOf.isEmpty();
    }
}
