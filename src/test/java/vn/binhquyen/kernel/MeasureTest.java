package vn.binhquyen.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        ">=, 75, 75, UP, true",
        ">, 75, 75, UP, false",
        "<=, 25, 25, DOWN, true",
        "<, 25, 25, DOWN, false",
        "=, 75, 76, UP, true",
        "=, 75, 74, UP, false",
        "=, 25, 24, DOWN, true",
        "=, 25, 26, DOWN, false",
        "~, 60, 58, UP, true",
        "~, 60, 50, UP, false",
        "=, 105, 106, TOWARD, false"
    })
    void a_target_is_met_after_its_comparator_and_direction(
            String comparator, BigDecimal value, BigDecimal actual, Direction direction, boolean met) {
        var measure = new Measure(Comparator.of(comparator), value, null, "%");

        assertThat(measure.isMetBy(actual, direction)).isEqualTo(met);
    }

    @Test
    void a_span_is_met_by_what_lies_at_its_better_end_or_beyond() {
        var span = new Measure(Comparator.AT_LEAST, new BigDecimal(30), new BigDecimal(35), "%");

        assertThat(span.isMetBy(new BigDecimal(40), Direction.UP)).isTrue();
        assertThat(span.isMetBy(new BigDecimal(40), Direction.DOWN)).isFalse();
    }

    @Test
    void targets_in_different_units_cannot_be_weaker_than_each_other() {
        var share = new Measure(Comparator.AT_LEAST, new BigDecimal(30), null, "%");
        var count = new Measure(Comparator.AT_LEAST, new BigDecimal(40), null, "lớp");

        assertThat(share.isWeakerThan(count, Direction.UP)).isFalse();
    }

    @Test
    void a_higher_target_is_weaker_where_less_is_better() {
        var own = new Measure(Comparator.LESS_THAN, new BigDecimal(30), null, "%");
        var national = new Measure(Comparator.LESS_THAN, new BigDecimal(25), null, "%");

        assertThat(own.isWeakerThan(national, Direction.DOWN)).isTrue();
        assertThat(national.isWeakerThan(own, Direction.DOWN)).isFalse();
    }

    @Test
    void the_upper_end_may_not_lie_below_the_lower() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measure(Comparator.EQUAL, new BigDecimal(5), new BigDecimal(4), "%"));
    }
}
