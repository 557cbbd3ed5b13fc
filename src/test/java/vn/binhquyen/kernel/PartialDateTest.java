package vn.binhquyen.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-05", "2026-05-14", "05-14", "02-29"})
    void reads_back_what_it_writes(String iso) {
        assertThat(PartialDate.parse(iso)).hasToString(iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-13", "2026-02-30", "14/05/2026", "02-30"})
    void refuses_what_is_no_date(String iso) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(iso));
    }

    @Test
    void a_month_lasts_from_its_first_to_its_last_day() {
        var may = PartialDate.parse("2026-05");

        assertThat(may.earliest()).contains(LocalDate.of(2026, 5, 1));
        assertThat(may.latest()).contains(LocalDate.of(2026, 5, 31));
    }

    @Test
    void a_day_of_every_year_has_no_place_in_time_until_a_year_is_given() {
        var day = PartialDate.parse("06-10");

        assertThat(day.earliest()).isEmpty();
        assertThat(day.inYear(2026)).hasToString("2026-06-10");
    }

    @Test
    void the_29th_of_february_becomes_the_28th_in_a_common_year() {
        assertThat(PartialDate.parse("02-29").inYear(2026)).hasToString("2026-02-28");
    }

    @Test
    void a_date_that_has_a_year_keeps_it() {
        assertThat(PartialDate.parse("2024-06-10").inYear(2026)).hasToString("2024-06-10");
    }
}
