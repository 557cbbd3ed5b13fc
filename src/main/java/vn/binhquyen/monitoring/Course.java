package vn.binhquyen.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Measure;

/**
 * The way of one indicator from where it stood to what is aimed at, over the milestones on it.
 *
 * @param natural the band that holds by nature, for an indicator that moves toward it; else null
 * @param start where it stood before; null where nobody knows
 * @param aims in any order
 */
public record Course(
        Direction direction,
        @Nullable Band natural,
        @Nullable Point start,
        List<Aim> aims) {

    /** Without a year an aim holds in each. */
    public record Aim(Measure measure, @Nullable Integer byYear) {}

    public record Point(int year, BigDecimal value) {}

    public record Band(BigDecimal low, BigDecimal high) {
        boolean holds(BigDecimal value) {
            return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
        }
    }

    private static final int DIGITS = 10;

    public Course {
        aims = List.copyOf(aims);
    }

    /** What binds in a year: the next milestone, else what holds in each year, else the last one, whose time is over. */
    public Optional<Aim> aimFor(int year) {
        return aims.stream()
                .filter(aim -> aim.byYear() != null && aim.byYear() >= year)
                .min(Comparator.comparing(Course::due))
                .or(() -> aims.stream().filter(aim -> aim.byYear() == null).findFirst())
                .or(() -> aims.stream().max(Comparator.comparing(Course::due)));
    }

    /**
     * How the figure of a year stands; empty where nothing is aimed at.
     *
     * @param actual null where there is none
     * @param today while the year in which an aim is due lasts, it is not missed
     */
    public Optional<Attainment> judge(@Nullable BigDecimal actual, int year, LocalDate today) {
        return aimFor(year).map(aim -> {
            if (actual == null) {
                return Attainment.NO_DATA;
            }
            if (isMet(aim.measure(), actual)) {
                return Attainment.MET;
            }
            int due = aim.byYear() == null ? year : aim.byYear();
            if (due < year || (due == year && today.isAfter(LocalDate.of(due, Month.DECEMBER, 31)))) {
                return Attainment.MISSED;
            }
            boolean onTheWay =
                    due > year && !isPastTheBand(aim.measure(), actual) && isOnTheWay(aim.measure(), due, actual, year);
            return onTheWay ? Attainment.ON_TRACK : Attainment.BEHIND;
        });
    }

    /** In the natural band nothing is left to be reached; past it, on the other side, nothing has been. */
    private boolean isMet(Measure measure, BigDecimal actual) {
        if (natural == null) {
            return measure.isMetBy(actual, direction);
        }
        return natural.holds(actual) || (measure.isMetBy(actual, direction) && !isPastTheBand(measure, actual));
    }

    /** Whether it overshot, so that it moves away the further it goes. */
    private boolean isPastTheBand(Measure measure, BigDecimal actual) {
        Band band = natural;
        if (band == null) {
            return false;
        }
        return switch (measure.comparator()) {
            case AT_MOST, LESS_THAN -> actual.compareTo(band.low()) < 0;
            case AT_LEAST, MORE_THAN -> actual.compareTo(band.high()) > 0;
            case EQUAL, ABOUT -> false;
        };
    }

    /** Whether it is where a straight line from the last milestone, or from the start, has it in the year. */
    private boolean isOnTheWay(Measure measure, int due, BigDecimal actual, int year) {
        Point from = aims.stream()
                .filter(aim -> aim.byYear() != null && aim.byYear() < year)
                .max(Comparator.comparing(Course::due))
                .map(aim -> new Point(due(aim), goal(aim.measure(), actual)))
                .orElse(start);
        if (from == null || from.year() >= year) {
            return true;
        }
        BigDecimal way = goal(measure, from.value()).subtract(from.value());
        BigDecimal expected = from.value()
                .add(way.multiply(BigDecimal.valueOf((long) year - from.year()))
                        .divide(BigDecimal.valueOf((long) due - from.year()), DIGITS, RoundingMode.HALF_UP));
        return way.signum() != 0 && actual.subtract(expected).signum() * way.signum() >= 0;
    }

    /** The end of a span that is reached first from there. */
    private BigDecimal goal(Measure measure, BigDecimal from) {
        BigDecimal high = measure.high();
        if (high == null) {
            return measure.value();
        }
        return switch (direction) {
            case UP -> measure.value();
            case DOWN -> high;
            case TOWARD, NONE -> from.compareTo(high) > 0 ? high : measure.value();
        };
    }

    private static int due(Aim aim) {
        Integer year = aim.byYear();
        return year == null ? Integer.MIN_VALUE : year;
    }
}
