package vn.binhquyen.statistics.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns.Dimension;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormFault;
import vn.binhquyen.statistics.form.FormLabels;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSection;

/** The design of a form as its page shows it. */
record FormDesignPage(List<Part> parts, List<FormFault> faults, List<Choice> cells) {
    private static final int MOST_CHOICES = 300;

    /** @param options those of which the columns are made, such as "sex:female" */
    record Part(
            int place,
            String titleVi,
            String titleEn,
            String help,
            List<Column> columns,
            boolean totalled,
            Set<String> options,
            List<Line> lines,
            List<FormFault> faults) {
        public long chosenOf(String dimension) {
            return options.stream()
                    .filter(option -> option.startsWith(dimension + ":"))
                    .count();
        }
    }

    record Column(int key, String name, boolean computed) {}

    record Line(
            int place,
            int key,
            String element,
            String code,
            String unit,
            String shown,
            String labelVi,
            String labelEn,
            int indent,
            boolean required,
            List<Integer> totalOf,
            Set<Integer> closed,
            String shownIf,
            List<FormFault> faults) {
        /** How many settings are not the usual ones. */
        public int settings() {
            return (labelEn.isEmpty() ? 0 : 1)
                    + (indent > 0 ? 1 : 0)
                    + (required ? 1 : 0)
                    + (totalOf.isEmpty() ? 0 : 1)
                    + (closed.isEmpty() ? 0 : 1)
                    + (shownIf.isEmpty() ? 0 : 1);
        }
    }

    /** A cell of the form, by id and in words. */
    record Choice(String id, String name) {}

    static FormDesignPage of(
            FormDefinition form,
            FormLabels labels,
            List<Dimension> dimensions,
            List<FormFault> faults,
            boolean english) {
        Set<String> known = dimensions.stream()
                .flatMap(dimension -> dimension.options().stream())
                .map(option -> option.code())
                .collect(Collectors.toSet());
        List<Choice> cells = form.cells().stream()
                .limit(MOST_CHOICES)
                .map(cell ->
                        new Choice(FormDesignEdit.id(cell.key()), FormGrid.name(form, cell.key(), labels, english)))
                .distinct()
                .toList();
        return new FormDesignPage(
                form.sections().stream()
                        .map(section -> part(section, labels, known, faults, english))
                        .toList(),
                faults,
                cells);
    }

    private static Part part(
            FormSection section, FormLabels labels, Set<String> known, List<FormFault> faults, boolean english) {
        List<Column> columns = new ArrayList<>();
        for (Breakdown column : section.allColumns()) {
            columns.add(new Column(column.key(), labels.column(column, english), column.equals(section.total())));
        }
        return new Part(
                section.place(),
                section.titleVi(),
                section.titleEn(),
                section.help(),
                columns,
                section.total() != null,
                section.columns().stream()
                        .flatMap(column ->
                                Objects.requireNonNull(labels.columns().get(column)).options().stream())
                        .filter(known::contains)
                        .collect(Collectors.toSet()),
                section.rows().stream()
                        .map(row -> line(section, row, labels, faults, english))
                        .toList(),
                at(faults, "s" + section.place()));
    }

    private static Line line(
            FormSection section, FormRow row, FormLabels labels, List<FormFault> faults, boolean english) {
        DataElement element = labels.element(row.element());
        return new Line(
                row.place(),
                row.element(),
                element.name(english),
                element.code(),
                element.unit(),
                labels.row(row, english),
                row.labelVi(),
                row.labelEn(),
                row.indent(),
                row.required(),
                row.totalOf(),
                row.closed().stream().map(Breakdown::key).collect(Collectors.toSet()),
                FormDesignEdit.id(row.shownIf()),
                at(faults, "s" + section.place() + "r" + row.place()));
    }

    private static List<FormFault> at(List<FormFault> faults, String anchor) {
        return faults.stream().filter(fault -> fault.anchor().equals(anchor)).toList();
    }
}
