package vn.binhquyen.statistics.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormLabels;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSection;

/** A form as who fills it will see it, empty. */
record FormGrid(List<Part> parts) {

    record Part(int place, String title, String help, List<String> columns, List<Line> lines) {}

    /**
     * @param condition the cell that must be above zero for the line to be asked for; null where it always is
     */
    record Line(
            int place,
            String label,
            String unit,
            int indent,
            boolean total,
            boolean required,
            @Nullable String condition,
            List<Kind> cells) {}

    /** What stands in a cell. */
    enum Kind {
        OPEN,
        SUM,
        CLOSED
    }

    static FormGrid of(FormDefinition form, FormLabels labels, boolean english) {
        return new FormGrid(form.sections().stream()
                .map(section -> new Part(
                        section.place(),
                        section.title(english),
                        section.help(),
                        section.allColumns().stream()
                                .map(column -> labels.column(column, english))
                                .toList(),
                        section.rows().stream()
                                .map(row -> line(form, section, row, labels, english))
                                .toList()))
                .toList());
    }

    private static Line line(
            FormDefinition form, FormSection section, FormRow row, FormLabels labels, boolean english) {
        CellKey condition = row.shownIf();
        return new Line(
                row.place(),
                labels.row(row, english),
                labels.element(row.element()).unit(),
                row.indent(),
                row.total(),
                row.required(),
                condition == null ? null : name(form, condition, labels, english),
                section.allColumns().stream()
                        .map(column -> kind(section, row, column))
                        .collect(Collectors.toList()));
    }

    private static Kind kind(FormSection section, FormRow row, Breakdown column) {
        if (row.closed().contains(column)) {
            return Kind.CLOSED;
        }
        return row.total() || column.equals(section.total()) ? Kind.SUM : Kind.OPEN;
    }

    /** "người bị bạo lực – Nữ": what a cell of the form is called. */
    static String name(FormDefinition form, CellKey key, FormLabels labels, boolean english) {
        for (FormSection section : form.sections()) {
            for (FormRow row : section.rows()) {
                if (row.element() == key.element() && section.allColumns().contains(key.breakdown())) {
                    return labels.row(row, english) + " – " + labels.column(key.breakdown(), english);
                }
            }
        }
        return "?";
    }
}
