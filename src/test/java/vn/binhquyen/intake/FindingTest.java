package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

    private static final String PLAN = """
        Số: 7/KH-UBND

        Thượng Sơn, ngày 20 tháng 01 năm 2026

        **KẾ HOẠCH**
        **Công tác bình đẳng giới %s trên địa bàn xã Thượng Sơn**

        Căn cứ Kế hoạch số 146/KH-UBND ngày %s của UBND tỉnh Minh Hà, UBND xã Thượng Sơn ban hành Kế hoạch như sau:

        **I. MỤC TIÊU**

        **Mục tiêu 1: Trong lĩnh vực kinh tế**

        - Chỉ tiêu 1: %s.

        **II. KINH PHÍ**

        Ngân sách xã.

        **III. TỔ CHỨC THỰC HIỆN**

        **1. Phòng Kinh tế**

        - Theo dõi, báo cáo các chỉ tiêu của %s.

        - %s

        **%s. CHẾ ĐỘ BÁO CÁO**

        Các thôn gửi báo cáo năm trước ngày %s; tổ chức Tháng hành động từ ngày 15/11/2026 đến ngày 15/12/2026./.

        **Nơi nhận:**

        - Sở Nội vụ;
        - Lưu: VT.

        **CHỦ TỊCH**

        **Lục Văn Tài**
        """;

    private static final String SOUND = "Tỷ lệ nữ tổ trưởng tổ hợp tác đạt 40%";

    /** A sound plan in which one thing can be made unsound. */
    private static final class Draft {
        private String period = "năm 2026";
        private String basisDate = "05/01/2026";
        private String indicator = SOUND;
        private String owned = "Mục tiêu 1";
        private String task = "Mở lớp nghề cho lao động nữ.";
        private String lastPart = "IV";
        private String due = "20/12/2026";

        List<String> rules() {
            return findings().stream().map(Finding::rule).toList();
        }

        List<Finding> findings() {
            return Samples.plan(text()).plan().findings();
        }

        String text() {
            return PLAN.formatted(period, basisDate, indicator, owned, task, lastPart, due);
        }
    }

    private static Draft withIndicator(String words) {
        var draft = new Draft();
        draft.indicator = words;
        return draft;
    }

    @Test
    void a_sound_plan_gives_no_finding() {
        assertThat(new Draft().rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Giảm tỷ lệ tảo hôn từ 5% xuống 6%",
                "Giảm tỷ lệ tảo hôn từ 5% xuống 5%",
                "Tăng tỷ lệ nữ tổ trưởng từ 40% lên 35%"
            })
    void target_direction_asks_about_a_change_that_goes_the_wrong_way(String words) {
        assertThat(withIndicator(words).rules()).containsExactly("target-direction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Giảm tỷ lệ tảo hôn từ 6% xuống 5%",
                "Giảm tỷ lệ tảo hôn từ 2% xuống dưới 2%",
                "Tăng tỷ lệ nữ tổ trưởng từ 35% lên 40%"
            })
    void target_direction_is_content_with_a_change_that_goes_the_right_way(String words) {
        assertThat(withIndicator(words).rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Tỷ số giới tính khi sinh là 52%", "Tỷ số giới tính khi sinh không quá 90 bé trai/100 bé gái"})
    void ratio_base_asks_about_a_sex_ratio_on_another_base_or_beyond_the_possible(String words) {
        assertThat(withIndicator(words).rules()).contains("ratio-base");
    }

    @Test
    void ratio_base_is_content_with_boys_per_hundred_girls() {
        assertThat(withIndicator("Tỷ số giới tính khi sinh không quá 109 bé trai/100 bé gái")
                        .rules())
                .isEmpty();
    }

    @Test
    void implausible_value_asks_about_a_share_above_the_whole() {
        assertThat(withIndicator("Tỷ lệ nữ tổ trưởng tổ hợp tác đạt 140%").rules())
                .containsExactly("implausible-value");
    }

    @Test
    void implausible_value_is_content_with_the_whole() {
        assertThat(withIndicator("100% thôn có tổ truyền thông").rules()).isEmpty();
    }

    @Test
    void weaker_than_national_asks_about_less_than_the_nation_has_promised() {
        assertThat(withIndicator("Tỷ lệ lao động nữ làm công hưởng lương đạt 45%")
                        .rules())
                .containsExactly("weaker-than-national");
    }

    @Test
    void weaker_than_national_is_content_with_as_much() {
        assertThat(withIndicator("Tỷ lệ lao động nữ làm công hưởng lương đạt 50%")
                        .rules())
                .isEmpty();
    }

    @Test
    void target_without_year_asks_in_a_plan_of_several_years() {
        var draft = new Draft();
        draft.period = "giai đoạn 2026 - 2030";

        assertThat(draft.rules()).containsExactly("target-without-year");
    }

    @Test
    void target_without_year_is_content_where_the_year_is_said_or_the_target_recurs() {
        var dated = withIndicator("Tỷ lệ nữ tổ trưởng tổ hợp tác đạt 40% vào năm 2030");
        dated.period = "giai đoạn 2026 - 2030";
        var recurring = withIndicator("Mỗi quý có ít nhất 02 buổi sinh hoạt câu lạc bộ");
        recurring.period = "giai đoạn 2026 - 2030";

        assertThat(dated.rules()).isEmpty();
        assertThat(recurring.rules()).isEmpty();
    }

    @Test
    void numbering_gap_asks_about_a_part_that_was_skipped() {
        var draft = new Draft();
        draft.lastPart = "VI";

        assertThat(draft.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("numbering-gap");
            assertThat(finding.message()).contains("III").contains("VI");
        });
    }

    @Test
    void numbering_gap_asks_about_letters_that_turn_into_dashes() {
        String text = new Draft()
                .text()
                .replace("- Mở lớp nghề", "a) Mở câu lạc bộ.\n\n- Mở lớp nghề")
                .replace("- Theo dõi", "b) Theo dõi");

        assertThat(Samples.plan(text).plan().findings())
                .extracting(Finding::rule)
                .contains("numbering-gap");
    }

    @Test
    void numbering_gap_is_content_with_the_letters_of_vietnamese_and_of_word() {
        String items = "a) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\n%s) Năm.";
        for (String fifth : List.of("đ", "e")) {
            String text = new Draft()
                    .text()
                    .replace("- Mở lớp nghề cho lao động nữ.", items.formatted(fifth))
                    .replace("- Theo dõi, báo cáo", "Theo dõi, báo cáo");

            assertThat(Samples.plan(text).plan().findings())
                    .extracting(Finding::rule)
                    .doesNotContain("numbering-gap");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        **II. KINH PHÍ**%n%nNgân sách xã. | budget
        - Sở Nội vụ;%n- Lưu: VT.          | recipients
        **Lục Văn Tài**                   | signatory
        """)
    void missing_part_asks_about_each_part_that_is_absent(String part, String subject) {
        String text = new Draft().text().replace(part.formatted(), "");

        assertThat(Samples.plan(text).plan().findings())
                .filteredOn(finding -> finding.rule().equals("missing-part"))
                .extracting(Finding::subject)
                .containsExactly(subject);
    }

    @Test
    void date_order_asks_about_a_basis_later_than_the_plan() {
        var draft = new Draft();
        draft.basisDate = "25/02/2026";

        assertThat(draft.rules()).containsExactly("date-order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20/12/2025", "20/12/2027"})
    void date_order_asks_about_a_deadline_before_the_plan_or_after_its_period(String due) {
        var draft = new Draft();
        draft.due = due;

        assertThat(draft.rules()).containsExactly("date-order");
    }

    @Test
    void date_order_is_content_with_a_report_on_the_year_early_in_the_next() {
        var draft = new Draft();
        draft.due = "10/01/2027";

        assertThat(draft.rules()).isEmpty();
    }

    @Test
    void report_before_event_ends_asks_about_a_yearly_report_during_the_action_month() {
        var draft = new Draft();
        draft.due = "01/12/2026";

        assertThat(draft.rules()).containsExactly("report-before-event-ends");
    }

    @Test
    void report_before_event_ends_is_content_with_the_day_of_its_end() {
        var draft = new Draft();
        draft.due = "15/12/2026";

        assertThat(draft.rules()).isEmpty();
    }

    @Test
    void unassigned_indicator_asks_where_agencies_follow_others_only() {
        var draft = new Draft();
        draft.owned = "Mục tiêu 2";

        assertThat(draft.rules()).containsExactly("unassigned-indicator");
    }

    @Test
    void unassigned_indicator_asks_once_where_nobody_follows_any() {
        var draft = new Draft();
        draft.owned = "Kế hoạch này";

        assertThat(draft.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unassigned-indicator");
            assertThat(finding.subject()).isEqualTo("objectives");
        });
    }

    @Test
    void ocr_suspect_asks_about_a_known_misreading_at_its_place() {
        var draft = new Draft();
        draft.task = "Lòng ghép vào kế hoạch của ngành.";
        Reading.Plan read = Samples.plan(draft.text());

        assertThat(read.plan().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("ocr-suspect");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.INFO);
            assertThat(finding.at()).isNotNull();
            assertThat(read.text().at(java.util.Objects.requireNonNull(finding.at())))
                    .isEqualTo("Lòng ghép");
        });
    }

    @Test
    void ocr_suspect_is_content_with_the_right_words() {
        var draft = new Draft();
        draft.task = "Lồng ghép vào kế hoạch của ngành trong phần đầu năm.";

        assertThat(draft.rules()).isEmpty();
    }

    @Test
    void repeated_text_asks_about_a_task_told_twice_to_one_agency() {
        var draft = new Draft();
        draft.task = "Mở lớp nghề cho lao động nữ ở các thôn.\n\n- Mở lớp nghề cho lao động nữ ở các thôn.";

        assertThat(draft.rules()).containsExactly("repeated-text");
    }

    @Test
    void repeated_text_is_content_with_one_task_for_two_agencies() {
        var draft = new Draft();
        draft.task = "Mở lớp nghề cho lao động nữ ở các thôn.\n\n"
                + "**2. Công an xã**\n\n"
                + "- Mở lớp nghề cho lao động nữ ở các thôn.";

        assertThat(draft.rules()).isEmpty();
    }

    @Test
    void a_plan_edited_by_hand_is_asked_again_without_its_document() {
        ReadPlan plan = Samples.plan(
                        withIndicator("Giảm tỷ lệ tảo hôn từ 5% xuống 6%").text())
                .plan();
        ReadPlan edited = PlanJson.read(
                PlanJson.write(plan).replace("\"baseline\":5", "\"baseline\":7").replace("từ 5%", "từ 7%"));

        assertThat(new PlanChecks().check(edited, null, Samples.VIETNAMESE)).isEmpty();
    }

    @Test
    void figure_in_text_asks_when_only_the_target_was_edited() {
        ReadPlan plan = Samples.plan(
                        withIndicator("Giảm tỷ lệ tảo hôn từ 5% xuống 6%").text())
                .plan();
        ReadPlan edited = PlanJson.read(PlanJson.write(plan).replace("\"value\":6", "\"value\":4"));

        assertThat(new PlanChecks().check(edited, null, Samples.VIETNAMESE))
                .extracting(Finding::rule, Finding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "figure-in-text", "Nội dung chỉ tiêu ghi 6% nhưng mức phấn đấu ghi 4%."));
    }

    @Test
    void the_sample_of_the_demonstration_shows_its_doubtful_places() throws IOException {
        assertThat(Samples.read(Samples.COMMUNE_WORD).plan().findings())
                .extracting(Finding::rule)
                .containsExactly(
                        "target-direction", "weaker-than-national", "unassigned-indicator", "report-before-event-ends");
    }

    @Test
    void findings_speak_the_language_of_the_reader() {
        Reading.Plan read =
                Samples.plan(withIndicator("Tỷ lệ nữ tổ trưởng đạt 140%").text());

        assertThat(new PlanChecks().check(read.plan(), read.text(), Locale.ENGLISH))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("The value 140% is impossible.");
    }
}
