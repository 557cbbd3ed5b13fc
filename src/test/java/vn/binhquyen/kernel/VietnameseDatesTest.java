package vn.binhquyen.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ngày 26/4/2026                     | 2026-04-26
        ngày 05-3-2026                     | 2026-03-05
        ngày 25 tháng 3 năm 2024           | 2024-03-25
        ngày     tháng 5 năm 2026          | 2026-05
        ngày … tháng … năm 2026            | 2026
        trước ngày 10/6                    | 06-10
        ngày 15 tháng 11 hằng năm          | 11-15
        trong tháng 3/2026                 | 2026-03
        """)
    void reads_dates_as_offices_write_them(String words, String iso) {
        assertThat(VietnameseDates.first(words)).hasToString("Optional[" + iso + "]");
    }

    @ParameterizedTest
    @CsvSource({"103 bé trai/100 bé gái", "ngày 31/02/2026", "số 48/2009/NĐ-CP", "14/13 điểm", "năm 2026"})
    void passes_over_what_only_looks_like_a_date(String words) {
        assertThat(VietnameseDates.find(words)).isEmpty();
    }

    @Test
    void finds_every_date_with_its_position() {
        var found = VietnameseDates.find("từ ngày 15/11 đến ngày 15/12/2024");

        assertThat(found).extracting(date -> date.date().toString()).containsExactly("11-15", "2024-12-15");
        assertThat(found.getFirst().start()).isEqualTo("từ ngày ".length());
    }
}
