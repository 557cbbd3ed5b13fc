package vn.binhquyen.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows that an installation of an earlier version held, kept under {@code src/test/resources/filled} as
 * {@code <version of its schema>.zip}, one file a table, so that the migrations of today are tried on a filled database.
 *
 * <p>A landing that changes tables adds one: {@code FilledDatabase.main} writes it from the data folder of a stopped
 * installation of the version before.
 */
public final class FilledDatabase {
    private static final String TABLES = """
        select quote_ident(relname) from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
         order by relname
        """;
    private static final String SEQUENCES = """
        select quote_ident(sequencename), last_value from pg_sequences
         where schemaname = 'public' and last_value is not null
        """;
    private static final String VERSION =
            "select version from flyway_schema_history where success order by installed_rank desc limit 1";

    private FilledDatabase() {}

    /** Takes the folder of the data and the folder to write to. */
    public static void main(String[] arguments) throws Exception {
        try (Database database = Database.embedded(Path.of(arguments[0]));
                Connection connection = database.owner().open()) {
            Path zip = Path.of(arguments[1], ask(connection, VERSION).getFirst() + ".zip");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
                for (String table : ask(connection, TABLES)) {
                    out.putNextEntry(new ZipEntry(table));
                    copies.copyOut("copy " + table + " to stdout", out);
                }
                out.putNextEntry(new ZipEntry("sequences.sql"));
                writeSequences(connection, out);
            }
        }
    }

    /** Fills an empty database as an installation of that version had filled it; what came later is still to be migrated. */
    static void restore(Database database, String version) throws IOException, SQLException {
        Flyway.configure()
                .dataSource(
                        database.owner().url(),
                        database.owner().user(),
                        database.owner().password())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
        try (Connection connection = database.owner().open();
                Statement statement = connection.createStatement();
                InputStream file = Objects.requireNonNull(
                        FilledDatabase.class.getResourceAsStream("/filled/" + version + ".zip"), version);
                ZipInputStream zip = new ZipInputStream(file)) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate " + String.join(", ", ask(connection, TABLES)));
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".sql")) {
                    statement.execute(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                } else {
                    copies.copyIn("copy " + entry.getName() + " from stdin", zip);
                }
            }
        }
    }

    private static void writeSequences(Connection connection, OutputStream out) throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                out.write("select setval('%s', %d);\n"
                        .formatted(rows.getString(1), rows.getLong(2))
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static List<String> ask(Connection connection, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
