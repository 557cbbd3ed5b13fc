package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.intake.check.Rule.InHand;
import vn.binhquyen.intake.knowledge.Knowledge;

/** Of targets beside those of others, and of words that are wrong, foreign or broken. */
class WordingFindingTest {

    private static List<String> below(String own, String parent) {
        Reading.Plan read = Samples.plan(SoundPlan.withIndicator(own).text());
        ReadPlan above = Samples.plan(SoundPlan.withIndicator(parent).text()).plan();
        var hand = new InHand(read.plan(), read.text(), Knowledge.NONE, above);
        return new PlanChecks()
                .check(hand, Samples.VIETNAMESE).stream().map(Finding::rule).toList();
    }

    private static List<String> strategy(String indicators) {
        var plan = SoundPlan.withIndicator(indicators);
        plan.period = "giai đoạn 2026 - 2030";
        return SoundPlan.rules(
                plan.text().replace("**Công tác bình đẳng giới", "**Thực hiện Chiến lược quốc gia về bình đẳng giới"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tăng tỷ lệ nữ tổ trưởng tổ hợp tác đạt 40%   | Tăng tỷ lệ nữ tổ trưởng tổ hợp tác đạt 45%
        Tỷ lệ lao động nữ làm công hưởng lương đạt 55% | Nâng tỷ lệ nữ lao động làm công hưởng lương lên 60%
        """)
    void weaker_than_parent_asks_about_less_than_the_plan_above(String own, String parent) {
        assertThat(below(own, parent)).containsExactly("weaker-than-parent");
    }

    @Test
    void weaker_than_parent_is_content_with_as_much_and_with_other_targets() {
        assertThat(below("Tăng tỷ lệ nữ tổ trưởng tổ hợp tác đạt 40%", "Tăng tỷ lệ nữ tổ trưởng tổ hợp tác đạt 40%"))
                .isEmpty();
        assertThat(below("Tăng tỷ lệ nữ tổ trưởng tổ hợp tác đạt 40%", "Tăng tỷ lệ thôn có đội văn nghệ đạt 90%"))
                .isEmpty();
    }

    @Test
    void missing_national_indicator_asks_once_where_a_plan_for_the_strategy_leaves_some_out() {
        assertThat(strategy("Tỷ lệ lao động nữ làm công hưởng lương đạt 60% vào năm 2030"))
                .containsOnlyOnce("missing-national-indicator");
    }

    @Test
    void missing_national_indicator_is_content_with_a_plan_of_one_year() {
        assertThat(SoundPlan.withIndicator("Tỷ lệ lao động nữ làm công hưởng lương đạt 60%")
                        .rules())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tăng tỷ lệ nữ tổ trưởng tổ hợp tác", "Tỷ lệ nữ tổ trưởng tổ hợp tác đạt ...%"})
    void indicator_without_quantity_asks_about_a_share_that_is_not_said(String words) {
        assertThat(SoundPlan.withIndicator(words).rules()).containsExactly("indicator-without-quantity");
    }

    @Test
    void indicator_without_quantity_is_content_with_what_cannot_be_counted() {
        assertThat(SoundPlan.withIndicator("Đưa nội dung về giới vào sinh hoạt của các tổ hợp tác")
                        .rules())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100% Trạm Y tế xã có phòng tư vấn", "50% Hội Liên hiệp Phụ nữ xã tổ chức truyền thông"})
    void fraction_of_one_asks_about_a_share_of_what_there_is_once(String words) {
        assertThat(SoundPlan.withIndicator(words).rules()).containsExactly("fraction-of-one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100% thôn có tổ truyền thông", "100% cán bộ Trạm Y tế xã được tập huấn"})
    void fraction_of_one_is_content_with_a_share_of_many(String words) {
        assertThat(SoundPlan.withIndicator(words).rules()).isEmpty();
    }

    @Test
    void missing_annex_asks_about_an_annex_that_is_not_there() {
        assertThat(SoundPlan.withTask("Thực hiện theo Phụ lục kèm theo Kế hoạch này.")
                        .rules())
                .containsExactly("missing-annex");
    }

    @Test
    void missing_annex_is_content_with_an_annex_at_the_end_and_with_that_of_another_document() {
        String text = SoundPlan.withTask("Thực hiện theo Phụ lục kèm theo Kế hoạch này.")
                .text();

        assertThat(SoundPlan.rules(text + "\n\n**PHỤ LỤC**\n\nBiểu tổng hợp")).doesNotContain("missing-annex");
        assertThat(SoundPlan.withTask("Báo cáo theo Phụ lục của Nghị định về báo cáo.")
                        .rules())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mở lớp nghề cho lao động nữ trên địa bàn xã Nà Lâm.",
                "Mở lớp nghề cho lao động nữ; báo cáo UBND xã Khuổi Bốc."
            })
    void wrong_unit_name_asks_about_another_commune_in_the_place_of_ones_own(String task) {
        assertThat(SoundPlan.withTask(task).rules()).containsExactly("wrong-unit-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mở lớp nghề cho lao động nữ trên địa bàn xã Thượng Sơn.",
                "Học tập kinh nghiệm của xã Nà Lâm, tỉnh Minh Hà.",
                "Thực hiện Kế hoạch số 3/KH-UBND ngày 02/01/2026 của UBND xã Nà Lâm."
            })
    void wrong_unit_name_is_content_with_ones_own_name_and_with_neighbours(String task) {
        assertThat(SoundPlan.withTask(task).rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mở lớp nghề cho lao động nữ trên địa bàn tỉnh.",
                "Tuyên truyền sâu rộng từ tỉnh đến cơ sở về bình đẳng giới."
            })
    void wrong_level_asks_about_the_words_of_the_province_in_a_commune(String task) {
        assertThat(SoundPlan.withTask(task).rules()).containsExactly("wrong-level");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mở lớp nghề cho lao động nữ trên địa bàn xã.",
                "Thực hiện Kế hoạch số 146/KH-UBND ngày 05/01/2026 về bình đẳng giới trên địa bàn tỉnh."
            })
    void wrong_level_is_content_with_ones_own_level_and_with_the_title_of_a_plan_above(String task) {
        assertThat(SoundPlan.withTask(task).rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mở lớp nghề cho cho lao động nữ.",
                "Mở lớp nghề (ưu tiên hộ nghèo cho lao động nữ.",
                "Duy trì mô hình “Tổ hợp tác của chị em cho lao động nữ.",
                "Mở lớp nghề cho lao động nữ ở các thôn vùng sâu, vùng xa và"
            })
    void broken_sentence_asks_about_doubled_words_open_marks_and_sudden_ends(String task) {
        assertThat(SoundPlan.withTask(task).rules()).containsExactly("broken-sentence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mở lớp nghề: a) cho lao động nữ; b) cho hộ nghèo (nếu có).",
                "Duy trì mô hình “Tổ hợp tác” (28/6) cho lao động nữ.",
                "Luôn luôn quan tâm lao động nữ."
            })
    void broken_sentence_is_content_with_whole_sentences(String task) {
        assertThat(SoundPlan.withTask(task).rules()).isEmpty();
    }
}
