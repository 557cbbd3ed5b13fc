package vn.binhquyen.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapTest {
    @Test
    void it_is_told_as_difference_parity_and_women_to_a_hundred_men() {
        Gap gap = between("30", "60", "15", "45").orElseThrow();
        assertThat(gap.difference()).isEqualByComparingTo("-30");
        assertThat(gap.parity()).isEqualByComparingTo("0.5");
        assertThat(gap.womenToHundredMen()).isEqualByComparingTo("33.3");
        assertThat(gap.says()).isEqualTo(Gap.Says.WOMEN_LOWER);
    }

    @Test
    void three_parts_in_a_hundred_count_as_equal() {
        assertThat(between("97", "100", "1", "1").orElseThrow().says()).isEqualTo(Gap.Says.EQUAL);
        assertThat(between("96.4", "100", "1", "1").orElseThrow().says()).isEqualTo(Gap.Says.WOMEN_LOWER);
        assertThat(between("104", "100", "1", "1").orElseThrow().says()).isEqualTo(Gap.Says.MEN_LOWER);
    }

    @Test
    void where_men_have_nothing_there_is_a_difference_and_no_parity() {
        Gap gap = between("5", "0", "3", "0").orElseThrow();
        assertThat(gap.parity()).isNull();
        assertThat(gap.womenToHundredMen()).isNull();
        assertThat(gap.says()).isEqualTo(Gap.Says.MEN_LOWER);
    }

    @Test
    void one_alone_makes_no_gap() {
        assertThat(Gap.between(BigDecimal.ONE, null, null, null)).isEmpty();
    }

    private static Optional<Gap> between(String women, String men, String womenCounted, String menCounted) {
        return Gap.between(
                new BigDecimal(women), new BigDecimal(men), new BigDecimal(womenCounted), new BigDecimal(menCounted));
    }
}
