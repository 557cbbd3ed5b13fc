package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
    @ParameterizedTest
    @ValueSource(strings = {"5/3/2026", "05/03/2026", " 5/03/2026 "})
    void a_day_is_read_with_and_without_zeros(String text) {
        assertThat(Typed.day(text)).contains(LocalDate.of(2026, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "2026-03-05", "5/3", "hôm nay", ""})
    void what_is_no_day_is_none(String text) {
        assertThat(Typed.day(text)).isEmpty();
    }

    @Test
    void numbers_are_read_as_vietnam_writes_them() {
        assertThat(Typed.decimal("1.180")).contains(new BigDecimal("1180"));
        assertThat(Typed.decimal("2,5")).contains(new BigDecimal("2.5"));
        assertThat(Typed.decimal("ba")).isEmpty();
        assertThat(Typed.decimal("-3")).isEmpty();
    }

    @Test
    void a_whole_number_has_no_decimals_and_is_not_beyond_all_measure() {
        assertThat(Typed.integer("12")).contains(12);
        assertThat(Typed.integer("1,5")).isEmpty();
        assertThat(Typed.integer("99999999999")).isEmpty();
    }
}
