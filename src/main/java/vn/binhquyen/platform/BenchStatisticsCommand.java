package vn.binhquyen.platform;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.platform.database.Database;
import vn.binhquyen.statistics.exchange.FigureFormat;
import vn.binhquyen.statistics.exchange.FigureImports;

/**
 * {@code bench statistics}: figures of the whole country, made up and taken in by the import of files, beside a bare
 * {@code copy} of the same rows in the same run; then what screens ask of them, and how soon a saved figure is in the sum of
 * the nation. After a quarter and a half of the figures the same is measured, so that growth shows.
 */
@Command(name = "statistics", description = "Figures of the whole country: taking them in, adding them up, as JSON")
public final class BenchStatisticsCommand implements Callable<Integer> {
    static final int FIRST_YEAR = 2026;

    @Option(names = "--quarters", description = "how many quarters: 20 make 16 million figures", defaultValue = "20")
    private int quarters = 20;

    @Option(names = "--seconds", description = "how long fifty people type", defaultValue = "20")
    private int seconds = 20;

    @Override
    public Integer call() throws Exception {
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

    private Map<String, Object> measure(ConfigurableApplicationContext context, Actor actor, Database database) {
        BenchFigures made = new BenchFigures(context, actor, database);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        SortedSet<Integer> stations = new TreeSet<>(List.of((quarters + 3) / 4, (quarters + 1) / 2, quarters));
        List<Period> loaded = new ArrayList<>();
        List<Map<String, Object>> growth = new ArrayList<>();
        Load load = new Load();
        for (int station : stations) {
            List<Period> more = IntStream.range(loaded.size(), station)
                    .mapToObj(quarter -> Period.of(Kind.QUARTER, FIRST_YEAR + quarter / 4, 1 + quarter % 4))
                    .toList();
            Load part = imported(context, actor, made, more);
            load = load.and(part);
            loaded.addAll(more);
            Map<String, Object> report = load.report();
            report.put("importPerSecondOfThese", Math.round(part.values() / part.importSeconds()));
            report.put("bytesPerValue", bytes(jdbc, load.values()));
            report.putAll(new BenchQuestions(context, actor, made, List.copyOf(loaded)).measure());
            growth.add(report);
            awaitSums(jdbc);
        }
        Map<String, Object> report = new LinkedHashMap<>(growth.getLast());
        report.putAll(new BenchFreshness(context, actor, made, loaded.getLast(), seconds).measure());
        report.put("peakHeapMiB", peakHeap());
        report.put("growth", growth);
        return report;
    }

    /** @param importSeconds with validation and sums */
    private record Load(long values, double importSeconds, double copySeconds) {
        Load() {
            this(0, 0, 0);
        }

        Load and(Load more) {
            return new Load(values + more.values, importSeconds + more.importSeconds, copySeconds + more.copySeconds);
        }

        Map<String, Object> report() {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("values", values);
            report.put("importPerSecond", Math.round(values / importSeconds));
            report.put("bareCopyPerSecond", Math.round(values / copySeconds));
            report.put("copyRatio", BenchTimes.rounded(copySeconds / importSeconds));
            return report;
        }
    }

    /** File after file, as one sends them; the sums are made meanwhile, and the last of them waited for. */
    private static Load imported(
            ConfigurableApplicationContext context, Actor actor, BenchFigures made, List<Period> periods) {
        FigureImports imports = context.getBean(FigureImports.class);
        long values = 0;
        long start = System.nanoTime();
        for (Period period : periods) {
            FigureImports.Report report = imports.take(actor, actor.unit(), FigureFormat.CSV, made.file(period), false);
            if (!report.errors().isEmpty()) {
                throw new IllegalStateException(report.errors().getFirst().toString());
            }
            values += report.added();
        }
        awaitSums(context.getBean(JdbcClient.class));
        double imported = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        periods.forEach(made::bareCopy);
        return new Load(values, imported, (System.nanoTime() - start) / 1e9);
    }

    static void awaitSums(JdbcClient jdbc) {
        while (jdbc.sql("select exists (select 1 from rollup_due)")
                .query(Boolean.class)
                .single()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static double bytes(JdbcClient jdbc, long values) {
        long size = jdbc.sql("select pg_total_relation_size('data_value') + pg_total_relation_size('data_rollup')"
                        + " + pg_total_relation_size('unit_rollup')")
                .query(Long.class)
                .single();
        return Math.round((double) size / values * 10) / 10.0;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1 << 20);
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
