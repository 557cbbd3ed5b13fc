package vn.binhquyen.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long something takes again and again, warm. */
record BenchTimes(List<Double> sorted) {
    private static final long WARMING = TimeUnit.SECONDS.toNanos(3);

    /** Asked first until the compiler of the machine has come to rest, as it has in a server that runs all day. */
    static BenchTimes ofQuestion(int rounds, Runnable question) {
        for (long end = System.nanoTime() + WARMING; System.nanoTime() < end; ) {
            question.run();
        }
        return of(rounds, question);
    }

    static BenchTimes of(int rounds, Runnable work) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < rounds + rounds / 4 + 2; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= rounds / 4 + 2) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return of(times);
    }

    static BenchTimes of(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        sorted.sort(null);
        return new BenchTimes(sorted);
    }

    double quantile(double part) {
        return sorted.get(Math.min((int) (sorted.size() * part), sorted.size() - 1));
    }

    void put(Map<String, Object> report, String name) {
        report.put(name + "P50Ms", rounded(quantile(0.5)));
        report.put(name + "P95Ms", rounded(quantile(0.95)));
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
