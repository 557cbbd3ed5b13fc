package vn.binhquyen.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OddityTest {
    @Test
    void a_share_of_more_than_all_is_impossible_but_a_ratio_may_be_so_large() {
        assertThat(of(true, "101")).contains(Oddity.IMPOSSIBLE);
        assertThat(of(true, "100")).isEmpty();
        assertThat(of(false, "111")).isEmpty();
    }

    @Test
    void a_leap_is_three_times_the_usual_step_and_more_than_a_tenth() {
        assertThat(of(true, "40", "42", "44", "52")).contains(Oddity.LEAP);
        assertThat(of(true, "40", "42", "44", "50")).isEmpty();
        assertThat(of(true, "90", "90", "90", "98")).isEmpty();
        assertThat(of(true, "90", "90", "90", "79")).contains(Oddity.LEAP);
    }

    @Test
    void two_steps_are_too_few_to_say_what_is_usual() {
        assertThat(of(true, "40", "41", "80")).isEmpty();
    }

    private static Optional<Oddity> of(boolean share, String... series) {
        return Oddity.of(Stream.of(series).map(BigDecimal::new).toList(), share);
    }
}
