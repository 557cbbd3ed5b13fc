package vn.binhquyen.journey;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;
import vn.binhquyen.Application;
import vn.binhquyen.platform.FirstStart;
import vn.binhquyen.platform.StoryClock;
import vn.binhquyen.platform.database.Database;

/** The demonstration as {@code serve} starts it, on a database of its own and with a calendar that can be turned on. */
final class DemonstrationSite implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Path folder;
    private final Database database;
    private final ConfigurableApplicationContext context;

    private DemonstrationSite(Path folder, Database database, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.database = database;
        this.context = context;
    }

    static DemonstrationSite open(LocalDate today) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("binhquyen-journey");
        Database database = Database.embedded(folder);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class, TurnedCalendar.class)
                .properties(database.springProperties())
                .registerShutdownHook(false)
                .run("--server.port=0");
        DemonstrationSite site = new DemonstrationSite(folder, database, context);
        site.turnTo(today);
        context.getBean(FirstStart.class).prepare(true, new PrintStream(System.out, true));
        return site;
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    void turnTo(LocalDate today) {
        context.getBean(TurnedCalendar.class).today = today;
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** The real time of day on another day. Handed over by name and no configuration, so that no other test finds it. */
    static class TurnedCalendar {
        private volatile LocalDate today = LocalDate.of(2026, 11, 23);

        @Bean
        @Primary
        StoryClock turnedClock() {
            Clock real = Clock.system(ZONE);
            return new StoryClock(new Clock() {
                @Override
                public Instant instant() {
                    return today.atTime(real.instant().atZone(ZONE).toLocalTime())
                            .atZone(ZONE)
                            .toInstant();
                }

                @Override
                public ZoneId getZone() {
                    return ZONE;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(instant(), zone);
                }
            });
        }
    }
}
