package vn.binhquyen.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database the application works on, embedded or external, with two logins: the owner migrates, the application
 * works with the rights of {@code binhquyen_app}.
 */
public final class Database implements AutoCloseable {
    private final DatabaseLogin owner;
    private final DatabaseLogin application;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable DataFolder folder;

    private Database(
            DatabaseLogin owner,
            DatabaseLogin application,
            @Nullable EmbeddedPostgres server,
            @Nullable DataFolder folder) {
        this.owner = owner;
        this.application = application;
        this.server = server;
        this.folder = folder;
    }

    /** Starts the embedded server in the folder, makes roles and database where they are missing. */
    public static Database embedded(Path path) throws IOException, InterruptedException, SQLException {
        DataFolder folder = DataFolder.lock(path);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start(folder);
            createIn(server, "binhquyen", "template0");
            return new Database(server.owner("binhquyen"), server.application("binhquyen"), server, folder);
        } catch (IOException | InterruptedException | SQLException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    /**
     * An external PostgreSQL 18. Its user owns the schema; the application enters with the same user and takes on the
     * role {@code binhquyen_app}.
     */
    public static Database external(String url, String user, String password) {
        DatabaseLogin login = new DatabaseLogin(url, user, password);
        return new Database(login, login, null, null);
    }

    /** Makes a database, a copy of the given template, where it is missing. */
    public static void createIn(EmbeddedPostgres server, String name, String template) throws SQLException {
        DatabaseLogin owner = server.owner("postgres");
        DatabaseLogin application = server.application(name);
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'binhquyen_app'")) {
                statement.execute("create role binhquyen_app nologin");
            }
            if (!exists(statement, "select 1 from pg_roles where rolname = '%s'".formatted(EmbeddedPostgres.LOGIN))) {
                statement.execute("create role %s login password '%s' in role binhquyen_app"
                        .formatted(application.user(), application.password()));
            }
            if (!exists(statement, "select 1 from pg_database where datname = '%s'".formatted(name))) {
                statement.execute("create database %s template %s".formatted(name, template));
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** How the application enters the server that another process runs in the folder. */
    public static DatabaseLogin ofRunning(Path folder) throws IOException {
        return EmbeddedPostgres.runningIn(folder).orElseThrow(() -> new IOException("no database runs in " + folder));
    }

    public boolean isEmbedded() {
        return server != null;
    }

    public DatabaseLogin owner() {
        return owner;
    }

    public DatabaseLogin application() {
        return application;
    }

    /** The settings by which the application finds this database. */
    public Map<String, Object> springProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", application.url());
        properties.put("spring.datasource.username", application.user());
        properties.put("spring.datasource.password", application.password());
        properties.put("spring.datasource.hikari.connection-init-sql", "set role binhquyen_app");
        properties.put("spring.flyway.url", owner.url());
        properties.put("spring.flyway.user", owner.user());
        properties.put("spring.flyway.password", owner.password());
        if (folder != null) {
            properties.put("binhquyen.data", folder.path().toString());
        }
        return properties;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
