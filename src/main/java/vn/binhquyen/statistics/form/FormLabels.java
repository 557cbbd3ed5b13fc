package vn.binhquyen.statistics.form;

import java.util.Map;
import java.util.Objects;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;

/** What the rows and columns of a form are called. */
public record FormLabels(Map<Integer, DataElement> elements, Map<Breakdown, Breakdowns.Named> columns) {
    public FormLabels {
        elements = Map.copyOf(elements);
        columns = Map.copyOf(columns);
    }

    /** Whether all rows and columns have a name. */
    public boolean know(FormDefinition form) {
        return form.sections().stream()
                .allMatch(section -> columns.keySet().containsAll(section.allColumns())
                        && section.rows().stream().allMatch(row -> elements.containsKey(row.element())));
    }

    public DataElement element(int key) {
        return Objects.requireNonNull(elements.get(key));
    }

    /** As the form calls it, else by its own name. */
    public String row(FormRow row, boolean english) {
        String label = english && !row.labelEn().isEmpty() ? row.labelEn() : row.labelVi();
        return label.isEmpty() ? element(row.element()).name(english) : label;
    }

    public String column(Breakdown breakdown, boolean english) {
        Breakdowns.Named named = Objects.requireNonNull(columns.get(breakdown));
        return english ? named.nameEn() : named.nameVi();
    }
}
