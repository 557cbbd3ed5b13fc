package vn.binhquyen.statistics.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows of numbers on their way into a table by {@code copy}. What was sent before a failure is undone with the transaction. */
final class CopyRows implements AutoCloseable {
    private final Writer out;
    private final StringBuilder line = new StringBuilder(64);

    private CopyRows(Writer out) {
        this.out = out;
    }

    static CopyRows into(PGConnection connection, String table) throws SQLException {
        return new CopyRows(new BufferedWriter(
                new OutputStreamWriter(
                        new PGCopyOutputStream(connection, "copy " + table + " from stdin", 1 << 16),
                        StandardCharsets.US_ASCII),
                1 << 16));
    }

    void row(int file, int unit, int element, int period, int breakdown, short province, String value) {
        line.setLength(0);
        line.append(file)
                .append('\t')
                .append(unit)
                .append('\t')
                .append(element)
                .append('\t')
                .append(period);
        line.append('\t')
                .append(breakdown)
                .append('\t')
                .append(province)
                .append('\t')
                .append(value)
                .append('\n');
        try {
            out.append(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
