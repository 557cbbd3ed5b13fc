package vn.binhquyen.statistics.quality;

import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * How far a number lies from others, in usual deviations: by the median and the median absolute deviation, which one wild
 * number among them does not move (Iglewicz and Hoaglin 1993, who take more than 3.5 for an outlier).
 */
record RobustScore(double score, double median) {
    static final double OUTLIER = 3.5;

    /** Makes the median absolute deviation of normal numbers a standard deviation. */
    private static final double NORMAL = 0.6745;

    /** @param least the deviation that is usual anyhow, so that the smallest change of steady figures is none */
    static RobustScore of(double number, double[] others, double least) {
        Median median = new Median();
        double middle = median.evaluate(others);
        double[] deviations = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            deviations[i] = Math.abs(others[i] - middle);
        }
        double usual = Math.max(median.evaluate(deviations) / NORMAL, least);
        return new RobustScore((number - middle) / usual, middle);
    }

    boolean isOutlier() {
        return Math.abs(score) > OUTLIER;
    }
}
