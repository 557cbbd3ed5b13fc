package vn.binhquyen.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseWritingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1,4       | 1.4
        02        | 2
        1.000     | 1000
        1.234,5   | 1234.5
        98.5      | 98.5
        100       | 100
        """)
    void numbers_have_points_between_thousands_and_a_comma_before_decimals(String words, String value) {
        assertThat(VietnameseNumbers.parse(words).orElseThrow()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"mười", "1.2.3", "-"})
    void what_is_no_number_is_not_read(String words) {
        assertThat(VietnameseNumbers.parse(words)).isEmpty();
    }

    @Test
    void folding_keeps_every_character_in_its_place() {
        assertThat(VietnameseText.fold("Ủy ban Đường – Thúy")).isEqualTo("uy ban duong - thuy");
    }

    @Test
    void decomposed_accents_and_invisible_characters_are_normalised() {
        assertThat(VietnameseText.normalise("Bi\u0300nh\u00A0\u200BQuye\u0302\u0300n"))
                .isEqualTo("Bình Quyền");
    }

    @Test
    void the_tone_mark_moves_only_in_open_syllables() {
        assertThat(VietnameseText.unifyTones("uỷ ban, văn hoá, đoàn, toàn, hoàn"))
                .isEqualTo("ủy ban, văn hóa, đoàn, toàn, hoàn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UBND xã Thượng Sơn                        | Uỷ ban nhân dân xã Thượng Sơn
        Ủy ban MTTQ Việt Nam xã                   | Ủy ban Mặt trận Tổ quốc Việt Nam xã
        Sở LĐ-TB&XH                               | Sở Lao động - Thương binh và Xã hội
        Sở LĐTBXH                                 | Sở Lao động – Thương binh và xã hội
        Phòng Văn hoá - Xã hội                    | Phòng Văn hóa – Xã hội
        Hội LHPN xã                               | Hội Liên hiệp Phụ nữ xã
        """)
    void two_spellings_of_one_name_are_the_same(String one, String other) {
        assertThat(Names.similarity(one, other)).isEqualTo(1);
    }

    @Test
    void different_bodies_are_not_the_same() {
        assertThat(Names.similarity("Công an xã", "Trạm Y tế xã")).isLessThan(0.6);
    }
}
