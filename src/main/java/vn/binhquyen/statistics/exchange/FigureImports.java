package vn.binhquyen.statistics.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.quality.LockedFigures;

/**
 * Figures in bulk: all of a file or none. The rows are checked while they are sent to a table of the transaction's own, and
 * go from there to the figures in one statement; what was there before stays in the history.
 */
@Service
public class FigureImports {
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

    private static final String ADDED = """
        with put as (
            insert into data_value (province_id, unit_key, element_key, period_key, nature, breakdown_key,
                                    reporter_key, value, status, entry_key)
            select given.province_id, unit_key, element_key, period_key, 'A', breakdown_key, 0, value, 'A', entry.key
              from figure_import given
              join data_entry entry on entry.province_id = given.province_id and entry.origin = :origin
             order by given.province_id, element_key, period_key, unit_key, breakdown_key
        )
        select count(*)::integer as added, 0 as changed, :now::timestamptz as at, :actor::uuid as by from figure_import
        """;

    private static final String REPLACED = """
        with put as (
            insert into data_value (province_id, unit_key, element_key, period_key, nature, breakdown_key,
                                    reporter_key, value, status, entry_key)
            select given.province_id, unit_key, element_key, period_key, 'A', breakdown_key, 0, value, 'A', entry.key
              from figure_import given
              join data_entry entry on entry.province_id = given.province_id and entry.origin = :origin
             order by given.province_id, element_key, period_key, unit_key, breakdown_key
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
    private final AuditLog audit;
    private final Clock clock;

    FigureImports(
            JdbcClient jdbc,
            DataSource source,
            Breakdowns breakdowns,
            LockedFigures locked,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.source = source;
        this.breakdowns = breakdowns;
        this.locked = locked;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param rows how many figures the file gives
     * @param added how many there were not before
     * @param changed how many were another number
     * @param errors why nothing was taken; empty where all was
     */
    public record Report(int rows, int added, int changed, List<RowError> errors) {}

    /**
     * What is wrong with a row of the file.
     *
     * @param code key of the message that says it
     * @param value what stands there
     */
    public record RowError(int row, String code, String value) {}

    /**
     * Takes the figures of a file for the units at and below one.
     *
     * @param dry only looks whether it could be done
     * @throws vn.binhquyen.kernel.Refused where it is no such file at all
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional
    public Report take(Actor actor, UnitId root, FigureFormat format, InputStream file, boolean dry) {
        jdbc.sql(STAGED).update();
        FigureCodes codes = FigureCodes.load(jdbc, root, LocalDate.now(clock));
        RowChecks checks = new RowChecks(codes);
        stage(format, file, checks);
        boolean first = false;
        if (checks.errors().isEmpty()) {
            jdbc.sql("analyze figure_import").update();
            jdbc.sql("set local work_mem = '64MB'").update();
            first = isFirst();
            if (dry || !first) {
                twice(checks);
                reported(checks);
            }
            locked.among(
                    "figure_import", RowChecks.SHOWN, (by, row) -> checks.wrong(row, "statistics.import.locked", by));
        }
        Report report = checks.errors().isEmpty()
                ? dry ? foreseen(checks.rows()) : put(actor, codes, checks, first)
                : new Report(checks.rows(), 0, 0, checks.errors());
        jdbc.sql("drop table figure_import").update();
        return report;
    }

    /** Whether nobody gave anything yet of these things in these provinces and periods: then all of it is new. */
    private boolean isFirst() {
        return jdbc.sql("""
            select not exists (
                select 1
                  from (select distinct province_id, element_key, period_key from figure_import) given
                  join data_value using (province_id, element_key, period_key)
                 where nature = 'A')
            """).query(Boolean.class).single();
    }

    /** What is new goes in without a look at what was; that a file names a figure twice is found by the key alone. */
    private Report put(Actor actor, FigureCodes codes, RowChecks checks, boolean first) {
        if (first) {
            TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
            Object before = transaction.createSavepoint();
            try {
                return put(actor, codes, checks.rows(), ADDED);
            } catch (DuplicateKeyException twice) {
                transaction.rollbackToSavepoint(before);
                twice(checks);
                if (!checks.errors().isEmpty()) {
                    return new Report(checks.rows(), 0, 0, checks.errors());
                }
            }
        }
        return put(actor, codes, checks.rows(), REPLACED);
    }

    private void stage(FigureFormat format, InputStream file, RowChecks checks) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (CopyRows copy = CopyRows.into(connection.unwrap(PGConnection.class), "figure_import")) {
            format.read(
                    file,
                    given -> checks.row(
                            given,
                            (figure, unit, element, period, breakdown) -> copy.row(
                                    figure.row(),
                                    unit.key(),
                                    element,
                                    period.key(),
                                    breakdown,
                                    unit.province(),
                                    figure.value())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
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

    private Report foreseen(int rows) {
        return jdbc.sql("""
            select (count(*) filter (where present.value is null))::integer as added,
                   (count(*) filter (where present.value <> given.value))::integer as changed
              from figure_import given
              left\
            """ + " " + PRESENT)
                .query((row, n) -> new Report(rows, row.getInt("added"), row.getInt("changed"), List.of()))
                .single();
    }

    private Report put(Actor actor, FigureCodes codes, int rows, String sql) {
        codes.takeIn(breakdowns);
        UUID origin = UUID.randomUUID();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
            insert into data_entry (province_id, origin, at, by, imported)
            select distinct province_id, :origin::uuid, :now::timestamptz, :actor::uuid, true from figure_import
            """)
                .param("origin", origin)
                .param("now", now)
                .param("actor", actor.account().value())
                .update();
        Report report = jdbc.sql(sql)
                .param("origin", origin)
                .param("now", now)
                .param("actor", actor.account().value())
                .query((row, n) -> new Report(rows, row.getInt("added"), row.getInt("changed"), List.of()))
                .single();
        jdbc.sql("""
            insert into rollup_due (province_id, element_key, period_key)
            select distinct province_id, element_key, period_key from figure_import
            """).update();
        jdbc.sql("""
            insert into finding_due (province_id, unit_key, period_key)
            select distinct province_id, unit_key, period_key from figure_import
            """).update();
        audit.record(
                actor,
                "figures-imported",
                "import",
                origin,
                Map.of("rows", rows, "added", report.added(), "changed", report.changed()));
        return report;
    }
}
