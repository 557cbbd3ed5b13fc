package vn.binhquyen.statistics.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Breakdown;

/**
 * One edition of a form, with its grids.
 *
 * @param key the small number by which facts name it
 * @param lastDay periods whose cut-off is later are not asked for; null while no end is known
 * @param version for whoever changes it: the one that was seen
 */
public record FormDefinition(
        FormId id,
        int key,
        int edition,
        FormHead head,
        @Nullable LocalDate lastDay,
        FormState state,
        long version,
        List<FormSection> sections) {

    public FormDefinition {
        sections = List.copyOf(sections);
    }

    /** The same with other sections, as somebody made them who saw that version of it. */
    public FormDefinition with(List<FormSection> made, long seen) {
        return new FormDefinition(id, key, edition, head, lastDay, state, seen, made);
    }

    /** Whether this edition asks for the period. */
    public boolean asksFor(Period period) {
        LocalDate cutOff = head.cutOff().to(period);
        return state != FormState.DRAFT
                && period.kind() == head.periodKind()
                && !cutOff.isBefore(head.from())
                && (lastDay == null || !cutOff.isAfter(lastDay));
    }

    /** All places for figures in the order of reading; the computed ones say of what they are the sum. */
    public List<FormCell> cells() {
        List<FormCell> cells = new ArrayList<>();
        for (FormSection section : sections) {
            for (FormRow row : section.rows()) {
                for (Breakdown column : section.allColumns()) {
                    if (!row.closed().contains(column)) {
                        cells.add(new FormCell(
                                section.place(),
                                row.place(),
                                new CellKey(row.element(), column),
                                parts(section, row, column),
                                row.shownIf(),
                                row.required()));
                    }
                }
            }
        }
        return cells;
    }

    /** The keys of those of which anything is asked. */
    public Set<Integer> elements() {
        return cells().stream().map(cell -> cell.key().element()).collect(Collectors.toSet());
    }

    private static List<CellKey> parts(FormSection section, FormRow row, Breakdown column) {
        if (row.total()) {
            return section.rows().stream()
                    .filter(other -> row.totalOf().contains(other.place())
                            && !other.closed().contains(column))
                    .map(other -> new CellKey(other.element(), column))
                    .toList();
        }
        return column.equals(section.total())
                ? section.columns().stream()
                        .filter(each -> !row.closed().contains(each))
                        .map(each -> new CellKey(row.element(), each))
                        .toList()
                : List.of();
    }
}
