package vn.binhquyen.statistics.entry;

import static vn.binhquyen.kernel.Columns.column;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.form.CellKey;

/** What entering reads and writes besides the figures themselves. */
@Component
class EntryRows {
    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A figure with who gave it when. */
    record Standing(
            BigDecimal number,
            ValueStatus status,
            OffsetDateTime at,
            @Nullable String by) {}

    /** A figure as it is. */
    record Figure(BigDecimal number, ValueStatus status) {}

    /**
     * The form of a unit and period in the hands of who enters.
     *
     * @param before the entries that the same parcel of changes has made already
     */
    record Opened(UUID origin, boolean sent, List<Integer> before) {}

    /** How far the form of a unit and period has come. */
    record Begun(
            UUID origin,
            @Nullable OffsetDateTime sentAt,
            @Nullable String sentBy) {}

    /** How much was said about a cell, and whether the last word flags it. */
    record Said(int remarks, boolean flagged) {}

    /** Until the transaction ends nobody else enters anything for the unit and period, by whatever form. */
    void lock(Sheet sheet) {
        jdbc.sql("select pg_advisory_xact_lock(:unit, :period)")
                .param("unit", sheet.unitKey())
                .param("period", sheet.period().key())
                .query((row, n) -> n)
                .list();
    }

    /**
     * As the other, of several at once; those where somebody else is entering are not waited for, and not among the locked.
     *
     * @param longest milliseconds after which the transaction fails where it waits for a row that an import is writing
     */
    Set<Sheet> lockFree(List<Sheet> sheets, int longest) {
        Set<Sheet> locked = new HashSet<>();
        jdbc.sql("""
            select place, pg_try_advisory_xact_lock(unit, period) as locked, set_config('lock_timeout', :longest, true)
              from unnest(:units::int[], :periods::int[]) with ordinality as sheet (unit, period, place)
            """)
                .param("longest", String.valueOf(longest))
                .param("units", column(sheets, Sheet::unitKey, Integer[]::new))
                .param("periods", column(sheets, sheet -> sheet.period().key(), Integer[]::new))
                .query(row -> {
                    if (row.getBoolean("locked")) {
                        locked.add(sheets.get(row.getInt("place") - 1));
                    }
                });
        return locked;
    }

    /** A form of a unit and period to which somebody brings a parcel of changes. */
    record Opening(int form, Sheet sheet, UUID change, AccountId by) {}

    /** Begins those that nobody has begun yet. */
    Map<Sheet, Opened> open(List<Opening> openings) {
        Map<Sheet, Opened> opened = new HashMap<>();
        jdbc.sql("""
            select place, origin, sent_at is not null as sent,
                   array(select key
                           from data_entry
                          where province_id = sheet.province_id and origin = sheet.origin and change_id = sought.change
                            and by = sought.person) as before
              from unnest(:provinces::smallint[], :units::int[], :periods::int[], :forms::int[], :changes::uuid[],
                          :people::uuid[]) with ordinality
                   as sought (province, unit, period, form, change, person, place)
              join form_sheet sheet
                on sheet.province_id = province and sheet.unit_key = unit and sheet.period_key = period
               and sheet.form_key = form
            """)
                .param("provinces", column(openings, one -> one.sheet().province(), Short[]::new))
                .param("units", column(openings, one -> one.sheet().unitKey(), Integer[]::new))
                .param("periods", column(openings, one -> one.sheet().period().key(), Integer[]::new))
                .param("forms", column(openings, Opening::form, Integer[]::new))
                .param("changes", column(openings, Opening::change, UUID[]::new))
                .param("people", column(openings, one -> one.by().value(), UUID[]::new))
                .query(row -> {
                    opened.put(
                            openings.get(row.getInt("place") - 1).sheet(),
                            new Opened(row.getObject("origin", UUID.class), row.getBoolean("sent"), List.of((Integer[])
                                    row.getArray("before").getArray())));
                });
        for (Opening one : openings) {
            if (!opened.containsKey(one.sheet())) {
                opened.put(
                        one.sheet(), new Opened(begin(one.form(), one.sheet()).origin(), false, List.of()));
            }
        }
        return opened;
    }

    /** Begins the form of the unit and period where nobody has yet. */
    Begun begin(int form, Sheet sheet) {
        return of(sheet, """
            insert into form_sheet (province_id, unit_key, period_key, form_key)
            values (:province, :unit, :period, :form)
            on conflict (province_id, unit_key, period_key, form_key) do update set form_key = excluded.form_key
            returning origin, sent_at, null as sent_by
            """).param("form", form).query(EntryRows::begun).single();
    }

    Optional<Begun> begun(int form, Sheet sheet) {
        return of(sheet, """
            select origin, sent_at, account.name as sent_by
              from form_sheet
              left join account on account.id = sent_by
             where province_id = :province and unit_key = :unit and period_key = :period and form_key = :form
            """).param("form", form).query(EntryRows::begun).optional();
    }

    private static Begun begun(ResultSet row, int n) throws SQLException {
        return new Begun(
                row.getObject("origin", UUID.class),
                row.getObject("sent_at", OffsetDateTime.class),
                row.getString("sent_by"));
    }

    /** The official figures of the elements in the periods, each from where the unit stood then; one query. */
    Map<Period, Map<CellKey, Standing>> figures(Sheet sheet, Collection<Integer> elements, Period... periods) {
        Map<Period, Map<CellKey, Standing>> found = new HashMap<>();
        Integer[] keys = new Integer[periods.length];
        for (int i = 0; i < periods.length; i++) {
            keys[i] = periods[i].key();
            found.put(periods[i], new HashMap<>());
        }
        jdbc.sql("""
            with place as (
                select period, (select state.province_id
                                  from unit_state state
                                 where state.unit_id = :id and state.valid_during && period_range(period)
                                 order by lower(state.valid_during) desc nulls last
                                 limit 1) as province
                  from unnest(:periods::int[]) period
            )
            select figure.element_key, figure.breakdown_key, figure.period_key, figure.value, figure.status, entry.at,
                   account.name
              from place
              join data_value figure
                on figure.province_id = place.province and figure.nature = 'A' and figure.period_key = place.period
               and figure.element_key = any(:elements) and figure.unit_key = :unit and figure.reporter_key = 0
              join data_entry entry on entry.province_id = figure.province_id and entry.key = figure.entry_key
              left join account on account.id = entry.by
            """)
                .param("id", sheet.unit().value())
                .param("unit", sheet.unitKey())
                .param("periods", keys)
                .param("elements", elements.toArray(Integer[]::new))
                .query(row -> {
                    found.computeIfAbsent(Period.ofKey(row.getInt("period_key")), any -> new HashMap<>())
                            .put(
                                    key(row),
                                    new Standing(
                                            row.getBigDecimal("value"),
                                            status(row.getString("status")),
                                            row.getObject("at", OffsetDateTime.class),
                                            row.getString("name")));
                });
        return found;
    }

    /** The official figures of the elements of each sheet, without who gave them. Every sheet asked for has an entry. */
    Map<Sheet, Map<CellKey, Figure>> figures(Map<Sheet, Set<Integer>> sought) {
        record Row(Sheet sheet, int element) {}
        Map<Sheet, Map<CellKey, Figure>> found = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        sought.forEach((sheet, elements) -> {
            found.put(sheet, new HashMap<>());
            elements.forEach(element -> rows.add(new Row(sheet, element)));
        });
        jdbc.sql("""
            select place, element_key, breakdown_key, value, status
              from unnest(:provinces::smallint[], :units::int[], :periods::int[], :elements::int[]) with ordinality
                   as sought (province, unit, period, element, place)
             cross join lateral (
                   select element_key, breakdown_key, value, status
                     from data_value
                    where province_id = province and nature = 'A' and period_key = period and element_key = element
                      and unit_key = unit and reporter_key = 0
                   offset 0) figure
            """)
                .param("provinces", column(rows, row -> row.sheet().province(), Short[]::new))
                .param("units", column(rows, row -> row.sheet().unitKey(), Integer[]::new))
                .param("periods", column(rows, row -> row.sheet().period().key(), Integer[]::new))
                .param("elements", column(rows, Row::element, Integer[]::new))
                .query(row -> {
                    Sheet sheet = rows.get(row.getInt("place") - 1).sheet();
                    found.computeIfAbsent(sheet, any -> new HashMap<>())
                            .put(key(row), new Figure(row.getBigDecimal("value"), status(row.getString("status"))));
                });
        return found;
    }

    /** The cells that the entries changed. */
    Set<CellKey> changed(Sheet sheet, Collection<Integer> entries, Collection<Integer> elements) {
        Set<CellKey> changed = new HashSet<>();
        of(sheet, """
            select element_key, breakdown_key
              from data_value
             where province_id = :province and nature = 'A' and element_key = any(:elements) and period_key = :period
               and unit_key = :unit and reporter_key = 0 and entry_key = any(:entries)
             union
            select element_key, breakdown_key
              from data_value_history
             where province_id = :province and nature = 'A' and element_key = any(:elements) and period_key = :period
               and unit_key = :unit and reporter_key = 0
               and (entry_key = any(:entries) or replacing_key = any(:entries))
            """)
                .param("entries", entries.toArray(Integer[]::new))
                .param("elements", elements.toArray(Integer[]::new))
                .query(row -> {
                    changed.add(key(row));
                });
        return changed;
    }

    /** Who emptied a cell last, and when. */
    Optional<Outcome.Clash> takenAway(Sheet sheet, CellKey cell) {
        return of(sheet, """
            select replaced_at, account.name
              from data_value_history history
              left join account on account.id = replaced_by
             where province_id = :province and nature = 'A' and element_key = :element and period_key = :period
               and unit_key = :unit and breakdown_key = :breakdown and reporter_key = 0
             order by history.id desc
             limit 1
            """)
                .param("element", cell.element())
                .param("breakdown", cell.breakdown().key())
                .query((row, n) -> new Outcome.Clash(
                        null, row.getString("name"), row.getObject("replaced_at", OffsetDateTime.class)))
                .optional();
    }

    Map<CellKey, Said> said(Sheet sheet) {
        Map<CellKey, Said> said = new HashMap<>();
        of(sheet, """
            select distinct on (element_key, breakdown_key) element_key, breakdown_key, flagged,
                   (count(*) filter (where text <> '') over (partition by element_key, breakdown_key))::integer as remarks
              from entry_remark
             where province_id = :province and unit_key = :unit and period_key = :period
             order by element_key, breakdown_key, id desc
            """).query(row -> {
            said.put(key(row), new Said(row.getInt("remarks"), row.getBoolean("flagged")));
        });
        return said;
    }

    void remark(Sheet sheet, CellKey cell, boolean flagged, String text, OffsetDateTime at, AccountId by) {
        of(sheet, """
            insert into entry_remark (province_id, unit_key, period_key, element_key, breakdown_key, at, by, flagged, text)
            values (:province, :unit, :period, :element, :breakdown, :at, :by, :flagged, :text)
            """)
                .param("element", cell.element())
                .param("breakdown", cell.breakdown().key())
                .param("at", at)
                .param("by", by.value())
                .param("flagged", flagged)
                .param("text", text)
                .update();
    }

    List<CellHistory.Remark> remarks(Sheet sheet, CellKey cell) {
        return of(sheet, """
            select at, account.name, flagged, text
              from entry_remark
              left join account on account.id = by
             where province_id = :province and unit_key = :unit and period_key = :period
               and element_key = :element and breakdown_key = :breakdown
             order by entry_remark.id desc
            """)
                .param("element", cell.element())
                .param("breakdown", cell.breakdown().key())
                .query((row, n) -> new CellHistory.Remark(
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("name"),
                        row.getBoolean("flagged"),
                        row.getString("text")))
                .list();
    }

    /** Every figure that stood there, and every time one was taken away without another in its place. */
    List<CellHistory.Step> steps(Sheet sheet, CellKey cell) {
        return of(sheet, """
            with stood as (
                select value, entry_key, null::integer as replacing_key
                  from data_value
                 where province_id = :province and nature = 'A' and element_key = :element and period_key = :period
                   and unit_key = :unit and breakdown_key = :breakdown and reporter_key = 0
                 union all
                select value, entry_key, replacing_key
                  from data_value_history
                 where province_id = :province and nature = 'A' and element_key = :element and period_key = :period
                   and unit_key = :unit and breakdown_key = :breakdown and reporter_key = 0
            ), step as (
                select value, entry_key from stood
                 union all
                select null, replacing_key
                  from stood
                 where replacing_key is not null
                   and not exists (select 1 from stood next where next.entry_key = stood.replacing_key)
            )
            select step.value, at, account.name, reason, imported
              from step
              join data_entry entry on entry.province_id = :province and entry.key = step.entry_key
              left join account on account.id = entry.by
             order by at desc, entry.key desc
            """)
                .param("element", cell.element())
                .param("breakdown", cell.breakdown().key())
                .query((row, n) -> new CellHistory.Step(
                        row.getBigDecimal("value"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("name"),
                        row.getString("reason"),
                        row.getBoolean("imported")))
                .list();
    }

    private JdbcClient.StatementSpec of(Sheet sheet, String sql) {
        return jdbc.sql(sql)
                .param("province", sheet.province())
                .param("unit", sheet.unitKey())
                .param("period", sheet.period().key());
    }

    private static CellKey key(ResultSet row) throws SQLException {
        return new CellKey(row.getInt("element_key"), new Breakdown(row.getInt("breakdown_key")));
    }

    private static ValueStatus status(String letter) {
        return switch (letter) {
            case "D" -> ValueStatus.DRAFT;
            case "S" -> ValueStatus.SUBMITTED;
            default -> ValueStatus.ACCEPTED;
        };
    }
}
