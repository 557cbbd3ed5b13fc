package vn.binhquyen.statistics.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.form.FilledCells;
import vn.binhquyen.statistics.form.FormId;

/** What is owed by forms, unit by unit, made from the editions of the forms in one statement. */
@Component
class CompletenessRows {
    private static final String OWING = """
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
               and valid_during && (select daterange(min(cut_day), max(cut_day), '[]') from asked)
               and level = any(array(select unnest(levels) from asked))
               and (:words = '' or not exists (
                   select 1 from regexp_split_to_table(fold(:words), '\\s+') word where strpos(fold(name), word) = 0))
        ), owing as materialized (
            -- each as it was on the day of the cut-off
            select asked.id as form_id, asked.key as form_key, asked.code, asked.name_vi, asked.name_en,
                   asked.period_key, asked.due_on, stood.unit_id, stood.unit_key, stood.name as unit_name, stood.province_id
              from asked
              join stood
                on stood.valid_during @> asked.cut_day and stood.level = any(asked.levels) and owner_path @> stood.path
        )
        """;

    /** Goes behind {@code owing}, what a unit owes. */
    private static final String SENT = """
        left join form_sheet sheet using (province_id, unit_key, period_key, form_key)
        cross join lateral (
              select (sent_at at time zone 'Asia/Ho_Chi_Minh')::date as sent_on) day
        cross join lateral (
              select case when sent_on is null then case when due_on < :today then 'MISSING' else 'OPEN' end
                          when sent_on > due_on then 'LATE'
                          else 'IN_TIME' end as state) became
        """;

    private final JdbcClient jdbc;

    CompletenessRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last forty forms and periods. Sheets are counted, not figures: those of a country are millions. */
    List<OwedForms> summary(UnitId unit, LocalDate today, List<Period> periods) {
        return asked(unit, today, periods, new OwedFilter(null, null, null, "", null), OWING + """
            select code, max(name_vi) as name_vi, max(name_en) as name_en, period_key, max(due_on) as due_on,
                   count(*)::integer as units, (count(*) filter (where state = 'IN_TIME'))::integer as in_time,
                   (count(*) filter (where state = 'LATE'))::integer as late,
                   (count(*) filter (where state in ('MISSING', 'OPEN')))::integer as missing
              from owing
            """ + SENT + """
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
                        row.getInt("missing")))
                .list();
    }

    /** What is missing first, then what is late, then what is still to come, each with the last day first. */
    OwedPage page(UnitId unit, LocalDate today, List<Period> periods, OwedFilter filter, int size) {
        record Ending(End end, OwedSheet sheet) {}
        Optional<End> after = End.of(filter.after());
        List<Ending> found = asked(unit, today, periods, filter, OWING + """
            , shown as materialized (
                select owing.*, sent_on, state, rank, age
                  from owing
            """ + SENT + """
                 cross join lateral (
                       select array_position(array['MISSING', 'LATE', 'OPEN', 'IN_TIME'], state) as rank,
                              date '2100-01-01' - due_on as age) place
                 where (:state::text is null or state = :state)
                   and (:rank::int is null
                        or (rank, age, code collate "C", unit_key) > (:rank, :age, :code collate "C", :unit))
                 order by rank, age, code collate "C", unit_key
                 limit :limit
            )
            select owing.*, filled, cells from shown owing
            """ + FilledCells.COUNTED + """
             order by rank, age, code collate "C", unit_key
            """)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("rank", after.map(End::rank).orElse(null))
                .param("age", after.map(End::age).orElse(null))
                .param("code", after.map(End::code).orElse(null))
                .param("unit", after.map(End::unit).orElse(null))
                .param("limit", size + 1)
                .query((row, n) -> new Ending(
                        new End(row.getInt("rank"), row.getInt("age"), row.getString("code"), row.getInt("unit_key")),
                        sheet(row)))
                .list();
        boolean more = found.size() > size;
        List<Ending> shown = more ? found.subList(0, size) : found;
        return new OwedPage(
                shown.stream().map(Ending::sheet).toList(),
                more ? shown.getLast().end().toString() : null);
    }

    /** Where a page ends. */
    private record End(int rank, int age, String code, int unit) {
        private static final Pattern WRITTEN = Pattern.compile("(\\d)~(\\d{1,7})~([^~]+)~(\\d{1,9})");

        /** Nowhere, where it can't be read: the list begins from its beginning. */
        static Optional<End> of(@Nullable String text) {
            Matcher written = WRITTEN.matcher(text == null ? "" : text);
            return written.matches()
                    ? Optional.of(new End(
                            Integer.parseInt(written.group(1)),
                            Integer.parseInt(written.group(2)),
                            written.group(3),
                            Integer.parseInt(written.group(4))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return rank + "~" + age + "~" + code + "~" + unit;
        }
    }

    private JdbcClient.StatementSpec asked(
            UnitId unit, LocalDate today, List<Period> periods, OwedFilter filter, String sql) {
        return jdbc.sql(sql)
                .param("me", unit.value())
                .param("today", today)
                .param("periods", periods.stream().map(Period::key).toArray(Integer[]::new))
                .param("words", filter.words())
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
