package vn.binhquyen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.statistics.NationalStrategy.Aim;

class NationalStrategyTest {

    private final NationalStrategy strategy = NationalStrategy.shipped();

    @Test
    void twenty_three_measures_with_unique_codes_are_shipped() {
        assertThat(strategy.measures())
                .hasSize(23)
                .extracting(NationalStrategy.Measure::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_measure_tells_its_aims_direction_and_levels() {
        var farming = strategy.find("NQ28-2.2").orElseThrow();

        assertThat(farming.direction()).isEqualTo(Direction.DOWN);
        assertThat(farming.aim2030()).isEqualTo(new Aim(Comparator.LESS_THAN, new BigDecimal(25)));
        assertThat(farming.binds()).contains(Level.COMMUNE);
    }

    @Test
    void the_aim_of_2025_counts_up_to_that_year_and_that_of_2030_after() {
        var leaders = strategy.find("NQ28-1.1").orElseThrow();

        assertThat(leaders.aimFor(2025).map(Aim::value)).contains(new BigDecimal(60));
        assertThat(leaders.aimFor(2026).map(Aim::value)).contains(new BigDecimal(75));
    }

    @Test
    void a_qualitative_measure_has_no_aims() {
        var teaching = strategy.find("NQ28-5.1").orElseThrow();

        assertThat(teaching.qualitative()).isTrue();
        assertThat(teaching.aimFor(2030)).isEmpty();
    }

    @Test
    void what_was_not_confirmed_in_a_published_text_is_marked() {
        assertThat(strategy.find("NQ28-4.3").orElseThrow().verified()).isFalse();
        assertThat(strategy.find("NQ28-4.1").orElseThrow().verified()).isTrue();
    }

    @Test
    void the_sex_ratio_at_birth_moves_toward_a_natural_band() {
        var ratio = strategy.find("NQ28-4.1").orElseThrow();

        assertThat(ratio.direction()).isEqualTo(Direction.TOWARD);
        assertThat(ratio.naturalLow()).isEqualByComparingTo("104");
    }
}
