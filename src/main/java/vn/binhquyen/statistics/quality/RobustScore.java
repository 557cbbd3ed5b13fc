package vn.binhquyen.statistics.quality;

/** How far a number lies from the middle of others, in usual deviations: see {@link Spread}. */
record RobustScore(double score, double median) {
    /** Iglewicz and Hoaglin take more than this for an outlier. */
    static final double OUTLIER = 3.5;

    boolean isOutlier() {
        return Math.abs(score) > OUTLIER;
    }
}
