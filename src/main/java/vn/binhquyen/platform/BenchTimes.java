package vn.binhquyen.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long something takes again and again, warm. */
record BenchTimes(List<Double> sorted) {
    /** So many seconds in a row that are no quicker than one before say that the compiler of the machine has come to rest. */
    private static final int SECONDS_OF_REST = 5;

    /** Of the time of a second before: less is no gain, but noise. */
    private static final double QUICKER = 0.95;

    /** Asked first until the compiler of the machine has come to rest, as it has in a server that runs all day. */
    static BenchTimes ofQuestion(int rounds, Runnable question) {
        double quickest = Double.MAX_VALUE;
        for (int resting = 0; resting < SECONDS_OF_REST; ) {
            double median = inASecond(question).quantile(0.5);
            resting = median < quickest * QUICKER ? 0 : resting + 1;
            quickest = Math.min(quickest, median);
        }
        return of(rounds, question);
    }

    private static BenchTimes inASecond(Runnable question) {
        List<Double> times = new ArrayList<>();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1); System.nanoTime() < end; ) {
            times.add(time(question));
        }
        return of(times);
    }

    static BenchTimes of(int rounds, Runnable work) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < rounds + rounds / 4 + 2; i++) {
            double time = time(work);
            if (i >= rounds / 4 + 2) {
                times.add(time);
            }
        }
        return of(times);
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
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
