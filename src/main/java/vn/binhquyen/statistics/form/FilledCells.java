package vn.binhquyen.statistics.form;

/** How many figures a form asks a unit for in a period, and how many there are: said once in SQL. */
public final class FilledCells {
    /**
     * Goes behind {@code owing} (form_key, province_id, unit_key, period_key), what a unit owes, and needs {@code cell}
     * (form_key, element_key, breakdown_key, shown_if_element, shown_if_breakdown), the places of the forms that are filled in:
     * gives {@code filled} and {@code cells}. A row that is asked for only where another cell is above zero counts where it is,
     * and where it was filled in all the same.
     */
    public static final String COUNTED = """
        cross join lateral (
              select count(own.value)::integer as filled,
                     (count(*) filter (where own.value is not null or shown_if_element is null or gate.value > 0))::integer
                     as cells
                from cell
                left join data_value own
                  on own.province_id = owing.province_id and own.nature = 'A' and own.element_key = cell.element_key
                 and own.period_key = owing.period_key and own.unit_key = owing.unit_key
                 and own.breakdown_key = cell.breakdown_key and own.reporter_key = 0
                left join data_value gate
                  on gate.province_id = owing.province_id and gate.nature = 'A' and gate.element_key = shown_if_element
                 and gate.period_key = owing.period_key and gate.unit_key = owing.unit_key
                 and gate.breakdown_key = shown_if_breakdown and gate.reporter_key = 0
               where cell.form_key = owing.form_key
              offset 0) counted
        """;

    private FilledCells() {}
}
