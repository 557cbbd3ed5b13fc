package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TypedTest {
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
