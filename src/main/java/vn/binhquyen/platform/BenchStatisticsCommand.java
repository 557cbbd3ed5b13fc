package vn.binhquyen.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.platform.database.Database;
import vn.binhquyen.statistics.Catalogue;
import vn.binhquyen.statistics.LocalIndicator;
import vn.binhquyen.statistics.exchange.FigureFormat;
import vn.binhquyen.statistics.exchange.FigureImports;

/**
 * {@code bench statistics}: figures of the whole country, made up and taken in by the import of files, beside a bare
 * {@code copy} of the same rows into a table of the same columns and key in the same run.
 */
@Command(name = "statistics", description = "Figures of the whole country: taking them in, adding them up, as JSON")
public final class BenchStatisticsCommand implements Callable<Integer> {
    private static final int ELEMENTS = 40;
    private static final int FIRST_YEAR = 2026;
    private static final List<String> BREAKDOWNS = List.of(
            "sex:female;age:0-15",
            "sex:female;age:16-59",
            "sex:female;age:60+",
            "sex:male;age:0-15",
            "sex:male;age:16-59",
            "sex:male;age:60+");

    @Option(names = "--quarters", description = "how many quarters: 20 make 16 million figures", defaultValue = "20")
    private int quarters = 20;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        BenchInstallation.run(
                (context, database, administrator) -> {
                    context.getBean(Organization.class).loadCountry(administrator, administrator.unit());
                    Actor statistician = new Actor(
                            administrator.account(),
                            administrator.name(),
                            administrator.unit(),
                            administrator.agency(),
                            administrator.province(),
                            Set.of(Role.CONSOLIDATOR));
                    return context.getBean(CurrentActor.class)
                            .as(statistician, () -> measure(context, statistician, database));
                },
                Later.class);
        return 0;
    }

    /** What stands for a row of the file: in the file by codes, in the bare copy by small numbers. */
    private record Row(String unit, int unitKey, short province) {}

    private record Element(String code, int key) {}

    private Map<String, Object> measure(ConfigurableApplicationContext context, Actor actor, Database database) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<Element> elements = elements(context, actor);
        List<Row> communes = jdbc.sql("""
            select state.code, unit.key, state.province_id
              from unit_state state
              join unit on unit.id = state.unit_id
             where state.level = 'COMMUNE' and state.valid_during @> date '2026-05-01' and state.province_id between 1 and 99
            """)
                .query((row, n) -> new Row(row.getString(1), row.getInt(2), row.getShort(3)))
                .list();
        FigureImports imports = context.getBean(FigureImports.class);
        long values = 0;
        double importMs = 0;
        double copyMs = 0;
        bareTable(database);
        for (int quarter = 0; quarter < quarters; quarter++) {
            Period period = Period.of(Kind.QUARTER, FIRST_YEAR + quarter / 4, 1 + quarter % 4);
            long start = System.nanoTime();
            FigureImports.Report report =
                    imports.take(actor, actor.unit(), FigureFormat.CSV, file(communes, elements, period), false);
            importMs += (System.nanoTime() - start) / 1e6;
            if (!report.errors().isEmpty()) {
                throw new IllegalStateException(report.errors().getFirst().toString());
            }
            values += report.added();
            start = System.nanoTime();
            bareCopy(database, communes, elements, period);
            copyMs += (System.nanoTime() - start) / 1e6;
        }
        long start = System.nanoTime();
        awaitSums(jdbc);
        double behindMs = (System.nanoTime() - start) / 1e6;
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("values", values);
        report.put("importPerSecond", Math.round(values / (importMs + behindMs) * 1000));
        report.put("bareCopyPerSecond", Math.round(values / copyMs * 1000));
        report.put("copyRatio", Math.round(copyMs / (importMs + behindMs) * 1000) / 1000.0);
        report.put("sumsBehindTheLastImportMs", Math.round(behindMs));
        report.put("bytesPerValue", Math.round((double) size(jdbc) / values * 10) / 10.0);
        return report;
    }

    private static void awaitSums(JdbcClient jdbc) {
        while (jdbc.sql("select exists (select 1 from rollup_due)")
                .query(Boolean.class)
                .single()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static long size(JdbcClient jdbc) {
        return jdbc.sql("select pg_total_relation_size('data_value') + pg_total_relation_size('data_rollup')")
                .query(Long.class)
                .single();
    }

    private List<Element> elements(ConfigurableApplicationContext context, Actor actor) {
        Catalogue catalogue = context.getBean(Catalogue.class);
        for (int i = 1; i <= ELEMENTS; i++) {
            catalogue.register(
                    actor,
                    new LocalIndicator(
                            actor.unit(), UUID.randomUUID(), "bench", "Số đếm " + i, "người", Direction.NONE, true));
        }
        return context.getBean(JdbcClient.class)
                .sql("""
                    select element.code, element.key
                      from data_element element
                      join indicator on indicator.id = indicator_id
                     where field = 'bench'
                     order by element.key
                    """)
                .query((row, n) -> new Element(row.getString(1), row.getInt(2)))
                .list();
    }

    private static int number(int unit, int element, int breakdown) {
        return Math.floorMod(unit * 31 + element * 7 + breakdown, 500);
    }

    /** Written by a thread of its own while it is read. */
    private static InputStream file(List<Row> communes, List<Element> elements, Period period) {
        PipedOutputStream end = new PipedOutputStream();
        try {
            InputStream begin = new PipedInputStream(end, 1 << 20);
            Thread.ofPlatform().daemon().start(() -> write(end, communes, elements, period));
            return begin;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(OutputStream end, List<Row> communes, List<Element> elements, Period period) {
        String quarter = period.year() + "Q" + period.number();
        try (Writer file = new BufferedWriter(new OutputStreamWriter(end, StandardCharsets.UTF_8), 1 << 16)) {
            file.append("period,orgunit,dataelement,categoryoptioncombo,value\n");
            for (Row commune : communes) {
                for (Element element : elements) {
                    for (int b = 0; b < BREAKDOWNS.size(); b++) {
                        file.append(quarter)
                                .append(',')
                                .append(commune.unit())
                                .append(',')
                                .append(element.code());
                        file.append(',').append(BREAKDOWNS.get(b)).append(',');
                        file.append(String.valueOf(number(commune.unitKey(), element.key(), b)))
                                .append('\n');
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void bareTable(Database database) {
        run(database, "create table bench_value (like data_value including indexes)");
    }

    private static void run(Database database, String sql) {
        try (var connection = database.owner().open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void bareCopy(Database database, List<Row> communes, List<Element> elements, Period period) {
        try (var connection = database.owner().open();
                Writer rows = new BufferedWriter(
                        new OutputStreamWriter(
                                new PGCopyOutputStream(
                                        connection.unwrap(PGConnection.class), "copy bench_value from stdin", 1 << 16),
                                StandardCharsets.US_ASCII),
                        1 << 16)) {
            StringBuilder line = new StringBuilder();
            for (Row commune : communes) {
                for (Element element : elements) {
                    for (int b = 0; b < BREAKDOWNS.size(); b++) {
                        line.setLength(0);
                        line.append(commune.unitKey())
                                .append('\t')
                                .append(element.key())
                                .append('\t')
                                .append(period.key());
                        line.append('\t')
                                .append(3 + b)
                                .append("\t0\t1\t")
                                .append(commune.province())
                                .append("\tA\tA\t");
                        line.append(number(commune.unitKey(), element.key(), b)).append('\n');
                        rows.append(line);
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A calendar after the last of the quarters. Handed over by name, so that nothing else finds it. */
    static class Later {
        @Bean
        @Primary
        StoryClock later() {
            return new StoryClock(Clock.offset(
                    Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")),
                    Duration.between(Instant.now(), Instant.parse("2036-01-01T00:00:00Z"))));
        }
    }
}
