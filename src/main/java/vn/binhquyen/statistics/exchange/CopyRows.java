package vn.binhquyen.statistics.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.util.PSQLState;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Rows on their way into a table by {@code copy}, on the connection of the transaction, with which they are undone. */
final class CopyRows implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final DataSource source;
    private final Connection connection;
    private final PGCopyOutputStream copy;
    private final Writer out;
    private final StringBuilder line = new StringBuilder(64);

    private CopyRows(DataSource source, Connection connection, PGCopyOutputStream copy) {
        this.source = source;
        this.connection = connection;
        this.copy = copy;
        this.out = new BufferedWriter(new OutputStreamWriter(copy, StandardCharsets.US_ASCII), BUFFER);
    }

    /** @param columns a table, with the names of those that are sent */
    static CopyRows into(DataSource source, String columns) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return new CopyRows(
                    source,
                    connection,
                    new PGCopyOutputStream(
                            connection.unwrap(PGConnection.class), "copy " + columns + " from stdin", BUFFER));
        } catch (SQLException failure) {
            DataSourceUtils.releaseConnection(connection, source);
            throw new Failed(failure);
        }
    }

    /** The server did not take what was sent. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Failed(Exception cause) {
            super(cause);
        }

        /** Whether one of the rows was there before. */
        boolean isDuplicate() {
            return getCause() instanceof IOException sending
                    && sending.getCause() instanceof SQLException refused
                    && PSQLState.UNIQUE_VIOLATION.getState().equals(refused.getSQLState());
        }
    }

    CopyRows number(int value) {
        line.append(value).append('\t');
        return this;
    }

    /** @param value without tabs, ends of lines and backslashes */
    CopyRows text(String value) {
        line.append(value).append('\t');
        return this;
    }

    void end() {
        line.setCharAt(line.length() - 1, '\n');
        try {
            out.append(line);
        } catch (IOException failure) {
            throw new Failed(failure);
        }
        line.setLength(0);
    }

    /** What was sent is taken; without this, {@link #close} takes it back and leaves the transaction to be rolled back. */
    void finish() {
        try {
            out.close();
        } catch (IOException failure) {
            throw new Failed(failure);
        }
    }

    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException failure) {
            throw new Failed(failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
