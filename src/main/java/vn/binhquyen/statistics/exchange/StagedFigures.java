package vn.binhquyen.statistics.exchange;

import java.io.IOException;
import java.io.InputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.exchange.FigureImports.Origin;
import vn.binhquyen.statistics.exchange.FigureImports.Report;
import vn.binhquyen.statistics.quality.LockedFigures;

/**
 * The way of any file of figures: the rows go to a table of the transaction's own, are held there against what is known, and
 * go on to the figures in one statement; what was there before stays in the history.
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
            select given.province_id, unit_key, element_key, period_key, 'A', breakdown_key, 0, value, 'A', entry.key
              from figure_import given
              join data_entry entry on entry.province_id = given.province_id and entry.origin = :origin
             order by given.province_id, period_key, element_key, unit_key, breakdown_key
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
        select (count(*) filter (where was is null))::integer as added, (select count(*)::integer from kept) as changed
          from put
        """;

    private final JdbcClient jdbc;
    private final DataSource source;
    private final Breakdowns breakdowns;
    private final LockedFigures locked;

    StagedFigures(JdbcClient jdbc, DataSource source, Breakdowns breakdowns, LockedFigures locked) {
        this.jdbc = jdbc;
        this.source = source;
        this.breakdowns = breakdowns;
        this.locked = locked;
    }

    Report foresee(FigureCodes codes, FigureFormat format, InputStream file) throws IOException {
        RowChecks checks = stage(codes, format, file);
        Report report = checks.errors().isEmpty() ? foreseen(checks) : checks.report(0, 0);
        jdbc.sql("drop table figure_import").update();
        return report;
    }

    Report take(Origin origin, FigureCodes codes, FigureFormat format, InputStream file) throws IOException {
        RowChecks checks = stage(codes, format, file);
        Report report = checks.errors().isEmpty() ? put(origin, codes, checks) : checks.report(0, 0);
        jdbc.sql("drop table figure_import").update();
        return report;
    }

    private RowChecks stage(FigureCodes codes, FigureFormat format, InputStream file) throws IOException {
        jdbc.sql(STAGED).update();
        RowChecks checks = new RowChecks(codes);
        try (CopyRows copy = CopyRows.into(source, "figure_import")) {
            format.read(
                    file,
                    given -> checks.row(
                            given,
                            (figure, unit, element, period, breakdown) -> copy.number(figure.row())
                                    .number(unit.key())
                                    .number(element)
                                    .number(period.key())
                                    .number(breakdown)
                                    .number(unit.province())
                                    .text(figure.value())
                                    .end()));
            copy.finish();
        }
        if (checks.errors().isEmpty()) {
            jdbc.sql("analyze figure_import").update();
            jdbc.sql("set local work_mem = '64MB'").update();
            twice(checks);
            reported(checks);
            locked.among(
                    "figure_import", RowChecks.SHOWN, (by, row) -> checks.wrong(row, "statistics.import.locked", by));
        }
        return checks;
    }

    /** A file that gives one figure twice does not say which counts. */
    private void twice(RowChecks checks) {
        jdbc.sql("""
            select max(file_row) as again
              from figure_import
             group by province_id, element_key, period_key, unit_key, breakdown_key
            having count(*) > 1
             order by 1
             limit :limit
            """).param("limit", RowChecks.SHOWN).query(row -> {
            checks.wrong(row.getInt("again"), "statistics.import.twice", "");
        });
    }

    /** What stands in an approved report is changed by a report. */
    private void reported(RowChecks checks) {
        jdbc.sql("select file_row, given.value from figure_import given " + PRESENT + """
              join data_entry entry on entry.province_id = present.province_id and entry.key = present.entry_key
             where not entry.imported and present.value <> given.value
             order by file_row
             limit :limit
            """)
                .param("limit", RowChecks.SHOWN)
                .query(row -> {
                    checks.wrong(row.getInt("file_row"), "statistics.import.reported", row.getString("value"));
                });
    }

    private Report foreseen(RowChecks checks) {
        return jdbc.sql("""
            select (count(*) filter (where present.value is null))::integer as added,
                   (count(*) filter (where present.value <> given.value))::integer as changed
              from figure_import given
              left\
            """ + " " + PRESENT)
                .query((row, n) -> checks.report(row.getInt("added"), row.getInt("changed")))
                .single();
    }

    private Report put(Origin origin, FigureCodes codes, RowChecks checks) {
        codes.takeIn(breakdowns);
        jdbc.sql("""
            insert into data_entry (province_id, origin, at, by, imported)
            select distinct province_id, :origin::uuid, :at::timestamptz, :by::uuid, true from figure_import
            """)
                .param("origin", origin.id())
                .param("at", origin.at())
                .param("by", origin.by())
                .update();
        Report report = jdbc.sql(REPLACED)
                .param("origin", origin.id())
                .param("now", origin.at())
                .param("actor", origin.by())
                .query((row, n) -> checks.report(row.getInt("added"), row.getInt("changed")))
                .single();
        jdbc.sql("""
            insert into rollup_due (province_id, element_key, period_key, in_bulk)
            select distinct province_id, element_key, period_key, :inBulk from figure_import
            """).param("inBulk", checks.areMany()).update();
        jdbc.sql("""
            insert into finding_due (province_id, unit_key, period_key)
            select distinct province_id, unit_key, period_key from figure_import
            """).update();
        return report;
    }
}
