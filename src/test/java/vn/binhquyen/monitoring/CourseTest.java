package vn.binhquyen.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Measure;
import vn.binhquyen.monitoring.Course.Aim;
import vn.binhquyen.monitoring.Course.Band;
import vn.binhquyen.monitoring.Course.Point;

class CourseTest {
    private static final LocalDate MIDST_OF_2026 = LocalDate.of(2026, 6, 20);
    private static final Band BIRTHS = new Band(new BigDecimal(104), new BigDecimal(106));

    @Test
    void more_than_asked_of_what_rises_is_met() {
        Course course = course(Direction.UP, null, aim(">=", "75", 2030));
        assertThat(judged(course, "76", 2026)).contains(Attainment.MET);
        assertThat(judged(course, "75", 2026)).contains(Attainment.MET);
        assertThat(judged(course(Direction.UP, null, aim(">", "75", 2026)), "75", 2026))
                .contains(Attainment.BEHIND);
    }

    @Test
    void a_plain_number_is_a_floor_for_what_rises_and_a_ceiling_for_what_falls() {
        assertThat(judged(course(Direction.UP, null, aim("=", "75", 2030)), "76", 2026))
                .contains(Attainment.MET);
        assertThat(judged(course(Direction.DOWN, null, aim("=", "29", 2030)), "28", 2026))
                .contains(Attainment.MET);
    }

    @Test
    void about_forgives_a_twentieth_and_no_more() {
        Course course = course(Direction.UP, null, aim("~", "80", 2025));
        assertThat(judged(course, "76", 2025)).contains(Attainment.MET);
        assertThat(judged(course, "75.9", 2025)).contains(Attainment.MISSED);
    }

    @Test
    void what_falls_from_a_baseline_is_on_track_while_it_is_on_or_below_the_straight_line() {
        Course course = course(Direction.DOWN, new Point(2020, new BigDecimal(31)), aim("<=", "26", 2030));
        assertThat(judged(course, "28", 2026)).contains(Attainment.ON_TRACK);
        assertThat(judged(course, "28.1", 2026)).contains(Attainment.BEHIND);
        assertThat(judged(course, "32", 2026)).contains(Attainment.BEHIND);
    }

    @Test
    void after_a_milestone_the_line_begins_at_what_the_milestone_asked() {
        Course course =
                course(Direction.UP, new Point(2020, new BigDecimal(40)), aim(">=", "60", 2025), aim(">=", "75", 2030));
        assertThat(judged(course, "50", 2022)).contains(Attainment.ON_TRACK);
        assertThat(judged(course, "62", 2026)).contains(Attainment.BEHIND);
        assertThat(judged(course, "63", 2026)).contains(Attainment.ON_TRACK);
        assertThat(judged(course, "59", 2025)).contains(Attainment.MISSED);
        assertThat(judged(course, "74", 2031)).contains(Attainment.MISSED);
    }

    @Test
    void nothing_is_missed_before_its_year_is_over() {
        Course course = course(Direction.UP, null, aim(">=", "75", 2026));
        assertThat(course.judge(new BigDecimal(70), 2026, LocalDate.of(2026, 12, 31)))
                .contains(Attainment.BEHIND);
        assertThat(course.judge(new BigDecimal(70), 2026, LocalDate.of(2027, 1, 1)))
                .contains(Attainment.MISSED);
    }

    @Test
    void without_a_known_start_there_is_time_until_the_year_of_the_aim() {
        Course course = course(Direction.UP, null, aim(">=", "75", 2030));
        assertThat(judged(course, "10", 2026)).contains(Attainment.ON_TRACK);
    }

    @Test
    void who_began_at_the_goal_and_fell_back_is_behind() {
        Course course = course(Direction.UP, new Point(2020, new BigDecimal(75)), aim(">=", "75", 2030));
        assertThat(judged(course, "74", 2026)).contains(Attainment.BEHIND);
    }

    @Test
    void in_the_natural_band_all_is_reached_and_past_it_nothing_is() {
        Course course = new Course(
                Direction.TOWARD, BIRTHS, new Point(2020, new BigDecimal(112)), List.of(aim("<=", "109", 2030)));
        assertThat(judged(course, "108.9", 2026)).contains(Attainment.MET);
        assertThat(judged(course, "104", 2026)).contains(Attainment.MET);
        assertThat(judged(course, "103.9", 2030)).contains(Attainment.BEHIND);
        assertThat(judged(course, "103.9", 2026)).contains(Attainment.BEHIND);
        assertThat(judged(course, "110.1", 2026)).contains(Attainment.ON_TRACK);
        assertThat(judged(course, "110.3", 2026)).contains(Attainment.BEHIND);
    }

    @Test
    void a_span_is_reached_at_the_end_that_comes_first() {
        Measure span = new Measure(Comparator.AT_LEAST, new BigDecimal(30), new BigDecimal(35), "%");
        assertThat(judged(course(Direction.UP, null, new Aim(span, 2025)), "30", 2025))
                .contains(Attainment.MET);
        assertThat(judged(course(Direction.DOWN, null, new Aim(span, 2025)), "35.1", 2025))
                .contains(Attainment.MISSED);
    }

    @Test
    void what_has_no_year_holds_in_each() {
        Course course = course(Direction.UP, null, aim(">=", "100", null));
        assertThat(judged(course, "99", 2025)).contains(Attainment.MISSED);
        assertThat(judged(course, "99", 2026)).contains(Attainment.BEHIND);
        assertThat(judged(course, "100", 2024)).contains(Attainment.MET);
    }

    @Test
    void without_a_figure_nothing_is_judged_and_without_an_aim_there_is_nothing_to_judge() {
        assertThat(judged(course(Direction.UP, null, aim(">=", "75", 2030)), null, 2026))
                .contains(Attainment.NO_DATA);
        assertThat(judged(course(Direction.UP, null), "76", 2026)).isEmpty();
    }

    private static Course course(Direction direction, @Nullable Point start, Aim... aims) {
        return new Course(direction, null, start, List.of(aims));
    }

    private static Aim aim(String comparator, String value, @Nullable Integer year) {
        return new Aim(new Measure(Comparator.of(comparator), new BigDecimal(value), null, "%"), year);
    }

    private static Optional<Attainment> judged(Course course, @Nullable String actual, int year) {
        return course.judge(actual == null ? null : new BigDecimal(actual), year, MIDST_OF_2026);
    }
}
