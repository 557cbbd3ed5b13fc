package vn.binhquyen.statistics.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place for a figure in a form.
 *
 * @param section place of the section
 * @param row place of the row in its section
 * @param parts the cells that it adds up; empty where it is filled in
 * @param shownIf the cell that must be above zero for its row to be asked for; null where it always is
 * @param required whether the form can't be sent without it
 */
public record FormCell(
        int section,
        int row,
        CellKey key,
        List<CellKey> parts,
        @Nullable CellKey shownIf,
        boolean required) {
    public FormCell {
        parts = List.copyOf(parts);
    }

    /** Whether it is computed from other cells and never typed. */
    public boolean computed() {
        return !parts.isEmpty();
    }
}
