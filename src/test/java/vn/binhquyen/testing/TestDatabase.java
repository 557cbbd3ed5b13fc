package vn.binhquyen.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import vn.binhquyen.platform.database.Database;

/** One embedded PostgreSQL for the whole test run, stopped and deleted when the run ends. */
public final class TestDatabase {
    private static final Database DATABASE = start();

    private TestDatabase() {}

    public static Database get() {
        return DATABASE;
    }

    static Map<String, Object> springProperties() {
        return DATABASE.springProperties();
    }

    private static Database start() {
        try {
            Path folder = Files.createTempDirectory("binhquyen-test");
            Database database = Database.embedded(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, folder)));
            return database;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("the test database can't be started", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void stop(Database database, Path folder) {
        try {
            database.close();
            org.springframework.util.FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
