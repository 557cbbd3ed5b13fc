package vn.binhquyen.statistics.form;

import static vn.binhquyen.kernel.Columns.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Sheet;

/** Which forms were begun and sent for which unit and period. */
@Component
class FormSheetRows {
    /** Whether {@code form} asks the unit of the state {@code own}. */
    static final String ASKS_OWN = """
        own.level = any(form.levels)
        and (form.unit_id is null
             or (select key::text from unit owner where owner.id = form.unit_id) = any(string_to_array(own.path::text, '.')))
        """;

    /** With which the figures of the unit and period stand: the last one in the period; null where there was no such unit. */
    private static final String PROVINCE = """
        (select province_id
           from unit_state state
          where state.unit_id = unit.id and state.valid_during && period_range(%s)
          order by lower(state.valid_during) desc nulls last
          limit 1)
        """;

    private final JdbcClient jdbc;

    FormSheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit's figures stand with the province that it belonged to at the end of the period. */
    Sheet sheet(FormSheet sheet) {
        return jdbc.sql("select unit.key, %s as province_id from unit where unit.id = :unit"
                        .formatted(PROVINCE.formatted(":period")))
                .param("unit", sheet.unit().value())
                .param("period", sheet.period().key())
                .query((row, n) -> Optional.ofNullable(place(sheet, row)))
                .optional()
                .flatMap(Function.identity())
                .orElseThrow(() -> new NotFound("unit in the period", sheet.unit()));
    }

    /** @param version of the form as it stands */
    record Asked(long version, @Nullable Sheet place, boolean ofUnit) {}

    /**
     * Whether the unit as it was on the day of the cut-off is one that the form asks; one query. What has no such form or unit is
     * not among them.
     *
     * @param cutOffs the last day of the period of each, as its form counts it
     */
    Map<FormSheet, Asked> asked(Map<FormSheet, LocalDate> cutOffs) {
        List<FormSheet> sheets = List.copyOf(cutOffs.keySet());
        Map<FormSheet, Asked> asked = new HashMap<>();
        jdbc.sql("""
            select place, form.version, unit.key,
            """ + PROVINCE.formatted("in_period") + """
                   as province_id,
                   exists (select 1
                             from unit_state own
                            where own.unit_id = unit.id and own.valid_during @> on_day and
            """ + ASKS_OWN + """
                          ) as asks
              from unnest(:forms::uuid[], :units::uuid[], :periods::int[], :cutOffs::text[]::date[]) with ordinality
                   as sought (of_form, of_unit, in_period, on_day, place)
              join figure_form form on form.id = of_form
              join unit on unit.id = sought.of_unit
            """)
                .param("forms", column(sheets, sheet -> sheet.form().value(), UUID[]::new))
                .param("units", column(sheets, sheet -> sheet.unit().value(), UUID[]::new))
                .param("periods", column(sheets, sheet -> sheet.period().key(), Integer[]::new))
                .param("cutOffs", column(sheets, sheet -> String.valueOf(cutOffs.get(sheet)), String[]::new))
                .query(row -> {
                    FormSheet sheet = sheets.get(row.getInt("place") - 1);
                    asked.put(sheet, new Asked(row.getLong("version"), place(sheet, row), row.getBoolean("asks")));
                });
        return asked;
    }

    private static @Nullable Sheet place(FormSheet sheet, ResultSet row) throws SQLException {
        short province = row.getShort("province_id");
        return row.wasNull()
                ? null
                : new Sheet(sheet.unit(), province, row.getInt("key"), sheet.period(), Sheet.OFFICIAL);
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
