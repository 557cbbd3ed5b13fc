package vn.binhquyen.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.binhquyen.Application;
import vn.binhquyen.audit.AuditCheck;
import vn.binhquyen.platform.demonstration.Demonstration;
import vn.binhquyen.testing.Visitor;

/** An installation of an earlier version, filled, is brought to today's: nothing is lost and everybody goes on working. */
class MigrationsTest {
    /** As the first landing of plans and reports left it: one state of units, no posts, nothing sealed. */
    private static final String FIRST = "061";

    private static final List<String> KEPT = List.of(
            "unit",
            "agency",
            "account",
            "plan",
            "plan_version",
            "plan_task",
            "plan_target",
            "reading",
            "submission",
            "submission_edition",
            "submission_figure",
            "consolidation_edition",
            "data_value");

    @TempDir
    Path folder;

    private Database database;
    private Map<String, Long> before;
    private ConfigurableApplicationContext context;

    @BeforeEach
    void start() throws Exception {
        database = Database.embedded(folder);
        FilledDatabase.restore(database, FIRST);
        before = counts(JdbcClient.create(new DriverManagerDataSource(
                database.owner().url(),
                database.owner().user(),
                database.owner().password())));
        context = new SpringApplicationBuilder(Application.class)
                .properties(database.springProperties())
                .registerShutdownHook(false)
                .run("--server.port=0");
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        database.close();
    }

    @Test
    void what_was_there_is_there_still_and_opens_for_its_people() throws Exception {
        assertThat(before.values()).as("filled").doesNotContain(0L);
        assertThat(counts(context.getBean(JdbcClient.class))).isEqualTo(before);
        assertThat(context.getBean(AuditCheck.class).check().faults())
                .as("the record from before the seals")
                .isEmpty();
        for (String person : List.of("can-bo", "lanh-dao", "tinh", "quan-tri")) {
            Visitor visitor = new Visitor(address());
            visitor.signIn(person, Demonstration.PASSWORD);
            assertThat(visitor.walk().broken()).as("pages of " + person).isEmpty();
        }
        loadsTheCountryThatItHadNot();
    }

    private void loadsTheCountryThatItHadNot() throws Exception {
        Visitor administrator = new Visitor(address());
        administrator.signIn("quan-tri", Demonstration.PASSWORD);
        assertThat(administrator.get("/units").body()).contains("Nạp danh mục cả nước");
        String load = "/units/00000000-0000-7000-8000-000000000001/country";
        assertThat(administrator.post("/units", load, Map.of()).statusCode()).isEqualTo(302);
        assertThat(administrator.get("/units").body())
                .contains("Đã nạp danh mục đơn vị hành chính cả nước", "Tỉnh Lạng Sơn")
                .doesNotContain("Nạp danh mục cả nước");
        Visitor officer = new Visitor(address());
        officer.signIn("can-bo", Demonstration.PASSWORD);
        assertThat(officer.post("/units", load, Map.of()).statusCode()).isEqualTo(403);
    }

    private String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    private static Map<String, Long> counts(JdbcClient jdbc) {
        return KEPT.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
    }
}
