package vn.binhquyen.statistics.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.form.FilledCells;
import vn.binhquyen.statistics.form.FormId;

/** What is owed by forms, unit by unit, made from the editions of the forms in one statement. */
@Component
class CompletenessRows {
    private static final String OWED = """
        with period as (
            select key, upper(period_range(key)) - 1 as last_day from unnest(:periods::int[]) key
        ), asked as materialized (
            -- editions whose cut-off in the period has come
            select form.*, period.key as period_key, cut.day as cut_day, cut.day + form.due_days as due_on,
                   coalesce(owner.path, '') as owner_path
              from figure_form form
              left join unit owner on owner.id = form.unit_id
              join period on form.period_kind = period_kind(period.key)
             cross join lateral (
                   select case form.cut_off when 'ADMINISTRATIVE' then date_trunc('month', last_day)::date + 13
                                            else last_day end as day) cut
             where form.state <> 'DRAFT' and form.valid_during @> cut.day and cut.day <= :today
               and (:form::text is null or form.code = :form) and (:period::int is null or period.key = :period)
        ), cell as materialized (
            select section.form_key, asked_row.element_key, breakdown_key, shown_if_element, shown_if_breakdown
              from figure_form_section section
             cross join lateral unnest(section.column_keys) breakdown_key
              join figure_form_row asked_row on asked_row.form_key = section.form_key
                                            and asked_row.section = section.place
             where cardinality(asked_row.total_of) = 0 and breakdown_key <> all(asked_row.closed_keys)
        ), within as materialized (
            select unit.id from unit me join unit on me.path @> unit.path where me.id = :me
        ), stood as materialized (
            -- once, by a hash: to the planner one unit looks as many as a country
            select unit_id, subpath(path, -1)::text::integer as unit_key, name, level, path, province_id, valid_during
              from unit_state
             where (unit_id in (select id from within)) is true
        ), owing as materialized (
            -- each as it was on the day of the cut-off
            select asked.id as form_id, asked.key as form_key, asked.code, asked.name_vi, asked.name_en,
                   asked.period_key, asked.due_on, stood.unit_id, stood.unit_key, stood.name as unit_name, stood.province_id
              from asked
              join stood
                on stood.valid_during @> asked.cut_day and stood.level = any(asked.levels) and owner_path @> stood.path
        ), owed as materialized (
            select owing.*, filled, cells,
                   (sent_at at time zone 'Asia/Ho_Chi_Minh')::date as sent_on,
                   case when sent_at is null then case when due_on < :today then 'MISSING' else 'OPEN' end
                        when (sent_at at time zone 'Asia/Ho_Chi_Minh')::date > due_on then 'LATE'
                        else 'IN_TIME' end as state
              from owing
        """ + FilledCells.COUNTED + """
              left join form_sheet sheet using (province_id, unit_key, period_key, form_key)
        )
        """;

    private static final String KEY = """
        concat_ws('~', case state when 'MISSING' then 0 when 'LATE' then 1 when 'OPEN' then 2 else 3 end,
                  to_char(99999999 - (due_on - date '2000-01-01'), 'FM00000000'),
                  to_char(case when cells = 0 then 1000 else filled * 1000 / cells end, 'FM0000'),
                  code, unit_key) collate "C"
        """;

    private final JdbcClient jdbc;

    CompletenessRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwedForms> summary(UnitId unit, LocalDate today, List<Period> periods) {
        return asked(unit, today, periods, new OwedFilter(null, null, null, "", null), OWED + """
            select code, max(name_vi) as name_vi, max(name_en) as name_en, period_key, max(due_on) as due_on,
                   count(*)::integer as units, (count(*) filter (where state = 'IN_TIME'))::integer as in_time,
                   (count(*) filter (where state = 'LATE'))::integer as late,
                   (count(*) filter (where state in ('MISSING', 'OPEN')))::integer as missing,
                   sum(filled) as filled, sum(cells) as cells
              from owed
             group by code, period_key
             order by due_on desc, code
             limit 40
            """)
                .query((row, n) -> new OwedForms(
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        Period.ofKey(row.getInt("period_key")),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("units"),
                        row.getInt("in_time"),
                        row.getInt("late"),
                        row.getInt("missing"),
                        row.getLong("filled"),
                        row.getLong("cells")))
                .list();
    }

    OwedPage page(UnitId unit, LocalDate today, List<Period> periods, OwedFilter filter, int size) {
        record Keyed(String key, OwedSheet sheet) {}
        List<Keyed> found = asked(unit, today, periods, filter, OWED + "select owed.*, " + KEY + """
                   as sort_key
              from owed
             where (:state::text is null or state = :state)
               and not exists (
                   select 1
                     from regexp_split_to_table(fold(:words), '\\s+') word
                    where strpos(fold(unit_name), word) = 0)
               and (:after::text is null or
            """ + KEY + """
                   > :after)
             order by sort_key
             limit :limit
            """)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("words", filter.words())
                .param("after", filter.after())
                .param("limit", size + 1)
                .query((row, n) -> new Keyed(row.getString("sort_key"), sheet(row)))
                .list();
        boolean more = found.size() > size;
        List<Keyed> shown = more ? found.subList(0, size) : found;
        return new OwedPage(
                shown.stream().map(Keyed::sheet).toList(),
                more ? shown.getLast().key() : null);
    }

    private JdbcClient.StatementSpec asked(
            UnitId unit, LocalDate today, List<Period> periods, OwedFilter filter, String sql) {
        return jdbc.sql(sql)
                .param("me", unit.value())
                .param("today", today)
                .param("periods", periods.stream().map(Period::key).toArray(Integer[]::new))
                .param("form", filter.form())
                .param(
                        "period",
                        filter.period() == null ? null : filter.period().key());
    }

    private static OwedSheet sheet(ResultSet row) throws SQLException {
        return new OwedSheet(
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                new FormId(row.getObject("form_id", UUID.class)),
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                Period.ofKey(row.getInt("period_key")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("sent_on", LocalDate.class),
                row.getInt("filled"),
                row.getInt("cells"),
                OwedSheet.State.valueOf(row.getString("state")));
    }
}
