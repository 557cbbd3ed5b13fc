package vn.binhquyen.statistics.form;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.Breakdown;

/**
 * One grid of a form.
 *
 * @param place counted from 1
 * @param columns the breakdowns that are asked for, in order
 * @param total the breakdown that the columns add up to, as a computed last column; null for none
 */
public record FormSection(
        int place,
        String titleVi,
        String titleEn,
        String help,
        List<Breakdown> columns,
        @Nullable Breakdown total,
        List<FormRow> rows) {

    public FormSection {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public String title(boolean english) {
        return english && !titleEn.isEmpty() ? titleEn : titleVi;
    }

    /** The columns as they stand in the grid, the computed one last. */
    public List<Breakdown> allColumns() {
        return total == null
                ? columns
                : Stream.concat(columns.stream(), Stream.of(total)).toList();
    }
}
