package vn.binhquyen.statistics.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.binhquyen.statistics.exchange.FigureImports.Origin;
import vn.binhquyen.statistics.exchange.FigureImports.Report;

/**
 * The way of however many figures: read once as they come, the new ones go to where they stay and the others over a table of the
 * transaction's own. Where that turns out not to be possible, the file is read again and all of it goes over the table.
 */
@Component
class ManyFigures {
    private final JdbcClient jdbc;
    private final DataSource source;
    private final StagedFigures staged;
    private final Clock clock;

    ManyFigures(JdbcClient jdbc, DataSource source, StagedFigures staged, Clock clock) {
        this.jdbc = jdbc;
        this.source = source;
        this.staged = staged;
        this.clock = clock;
    }

    /**
     * A file, and how it is read.
     *
     * @param together so many rows are looked at together
     * @param sample by so many units and elements it is guessed whether their figures are new
     */
    record Rows(FigureFormat format, FigureCodes codes, int together, int sample) {
        /** Sends on what is right, until something is wrong: then nothing of the file is taken. */
        private RowChecks read(InputStream file, Consumer<List<FigureRow>> to) throws IOException {
            RowChecks checks = new RowChecks(codes);
            List<FigureRow> rows = new ArrayList<>();
            format.read(file, given -> {
                FigureRow row = checks.row(given);
                if (row != null && checks.errors().isEmpty()) {
                    rows.add(row);
                }
                if (rows.size() == together) {
                    to.accept(rows);
                    rows.clear();
                }
            });
            if (checks.errors().isEmpty()) {
                to.accept(rows);
            }
            return checks;
        }
    }

    /** What {@link #take} would do. */
    Report foresee(Rows rows, InputStream file) throws IOException {
        staged.open();
        RowChecks checks = rows.read(file, staged::add);
        staged.filled();
        staged.check(checks);
        Report report = checks.errors().isEmpty() ? staged.foresee(checks) : checks.report(0, 0);
        staged.close();
        return report;
    }

    /** Nothing of a file with errors is left. */
    Report take(Origin origin, Rows rows, InputStream file) throws IOException {
        TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
        Object before = transaction.createSavepoint();
        Map<Short, Integer> entries = entries(rows.codes().provinces());
        try (RereadFile content = new RereadFile(file)) {
            Optional<Report> report = takeQuickly(origin, rows, content.first(), entries);
            while (report.isEmpty()) {
                transaction.rollbackToSavepoint(before);
                report = takeStaged(origin, rows, content.again(), entries);
            }
            if (!report.get().errors().isEmpty()) {
                transaction.rollbackToSavepoint(before);
            }
            return report.get();
        }
    }

    /** Empty where a figure is given twice or was given meanwhile, or something is locked: the whole file tells which. */
    private Optional<Report> takeQuickly(Origin origin, Rows rows, InputStream file, Map<Short, Integer> entries)
            throws IOException {
        StraightFigures straight = new StraightFigures(jdbc, source, entries, rows.sample());
        TouchedSheets touched = new TouchedSheets();
        staged.open();
        RowChecks checks;
        try {
            checks = rows.read(file, some -> {
                touched.add(some);
                staged.add(straight.take(some));
            });
        } catch (CopyRows.Failed failure) {
            if (failure.isDuplicate()) {
                return Optional.empty();
            }
            throw failure;
        }
        staged.filled();
        boolean askable = checks.errors().isEmpty() && straight.taken() > 0;
        return askable && (touched.isAnyLocked(jdbc, LocalDate.now(clock)) || staged.standsUnder(entries.values()))
                ? Optional.empty()
                : put(origin, rows, checks, touched, entries, straight.taken());
    }

    /** Empty where a figure was given meanwhile. */
    private Optional<Report> takeStaged(Origin origin, Rows rows, InputStream file, Map<Short, Integer> entries)
            throws IOException {
        TouchedSheets touched = new TouchedSheets();
        staged.open();
        RowChecks checks = rows.read(file, some -> {
            touched.add(some);
            staged.add(some);
        });
        staged.filled();
        return put(origin, rows, checks, touched, entries, 0);
    }

    /** @param taken so many figures stand where they stay already */
    private Optional<Report> put(
            Origin origin, Rows rows, RowChecks checks, TouchedSheets touched, Map<Short, Integer> entries, int taken) {
        staged.check(checks);
        if (!checks.errors().isEmpty()) {
            return Optional.of(checks.report(0, 0));
        }
        Optional<Report> others = staged.put(origin, rows.codes(), entries, checks);
        if (others.isPresent()) {
            staged.close();
            enter(origin, entries, touched.provinces());
            touched.note(jdbc, checks.areMany());
        }
        return others.map(report -> checks.report(taken + report.added(), report.changed()));
    }

    /** The keys of entries that figures of the provinces will name, kept free before it is known where there will be any. */
    private Map<Short, Integer> entries(Set<Short> provinces) {
        Map<Short, Integer> keys = new HashMap<>();
        jdbc.sql("select province_id, nextval('data_entry_key') as key from unnest(:provinces::smallint[]) province_id")
                .param("provinces", provinces.toArray(Short[]::new))
                .query(row -> {
                    keys.put(row.getShort("province_id"), row.getInt("key"));
                });
        return keys;
    }

    private void enter(Origin origin, Map<Short, Integer> entries, Short[] provinces) {
        jdbc.sql("""
            insert into data_entry (province_id, key, origin, at, by, imported)
            select province_id, key, :origin, :at, :by, true
              from unnest(:provinces::smallint[], :keys::int[]) entry (province_id, key)
            """)
                .param("origin", origin.id())
                .param("at", origin.at())
                .param("by", origin.by())
                .param("provinces", provinces)
                .param("keys", Arrays.stream(provinces).map(entries::get).toArray(Integer[]::new))
                .update();
    }
}
