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

    @Test
    void a_sound_plan_gives_no_finding() {
        assertThat(new SoundPlan().rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Giảm tỷ lệ tảo hôn từ 5% xuống 6%",
                "Giảm tỷ lệ tảo hôn từ 5% xuống 5%",
                "Tăng tỷ lệ nữ tổ trưởng từ 40% lên 35%"
            })
    void target_direction_asks_about_a_change_that_goes_the_wrong_way(String words) {
        assertThat(SoundPlan.withIndicator(words).rules()).containsExactly("target-direction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Giảm tỷ lệ tảo hôn từ 6% xuống 5%",
                "Giảm tỷ lệ tảo hôn từ 2% xuống dưới 2%",
                "Tăng tỷ lệ nữ tổ trưởng từ 35% lên 40%"
            })
    void target_direction_is_content_with_a_change_that_goes_the_right_way(String words) {
        assertThat(SoundPlan.withIndicator(words).rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Tỷ số giới tính khi sinh là 52%", "Tỷ số giới tính khi sinh không quá 90 bé trai/100 bé gái"})
    void ratio_base_asks_about_a_sex_ratio_on_another_base_or_beyond_the_possible(String words) {
        assertThat(SoundPlan.withIndicator(words).rules()).contains("ratio-base");
    }

    @Test
    void ratio_base_is_content_with_boys_per_hundred_girls() {
        assertThat(SoundPlan.withIndicator("Tỷ số giới tính khi sinh không quá 109 bé trai/100 bé gái")
                        .rules())
                .isEmpty();
    }

    @Test
    void implausible_value_asks_about_a_share_above_the_whole() {
        assertThat(SoundPlan.withIndicator("Tỷ lệ nữ tổ trưởng tổ hợp tác đạt 140%")
                        .rules())
                .containsExactly("implausible-value");
    }

    @Test
    void implausible_value_is_content_with_the_whole() {
        assertThat(SoundPlan.withIndicator("100% thôn có tổ truyền thông").rules())
                .isEmpty();
    }

    @Test
    void weaker_than_national_asks_about_less_than_the_nation_has_promised() {
        assertThat(SoundPlan.withIndicator("Tỷ lệ lao động nữ làm công hưởng lương đạt 45%")
                        .rules())
                .containsExactly("weaker-than-national");
    }

    @Test
    void weaker_than_national_is_content_with_as_much() {
        assertThat(SoundPlan.withIndicator("Tỷ lệ lao động nữ làm công hưởng lương đạt 50%")
                        .rules())
                .isEmpty();
    }

    @Test
    void weaker_than_national_asks_nothing_before_the_strategy_wants_something() {
        assertThat(SoundPlan.withIndicator("Tỷ lệ lao động nữ làm công hưởng lương đạt 45% năm 2024")
                        .rules())
                .doesNotContain("weaker-than-national");
    }

    @Test
    void target_direction_takes_an_upper_bound_in_a_table_for_no_rise() {
        assertThat(SoundPlan.rulesWith("- Chỉ tiêu 1: Tỷ lệ nữ tổ trưởng tổ hợp tác đạt 40%.", """
            | STT | Chỉ tiêu | Đơn vị | Thực hiện năm 2025 | Năm 2026 |
            |---|---|---|---|---|
            | 1 | Số cặp tảo hôn | cặp | 31 | < 20 |
            """))
                .doesNotContain("target-direction");
    }

    @Test
    void target_without_year_asks_in_a_plan_of_several_years() {
        var draft = new SoundPlan();
        draft.period = "giai đoạn 2026 - 2030";

        assertThat(draft.rules()).containsExactly("target-without-year");
    }

    @Test
    void target_without_year_is_content_where_the_year_is_said_or_the_target_recurs() {
        var dated = SoundPlan.withIndicator("Tỷ lệ nữ tổ trưởng tổ hợp tác đạt 40% vào năm 2030");
        dated.period = "giai đoạn 2026 - 2030";
        var recurring = SoundPlan.withIndicator("Mỗi quý có ít nhất 02 buổi sinh hoạt câu lạc bộ");
        recurring.period = "giai đoạn 2026 - 2030";

        assertThat(dated.rules()).isEmpty();
        assertThat(recurring.rules()).isEmpty();
    }

    @Test
    void numbering_gap_asks_about_a_part_that_was_skipped() {
        var draft = new SoundPlan();
        draft.lastPart = "VI";

        assertThat(draft.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("numbering-gap");
            assertThat(finding.message()).contains("III").contains("VI");
        });
    }

    @Test
    void numbering_gap_asks_about_letters_that_turn_into_dashes() {
        String text = new SoundPlan()
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
            String text = new SoundPlan()
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
        - Sở Nội vụ;%n- Các cơ quan, đơn vị trên địa bàn xã;%n- Lưu: VT. | recipients
        **Lục Văn Tài**                   | signatory
        """)
    void missing_part_asks_about_each_part_that_is_absent(String part, String subject) {
        String text = new SoundPlan().text().replace(part.formatted(), "");

        assertThat(Samples.plan(text).plan().findings())
                .filteredOn(finding -> finding.rule().equals("missing-part"))
                .extracting(Finding::subject)
                .containsExactly(subject);
    }

    @Test
    void missing_part_is_content_with_all_parts() {
        assertThat(new SoundPlan().rules()).doesNotContain("missing-part");
    }

    @Test
    void date_order_asks_about_a_basis_later_than_the_plan() {
        var draft = new SoundPlan();
        draft.basisDate = "25/02/2026";

        assertThat(draft.rules()).containsExactly("date-order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20/12/2025", "20/12/2027"})
    void date_order_asks_about_a_deadline_before_the_plan_or_after_its_period(String due) {
        var draft = new SoundPlan();
        draft.due = due;

        assertThat(draft.rules()).containsExactly("date-order");
    }

    @Test
    void date_order_is_content_with_a_report_on_the_year_early_in_the_next() {
        var draft = new SoundPlan();
        draft.due = "10/01/2027";

        assertThat(draft.rules()).isEmpty();
    }

    @Test
    void report_before_event_ends_asks_about_a_yearly_report_during_the_action_month() {
        var draft = new SoundPlan();
        draft.due = "01/12/2026";

        assertThat(draft.rules()).containsExactly("report-before-event-ends");
    }

    @Test
    void report_before_event_ends_is_content_with_the_day_of_its_end() {
        var draft = new SoundPlan();
        draft.due = "15/12/2026";

        assertThat(draft.rules()).isEmpty();
    }

    @Test
    void unassigned_indicator_asks_where_agencies_follow_others_only() {
        var draft = new SoundPlan();
        draft.owned = "Mục tiêu 2";

        assertThat(draft.rules()).contains("unassigned-indicator");
    }

    @Test
    void unassigned_indicator_is_content_where_somebody_follows_the_objective() {
        assertThat(new SoundPlan().rules()).doesNotContain("unassigned-indicator");
    }

    @Test
    void unassigned_indicator_asks_once_where_nobody_follows_any() {
        var draft = new SoundPlan();
        draft.owned = "Kế hoạch này";

        assertThat(draft.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unassigned-indicator");
            assertThat(finding.subject()).isEqualTo("objectives");
        });
    }

    @Test
    void ocr_suspect_asks_about_a_known_misreading_at_its_place() {
        var draft = new SoundPlan();
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
        var draft = new SoundPlan();
        draft.task = "Lồng ghép vào kế hoạch của ngành trong phần đầu năm.";

        assertThat(draft.rules()).isEmpty();
    }

    @Test
    void repeated_text_asks_about_a_task_told_twice_to_one_agency() {
        var draft = new SoundPlan();
        draft.task = "Mở lớp nghề cho lao động nữ ở các thôn.\n\n- Mở lớp nghề cho lao động nữ ở các thôn.";

        assertThat(draft.rules()).containsExactly("repeated-text");
    }

    @Test
    void repeated_text_is_content_with_one_task_for_two_agencies() {
        var draft = new SoundPlan();
        draft.task = "Mở lớp nghề cho lao động nữ ở các thôn.\n\n"
                + "**2. Công an xã**\n\n"
                + "- Mở lớp nghề cho lao động nữ ở các thôn.";

        assertThat(draft.rules()).isEmpty();
    }

    @Test
    void a_plan_edited_by_hand_is_asked_again_without_its_document() {
        ReadPlan plan = Samples.plan(SoundPlan.withIndicator("Giảm tỷ lệ tảo hôn từ 5% xuống 6%")
                        .text())
                .plan();
        ReadPlan edited = PlanJson.read(
                PlanJson.write(plan).replace("\"baseline\":5", "\"baseline\":7").replace("từ 5%", "từ 7%"));

        assertThat(new PlanChecks().check(edited, null, Samples.VIETNAMESE)).isEmpty();
    }

    @Test
    void figure_in_text_is_content_where_words_and_target_say_the_same() {
        assertThat(SoundPlan.withIndicator("Giảm tỷ lệ tảo hôn từ 6% xuống 5%").rules())
                .doesNotContain("figure-in-text");
    }

    @Test
    void figure_in_text_asks_when_only_the_target_was_edited() {
        ReadPlan plan = Samples.plan(SoundPlan.withIndicator("Giảm tỷ lệ tảo hôn từ 5% xuống 6%")
                        .text())
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
                        "period-mismatch",
                        "target-direction",
                        "weaker-than-national",
                        "unassigned-indicator",
                        "report-before-event-ends");
    }

    @Test
    void findings_speak_the_language_of_the_reader() {
        Reading.Plan read = Samples.plan(
                SoundPlan.withIndicator("Tỷ lệ nữ tổ trưởng đạt 140%").text());

        assertThat(new PlanChecks().check(read.plan(), read.text(), Locale.ENGLISH))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("The value 140% is impossible.");
    }
}
