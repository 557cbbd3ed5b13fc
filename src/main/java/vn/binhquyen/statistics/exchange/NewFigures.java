package vn.binhquyen.statistics.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.exchange.FigureImports.Origin;
import vn.binhquyen.statistics.exchange.FigureImports.Report;

/**
 * The quick way of a file with figures that nobody gave before, of sheets that nobody locked: each row goes to the figures
 * while it is read. A file that holds anything else goes the longer way, over {@link StagedFigures}.
 */
@Component
class NewFigures {
    /** So many rows are sorted at a time. */
    private static final int SORTED = 200_000;

    /** So many of so many are sent in the first go: somewhat more than half, so that no page overflows in the second. */
    private static final int FIRST = 11;

    private static final int OF = 20;

    private static final String FIGURES = """
        data_value (province_id, unit_key, element_key, period_key, nature, breakdown_key, reporter_key, value, status,
                    entry_key)
        """;

    private final JdbcClient jdbc;
    private final DataSource source;
    private final Clock clock;

    NewFigures(JdbcClient jdbc, DataSource source, Clock clock) {
        this.jdbc = jdbc;
        this.source = source;
        this.clock = clock;
    }

    /** Empty where the file has to go the longer way. Nothing of it is left then, nor where it has errors. */
    Optional<Report> take(Origin origin, FigureCodes codes, FigureFormat format, InputStream file) throws IOException {
        TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
        Object before = transaction.createSavepoint();
        RowChecks checks = new RowChecks(codes);
        TouchedSheets touched = new TouchedSheets();
        Map<Short, Integer> keys = keys(codes.provinces());
        boolean copied = copy(format, file, checks, touched, keys);
        if (copied && checks.errors().isEmpty() && !touched.isAnyLocked(jdbc, LocalDate.now(clock))) {
            enter(origin, keys, touched.provinces());
            touched.note(jdbc, checks.areMany());
            return Optional.of(checks.report(checks.rows(), 0));
        }
        transaction.rollbackToSavepoint(before);
        return copied && !checks.errors().isEmpty() ? Optional.of(checks.report(0, 0)) : Optional.empty();
    }

    /** The number of the entry that figures of a province will name, kept free before it is known where there will be any. */
    private Map<Short, Integer> keys(Set<Short> provinces) {
        Map<Short, Integer> keys = new HashMap<>();
        jdbc.sql("select province_id, nextval('data_entry_key') as key from unnest(:provinces::smallint[]) province_id")
                .param("provinces", provinces.toArray(Short[]::new))
                .query(row -> {
                    keys.put(row.getShort("province_id"), row.getInt("key"));
                });
        return keys;
    }

    private void enter(Origin origin, Map<Short, Integer> keys, Short[] provinces) {
        jdbc.sql("""
            insert into data_entry (province_id, key, origin, at, by, imported)
            select province_id, key, :origin, :at, :by, true
              from unnest(:provinces::smallint[], :keys::int[]) entry (province_id, key)
            """)
                .param("origin", origin.id())
                .param("at", origin.at())
                .param("by", origin.by())
                .param("provinces", provinces)
                .param("keys", Arrays.stream(provinces).map(keys::get).toArray(Integer[]::new))
                .update();
    }

    /** Whether the file could be read to its end this way. */
    private boolean copy(
            FigureFormat format, InputStream file, RowChecks checks, TouchedSheets touched, Map<Short, Integer> keys)
            throws IOException {
        try (CopyRows copy = CopyRows.into(source, FIGURES)) {
            List<Row> rows = new ArrayList<>();
            format.read(
                    file,
                    given -> checks.row(given, (figure, unit, element, period, breakdown) -> {
                        if (!checks.errors().isEmpty()) {
                            return;
                        }
                        if (FigureCodes.isProvisional(breakdown)) {
                            throw new LongerWay();
                        }
                        touched.add(unit, element, period);
                        rows.add(
                                new Row(unit.province(), element, period.key(), unit.key(), breakdown, figure.value()));
                        if (rows.size() == SORTED) {
                            send(rows, copy, keys);
                        }
                    }));
            send(rows, copy, keys);
            copy.finish();
            return true;
        } catch (LongerWay combination) {
            return false;
        } catch (CopyRows.Failed failure) {
            if (failure.isDuplicate()) {
                return false;
            }
            throw failure;
        }
    }

    private record Row(short province, int element, int period, int unit, int breakdown, String value) {
        /** As the key of the table has them. */
        static final Comparator<Row> ORDER = Comparator.<Row>comparingInt(Row::province)
                .thenComparingInt(Row::period)
                .thenComparingInt(Row::element)
                .thenComparingInt(Row::unit)
                .thenComparingInt(Row::breakdown);
    }

    /**
     * In the order of the key, which is quick, and in two goes: where rows come in order between others, an index splits each
     * page that is full into two halves and never comes back to the first. The second go fills what the first left.
     */
    private static void send(List<Row> rows, CopyRows copy, Map<Short, Integer> keys) {
        rows.sort(Row.ORDER);
        for (boolean first : new boolean[] {true, false}) {
            for (int i = 0; i < rows.size(); i++) {
                if (i % OF < FIRST == first) {
                    send(rows.get(i), copy, keys);
                }
            }
        }
        rows.clear();
    }

    private static void send(Row row, CopyRows copy, Map<Short, Integer> keys) {
        copy.number(row.province())
                .number(row.unit())
                .number(row.element())
                .number(row.period())
                .text("A")
                .number(row.breakdown())
                .number(Sheet.OFFICIAL)
                .text(row.value())
                .text("A")
                .number(Objects.requireNonNull(keys.get(row.province())))
                .end();
    }

    /** A combination of breakdowns was met for the first time: figures get its number when the whole file is known. */
    private static final class LongerWay extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
