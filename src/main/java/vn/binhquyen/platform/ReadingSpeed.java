package vn.binhquyen.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vn.binhquyen.intake.PlanReader;

/**
 * How fast documents are read: one in a process of its own, as a person at the command line waits for it, and a hundred
 * in one call. The start of a virtual machine that does nothing is measured beside it, so that slow machines compare.
 */
final class ReadingSpeed {

    private static final int RUNS = 7;
    private static final int PLANS = 100;

    private ReadingSpeed() {}

    /** @throws IOException where the folder can't be read or no process can be started */
    static Map<String, Object> of(List<Path> plans) throws IOException, InterruptedException {
        Map<String, Object> report = new LinkedHashMap<>();
        String launcher = System.getenv("BINHQUYEN_LAUNCHER");
        if (launcher != null) {
            String java = ProcessHandle.current().info().command().orElse("java");
            double one = median(List.of(launcher, "read", plans.getFirst().toString()));
            double bare = median(List.of(java, "-version"));
            report.put("onePlanWallMs", Math.round(one));
            report.put("bareJvmWallMs", Math.round(bare));
            report.put("onePlanToBareJvmRatio", Math.round(10 * one / bare) / 10.0);
        }
        List<Path> hundred = IntStream.range(0, PLANS)
                .mapToObj(i -> plans.get(i % plans.size()))
                .toList();
        double took = hundred(hundred);
        report.put("plans", PLANS);
        report.put("plansPerSecond", Math.round(10 * PLANS / (took / 1_000)) / 10.0);
        return report;
    }

    private static double hundred(List<Path> plans) throws IOException {
        long start = System.nanoTime();
        var reader = new PlanReader();
        for (Path plan : plans) {
            reader.read(plan, Locale.of("vi"));
        }
        return millisSince(start);
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        Path nowhere = Files.createTempFile("binhquyen-speed", ".json");
        try {
            long start = System.nanoTime();
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(nowhere.toFile())
                    .start()
                    .waitFor();
            double took = millisSince(start);
            if (status != 0) {
                throw new IOException(command + " ended with " + status + ": " + Files.readString(nowhere));
            }
            return took;
        } finally {
            Files.delete(nowhere);
        }
    }

    private static double median(List<String> command) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            times.add(run(command));
        }
        return times.stream().sorted().toList().get(RUNS / 2);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000.0;
    }
}
