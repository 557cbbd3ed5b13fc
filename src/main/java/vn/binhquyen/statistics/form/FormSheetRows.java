package vn.binhquyen.statistics.form;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Sheet;

/** Which forms were begun and sent for which unit and period. */
@Component
class FormSheetRows {
    private final JdbcClient jdbc;

    FormSheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit's figures stand with the province that it belonged to at the end of the period. */
    Sheet sheet(FormSheet sheet) {
        return jdbc.sql("""
            select unit.key, state.province_id
              from unit
              join unit_state state on state.unit_id = unit.id
             where unit.id = :unit and state.valid_during && period_range(:period)
             order by lower(state.valid_during) desc nulls last
             limit 1
            """)
                .param("unit", sheet.unit().value())
                .param("period", sheet.period().key())
                .query((row, n) -> new Sheet(
                        sheet.unit(), row.getShort("province_id"), row.getInt("key"), sheet.period(), Sheet.OFFICIAL))
                .optional()
                .orElseThrow(() -> new NotFound("unit in the period", sheet.unit()));
    }

    UUID begin(FormSheet form, Sheet sheet) {
        return of(form, sheet, """
            with begun as (
                insert into form_sheet (province_id, unit_key, period_key, form_key)
                select :province, :unit, :period, key from figure_form where id = :form
                on conflict do nothing
                returning origin)
            select origin from begun
             union all
            select origin from form_sheet join figure_form on key = form_key
             where province_id = :province and unit_key = :unit and period_key = :period and figure_form.id = :form
            """).query(UUID.class).single();
    }

    void send(FormSheet form, Sheet sheet, OffsetDateTime at, AccountId by) {
        of(form, sheet, """
            update form_sheet
               set sent_at = :at, sent_by = :by
             where province_id = :province and unit_key = :unit and period_key = :period
               and form_key = (select key from figure_form where id = :form)
            """).param("at", at).param("by", by.value()).update();
    }

    /** The latest period for which any unit began the form. */
    Optional<Period> lastBegun(int form) {
        return jdbc.sql("select max(period_key) from form_sheet where form_key = :form")
                .param("form", form)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single()
                .map(Period::ofKey);
    }

    private JdbcClient.StatementSpec of(FormSheet form, Sheet sheet, String sql) {
        return jdbc.sql(sql)
                .param("province", sheet.province())
                .param("unit", sheet.unitKey())
                .param("period", sheet.period().key())
                .param("form", form.form().value());
    }
}
