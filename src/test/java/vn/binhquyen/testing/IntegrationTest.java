package vn.binhquyen.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import vn.binhquyen.Application;

/**
 * A test on the whole application and a real PostgreSQL. All such tests share one application and one database; each
 * works in a {@link Province} of its own, so that none sees what another does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ExtendWith(MovableClock.Reset.class)
@Import({
    Provinces.class,
    LoadedCountry.class,
    WrittenFigures.class,
    CheapPasswords.class,
    MovableClock.Setting.class,
    Statements.Counting.class
})
@ContextConfiguration(initializers = IntegrationTest.OnTestDatabase.class)
public @interface IntegrationTest {
    /** Points the application to the test run's database. */
    class OnTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var sources = context.getEnvironment().getPropertySources();
            sources.addFirst(new MapPropertySource("test database", TestDatabase.springProperties()));
            sources.addFirst(new MapPropertySource(
                    "jobs that tests do themselves",
                    Map.of(
                            "binhquyen.audit.first-seal-after",
                            "1d",
                            "binhquyen.statistics.sums-every",
                            "1d",
                            "binhquyen.statistics.checks-every",
                            "1d",
                            "binhquyen.statistics.checks-after",
                            "0s")));
            // several applications live in one test run, and the server takes a hundred connections in all
            sources.addFirst(new MapPropertySource(
                    "few connections",
                    Map.of(
                            "spring.datasource.hikari.maximum-pool-size",
                            "12",
                            "spring.datasource.hikari.minimum-idle",
                            "1",
                            "spring.datasource.hikari.idle-timeout",
                            "10000",
                            "spring.datasource.hikari.leak-detection-threshold",
                            "120000")));
            sources.addLast(new MapPropertySource(
                    "tests about other things", Map.of("binhquyen.access.second-factor", "offered")));
        }
    }
}
