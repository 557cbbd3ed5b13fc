package vn.binhquyen.statistics.exchange;

import static vn.binhquyen.kernel.Columns.column;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.statistics.BreakdownKeys;
import vn.binhquyen.statistics.exchange.FigureImports.Origin;
import vn.binhquyen.statistics.exchange.FigureImports.Report;
import vn.binhquyen.statistics.quality.LockedFigures;

/**
 * The way of any figures: rows go to a table of the transaction's own, are held there against what is known, and go on to the
 * figures in one statement; what was there before stays in the history.
 */
@Component
class StagedFigures {
    private static final String STAGED = """
        create temporary table figure_import (
            file_row integer, unit_key integer, element_key integer, period_key integer, breakdown_key integer,
            province_id smallint, value numeric
        ) on commit drop
        """;

    /** The figure that stands where one is given. */
    private static final String PRESENT = """
              join data_value present
                on present.province_id = given.province_id and present.nature = 'A'
               and present.element_key = given.element_key and present.period_key = given.period_key
               and present.unit_key = given.unit_key and present.breakdown_key = given.breakdown_key
               and present.reporter_key = 0
        """;

    private static final String REPLACED = """
        with put as (
            insert into data_value (province_id, unit_key, element_key, period_key, nature, breakdown_key,
                                    reporter_key, value, status, entry_key)
            select province_id, unit_key, element_key, period_key, 'A', breakdown_key, 0, value, 'A', entry.key
              from figure_import given
              join unnest(:provinces::smallint[], :entries::int[]) entry (province_id, key) using (province_id)
             order by province_id, period_key, element_key, unit_key, breakdown_key
            on conflict (province_id, nature, element_key, period_key, unit_key, breakdown_key, reporter_key)
            do update set value = excluded.value, status = excluded.status, entry_key = excluded.entry_key
                   where data_value.value <> excluded.value
            returning new.*, old.value as was, old.status as was_status, old.entry_key as was_entry
        ), kept as (
            insert into data_value_history (province_id, unit_key, element_key, period_key, nature, breakdown_key,
                                            reporter_key, value, status, entry_key, replaced_at, replaced_by)
            select province_id, unit_key, element_key, period_key, nature, breakdown_key,
                   reporter_key, was, was_status, was_entry, :now, :actor
              from put
             where was is not null
            returning 1
        )
        select (count(*) filter (where was is null))::integer as added, (select count(*)::integer from kept) as changed,
               exists (select 1
                         from (select distinct province_id, was_entry from put where was is not null) replaced
                         left join data_entry entry on entry.province_id = replaced.province_id and entry.key = was_entry
                        where entry.imported is not true) as meanwhile
          from put
        """;

    private final JdbcClient jdbc;
    private final DataSource source;
    private final BreakdownKeys breakdowns;
    private final LockedFigures locked;

    StagedFigures(JdbcClient jdbc, DataSource source, BreakdownKeys breakdowns, LockedFigures locked) {
        this.jdbc = jdbc;
        this.source = source;
        this.breakdowns = breakdowns;
        this.locked = locked;
    }

    void open() {
        jdbc.sql(STAGED).update();
    }

    /** All rows are there. */
    void filled() {
        jdbc.sql("analyze figure_import").update();
        jdbc.sql("set local work_mem = '64MB'").update();
    }

    void close() {
        jdbc.sql("drop table figure_import").update();
    }

    void add(List<FigureRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (CopyRows copy = CopyRows.into(source, "figure_import")) {
            rows.forEach(row -> copy.number(row.row())
                    .number(row.unit().key())
                    .number(row.element())
                    .number(row.period().key())
                    .number(row.breakdown())
                    .number(row.province())
                    .text(row.value())
                    .end());
            copy.finish();
        }
    }

    /** Holds the rows against one another and against what is known, where each for itself is right. */
    void check(RowChecks checks) {
        if (!checks.errors().isEmpty()) {
            return;
        }
        twice(checks);
        reported(checks);
        locked.among("figure_import", RowChecks.SHOWN, (by, row) -> checks.locked(row, by));
    }

    private void twice(RowChecks checks) {
        jdbc.sql("""
            select max(file_row) as again
              from figure_import
             group by province_id, element_key, period_key, unit_key, breakdown_key
            having count(*) > 1
             order by 1
             limit :limit
            """).param("limit", RowChecks.SHOWN).query(row -> {
            checks.twice(row.getInt("again"));
        });
    }

    private void reported(RowChecks checks) {
        jdbc.sql("select file_row, given.value from figure_import given " + PRESENT + """
              left join data_entry entry on entry.province_id = present.province_id and entry.key = present.entry_key
             where entry.imported is not true and present.value <> given.value
             order by file_row
             limit :limit
            """)
                .param("limit", RowChecks.SHOWN)
                .query(row -> {
                    checks.reported(row.getInt("file_row"), row.getString("value"));
                });
    }

    /** Whether one of the rows stands already under one of the entries. */
    boolean standsUnder(Collection<Integer> entries) {
        return jdbc.sql("select exists (select 1 from figure_import given " + PRESENT
                        + " where present.entry_key = any(:entries))")
                .param("entries", entries.toArray(Integer[]::new))
                .query(Boolean.class)
                .single();
    }

    Report foresee(RowChecks checks) {
        return jdbc.sql("""
            select (count(*) filter (where present.value is null))::integer as added,
                   (count(*) filter (where present.value <> given.value))::integer as changed
              from figure_import given
              left\
            """ + " " + PRESENT)
                .query((row, n) -> checks.report(row.getInt("added"), row.getInt("changed")))
                .single();
    }

    /**
     * @param entries the keys of the entries that the figures name, by province
     * @return empty where a figure that would be another one was given since the rows were held against it: nothing may be left then
     */
    Optional<Report> put(Origin origin, FigureCodes codes, Map<Short, Integer> entries, RowChecks checks) {
        name(codes.takeIn(breakdowns));
        return jdbc.sql(REPLACED)
                .param("provinces", column(entries.keySet(), province -> province, Short[]::new))
                .param("entries", column(entries.values(), key -> key, Integer[]::new))
                .param("now", origin.at())
                .param("actor", origin.by())
                .query((row, n) -> row.getBoolean("meanwhile")
                        ? Optional.<Report>empty()
                        : Optional.of(checks.report(row.getInt("added"), row.getInt("changed"))))
                .single();
    }

    /** The rows name combinations by their numbers, and no longer by the provisional ones. */
    private void name(Map<Integer, Integer> combinations) {
        if (combinations.isEmpty()) {
            return;
        }
        jdbc.sql("""
            update figure_import
               set breakdown_key = taken.key
              from unnest(:provisional::int[], :keys::int[]) taken (provisional, key)
             where breakdown_key = taken.provisional
            """)
                .param("provisional", column(combinations.keySet(), key -> key, Integer[]::new))
                .param("keys", column(combinations.values(), key -> key, Integer[]::new))
                .update();
    }
}
