package vn.binhquyen.platform;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.Application;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.platform.database.Database;

/** An application on a database of its own, for a benchmark; gone when that has ended. */
final class BenchInstallation {
    private BenchInstallation() {}

    interface Measuring {
        Map<String, Object> measure(ConfigurableApplicationContext context, Database database, Actor administrator);
    }

    /** What asks it over HTTP alone, as a browser does. */
    interface Visitor {
        void visit(URI server) throws Exception;
    }

    private interface Work {
        void with(ConfigurableApplicationContext context, Database database) throws Exception;
    }

    /**
     * Prints what was measured, as JSON.
     *
     * @param others beside the application itself: a calendar of its own
     */
    static void run(Measuring measuring, Class<?>... others) throws Exception {
        open(
                (context, database) -> {
                    Actor administrator =
                            context.getBean(Founding.class).foundWithAdministrator("bench", "khong-ai-dung-ca");
                    Map<String, Object> report = context.getBean(CurrentActor.class)
                            .as(administrator, () -> measuring.measure(context, database, administrator));
                    new PrintStream(System.out, true, StandardCharsets.UTF_8)
                            .println(JsonMapper.builder()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(report));
                },
                others);
    }

    /** One with the demonstration in it. */
    static void withDemonstration(Visitor visitor) throws Exception {
        open((context, database) -> {
            context.getBean(FirstStart.class).prepare(true, new PrintStream(System.err, true, StandardCharsets.UTF_8));
            visitor.visit(server(context));
        });
    }

    private static void open(Work work, Class<?>... others) throws Exception {
        Path folder = Files.createTempDirectory("binhquyen-bench");
        try (Database database = Database.embedded(folder);
                ConfigurableApplicationContext context = started(database, others)) {
            work.with(context, database);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static ConfigurableApplicationContext started(Database database, Class<?>... others) {
        return new SpringApplicationBuilder(Application.class)
                .sources(others)
                .properties(database.springProperties())
                .run("--server.port=0");
    }

    static URI server(ConfigurableApplicationContext context) {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
