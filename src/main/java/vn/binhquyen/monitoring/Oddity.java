package vn.binhquyen.monitoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What in the last figure of a series asks to be looked at before it is believed. */
public enum Oddity {
    /** A share of more than all, or of less than nothing. */
    IMPOSSIBLE,
    /** It moved three times as far as it usually does, and by more than a tenth. */
    LEAP;

    private static final int BEFORE = 3;
    private static final BigDecimal TIMES = new BigDecimal(3);
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal ALL = new BigDecimal(100);

    /** @param series the known values in the order of time */
    public static Optional<Oddity> of(List<BigDecimal> series, boolean share) {
        if (series.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal last = series.getLast();
        if (share && (last.signum() < 0 || last.compareTo(ALL) > 0)) {
            return Optional.of(IMPOSSIBLE);
        }
        return leaps(series) ? Optional.of(LEAP) : Optional.empty();
    }

    private static boolean leaps(List<BigDecimal> series) {
        if (series.size() <= BEFORE) {
            return false;
        }
        List<BigDecimal> steps = new ArrayList<>();
        for (int i = 1; i < series.size(); i++) {
            steps.add(series.get(i).subtract(series.get(i - 1)).abs());
        }
        BigDecimal last = steps.removeLast();
        steps.sort(null);
        BigDecimal usual = steps.get(steps.size() / 2);
        BigDecimal before = series.get(series.size() - 2).abs();
        return last.compareTo(usual.multiply(TIMES)) > 0 && last.compareTo(before.multiply(TENTH)) > 0;
    }
}
