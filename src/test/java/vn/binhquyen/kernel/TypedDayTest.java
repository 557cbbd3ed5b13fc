package vn.binhquyen.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDayTest {
    @ParameterizedTest
    @ValueSource(strings = {"5/3/2026", "05/03/2026", " 5/03/2026 ", "05-03-2026", "5.3.2026", "2026-03-05"})
    void a_day_is_read_day_first_with_and_without_zeros_and_as_a_machine_writes_it(String text) {
        assertThat(TypedDay.of(text)).contains(LocalDate.of(2026, 3, 5));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"31/02/2026", "2026-02-31", "2026-3-5", "5/3", "5/3/26", "hôm nay", ""})
    void what_is_no_day_is_none(String text) {
        assertThat(TypedDay.of(text)).isEmpty();
    }

    @Test
    void a_field_shows_a_day_as_offices_write_it() {
        assertThat(TypedDay.show(LocalDate.of(2026, 3, 5))).isEqualTo("05/03/2026");
    }
}
