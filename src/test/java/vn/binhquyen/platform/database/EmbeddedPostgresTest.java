package vn.binhquyen.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhquyen.testing.TestDatabase;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
        fsync,               on
        synchronous_commit,  on
        full_page_writes,    on
        data_checksums,      on
        listen_addresses,    127.0.0.1
        unix_socket_directories, ''
        password_encryption, scram-sha-256
        """)
    void the_server_writes_durably_and_listens_to_this_machine_only(String setting, String expected)
            throws SQLException {
        try (Connection connection = TestDatabase.get().owner().open();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select setting from pg_settings where name = '" + setting + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo(expected);
        }
    }

    @Test
    void a_wrong_password_opens_nothing() {
        DatabaseLogin login = TestDatabase.get().application();
        assertThatThrownBy(() -> new DatabaseLogin(login.url(), login.user(), "wrong").open())
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void a_folder_serves_one_application_at_a_time() throws Exception {
        try (DataFolder held = DataFolder.lock(folder)) {
            assertThatThrownBy(() -> DataFolder.lock(folder))
                    .isInstanceOf(DataFolder.InUse.class)
                    .hasMessageContaining(held.path().toString());
        }
        DataFolder.lock(folder).close();
    }

    @Test
    void what_was_committed_is_there_after_stopping_and_starting() throws Exception {
        try (Database database = Database.embedded(folder)) {
            execute(database, "create table kept as select 1 as n");
        }
        try (Database database = Database.embedded(folder)) {
            assertThat(count(database, "kept")).isEqualTo(1);
        }
    }

    @Test
    void a_killed_server_comes_back_with_what_was_committed() throws Exception {
        try (Database database = Database.embedded(folder)) {
            execute(database, "create table kept as select generate_series(1, 1000) as n");
            server().destroyForcibly();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> count(database, "kept") == 1000);
        }
    }

    private ProcessHandle server() throws Exception {
        String pid =
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.owner().open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Database database, String table) throws SQLException {
        try (Connection connection = database.owner().open();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
