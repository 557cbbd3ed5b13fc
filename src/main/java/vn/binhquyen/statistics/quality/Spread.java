package vn.binhquyen.statistics.quality;

import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * The middle of numbers and how far they lie from it, by the median and the median absolute deviation, which one wild number
 * among them does not move (Iglewicz and Hoaglin 1993).
 *
 * @param deviation comparable with a standard deviation
 */
record Spread(double median, double deviation) {
    /** Makes the median absolute deviation of normal numbers a standard deviation. */
    private static final double NORMAL = 0.6745;

    static Spread of(double[] numbers) {
        Median median = new Median();
        double middle = median.evaluate(numbers);
        double[] deviations = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            deviations[i] = Math.abs(numbers[i] - middle);
        }
        return new Spread(middle, median.evaluate(deviations) / NORMAL);
    }

    /** @param least the deviation that is usual anyhow, so that the smallest change of steady figures is none */
    RobustScore score(double number, double least) {
        return new RobustScore((number - median) / Math.max(deviation, least), median);
    }
}
