package vn.binhquyen.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetLanguageTest {

    /** Targets as "comparator value[-high] unit [from baseline] [@year] [frequency]", joined by " + ". */
    private static String read(String sentence) {
        return TargetLanguage.read(sentence).stream()
                .map(t -> t.comparator() + " " + t.value().toPlainString()
                        + (t.high() == null ? "" : "-" + t.high().toPlainString())
                        + (t.unit().isEmpty() ? "" : " " + t.unit())
                        + (t.baseline() == null ? "" : " from " + t.baseline().toPlainString())
                        + (t.byYear() == null ? "" : " @" + t.byYear())
                        + (t.frequency() == null ? "" : " " + t.frequency()))
                .collect(Collectors.joining(" + "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        đạt ít nhất 60% cơ quan có lãnh đạo nữ                      | >= 60 %
        tối thiểu 05 lớp tập huấn cho cán bộ                        | >= 5 lớp tập huấn
        đạt từ 30% trở lên                                          | >= 30 %
        30% nữ đại biểu trở lên                                     | >= 30 %
        không dưới 40% nữ                                           | >= 40 %
        đạt trên 98%                                                | > 98 %
        cao hơn 50%                                                 | > 50 %
        không quá 1,7 lần so với nam giới                           | <= 1.7 lần
        tối đa 112 bé trai/100 bé gái                               | <= 112 bé trai/100 bé gái
        xuống dưới 25%                                              | < 25 %
        khoảng 60%                                                  | ~ 60 %
        còn 1,4 lần                                                 | = 1.4 lần
        duy trì 04 mô hình tại cộng đồng                            | = 4 mô hình
        100% trường học có góc tư vấn                               | = 100 %
        """)
    void the_comparator_is_what_the_words_say(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        giảm từ 31% xuống dưới 25% vào năm 2030                     | < 25 % from 31 @2030
        tăng từ 52% năm 2025 lên 60% vào năm 2030                   | = 60 % from 52 @2030
        nâng tỷ lệ từ 20% đến 30% vào năm 2028                      | = 30 % from 20 @2028
        giảm từ 19 ca sinh/1.000 phụ nữ xuống dưới 17 ca sinh/1.000 phụ nữ | < 17 ca sinh/1.000 phụ nữ from 19
        đạt từ 30% đến 35%                                          | >= 30-35 %
        đạt 30 - 35%                                                | >= 30-35 %
        """)
    void a_baseline_is_told_from_a_span(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Đến năm 2028 đạt 65% và đến năm 2030 đạt 75% cơ quan        | = 65 % @2028 + = 75 % @2030
        đạt 65% vào năm 2028, 75% vào năm 2030                      | = 65 % @2028 + = 75 % @2030
        đến năm 2030 đạt 90% người bị bạo lực; 70% người gây bạo lực | = 90 % @2030 + = 70 % @2030
        tiểu học trên 98% và trung học cơ sở đạt 87% vào năm 2030   | > 98 % @2030 + = 87 % @2030
        đạt 100% vào năm 2026 và duy trì đến năm 2030               | = 100 % @2026 + = 100 % @2030
        đạt 60%, tăng so với năm 2025                               | = 60 %
        đạt 60% trong giai đoạn 2026 - 2030                         | = 60 %
        không quá 1,4 lần so với nam giới vào năm 2030              | <= 1.4 lần @2030
        """)
    void each_quantity_takes_the_year_that_belongs_to_it(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mỗi quý có ít nhất 04 tin, bài về bình đẳng giới            | >= 4 tin, bài QUARTER
        Mỗi năm tổ chức 02 hội nghị                                 | = 2 hội nghị YEAR
        100% xã mỗi quý có ít nhất 04 tin, bài                      | = 100 % QUARTER
        """)
    void how_often_is_kept_and_a_count_that_only_qualifies_a_share_is_none(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dưới 42/100.000 trẻ đẻ sống vào năm 2025                    | < 42 /100.000 trẻ đẻ sống @2025
        103 bé trai/100 bé gái sinh ra sống                         | = 103 bé trai/100 bé gái
        """)
    void rates_keep_their_base(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ở mức 103–105 bé trai/100 bé gái                            | >= 103-105 bé trai/100 bé gái
        giảm 2-3%/năm                                               | >= 2-3 % YEAR
        mỗi năm giảm từ 3% đến 5% số vụ                             | >= 3-5 % YEAR
        đạt 20% - 25%                                               | >= 20-25 %
        hằng năm có từ 02 đến 03 hội nghị                           | >= 2-3 hội nghị YEAR
        """)
    void a_span_keeps_both_ends(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        đạt 100% từ năm 2025 trở đi                                 | = 100 % @2025
        Từ năm 2026 trở đi, mỗi xã mỗi quý ít nhất 04 tin, bài      | >= 4 tin, bài @2026 QUARTER
        đến năm 2025 và năm 2030 đạt lần lượt 60% và 75%            | = 60 % @2025 + = 75 % @2030
        ít nhất 27% vào năm 2025 và 30% vào năm 2030                | >= 27 % @2025 + >= 30 % @2030
        dưới mức 112 bé trai/100 bé gái vào năm 2025, dưới 109 vào năm 2030 | < 112 bé trai/100 bé gái @2025 + < 109 bé trai/100 bé gái @2030
        giai đoạn 2021 - 2025 đạt 60%; giai đoạn 2026 - 2030 đạt 75% | = 60 % @2025 + = 75 % @2030
        """)
    void years_in_a_row_belong_to_the_values_in_their_order(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ít nhất 1/3 số thôn có câu lạc bộ                           | >= 33.33 %
        hơn một nửa số xã có nữ lãnh đạo                            | > 50 %
        tối thiểu hai phần ba số hộ                                 | >= 66.67 %
        12/12 thôn có tổ truyền thông                               | = 100 %
        mỗi thôn có ít nhất một câu lạc bộ                          | >= 1 câu lạc bộ
        """)
    void parts_of_a_whole_and_spelled_numbers_are_quantities(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        8O% phụ nữ nghèo được vay vốn                               | = 80 %
        l5% cán bộ nữ tham gia cấp ủy                               | = 15 %
        lOO% cơ quan có nữ lãnh đạo                                 | = 100 %
        """)
    void letters_that_a_scan_put_for_digits_are_digits(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        đạt 52,5% (năm 2021: 49%)                                   | = 52.5 % from 49
        tăng từ 52% (năm 2020) lên 60% (năm 2025)                   | = 60 % from 52 @2025
        """)
    void a_remark_in_brackets_tells_where_it_starts(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        100% xã có mô hình và tổ chức 05 lớp tập huấn               | = 100 % + = 5 lớp tập huấn
        kiểm tra 04 doanh nghiệp có từ 500 lao động nữ trở lên      | = 4 doanh nghiệp
        80% nạn nhân được tiếp cận ít nhất một trong các dịch vụ    | = 80 %
        trên 95% phụ nữ mang thai được khám ít nhất 04 lần          | > 95 %
        Tỷ lệ phụ nữ được khám thai đủ 04 lần trở lên đạt trên 96%  | > 96 %
        45% cơ sở do nữ làm chủ hoặc sử dụng từ 50% lao động nữ     | = 45 %
        Tỷ lệ được khám đủ 4 lần trong 3 thai kỳ đạt 83% trở lên    | >= 83 %
        60% công đoàn cơ sở có từ 30% nữ trở lên có nữ chủ tịch     | = 60 %
        tạo việc làm cho 120 lao động nữ, mở ít nhất 02 lớp dạy nghề | = 120 lao động nữ + >= 2 lớp dạy nghề
        """)
    void a_count_is_a_target_only_where_it_does_not_say_who_is_meant(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Đưa nội dung về giới vào chương trình giảng dạy
        Thực hiện Dự án 8 và Nghị quyết số 28/NQ-CP ngày 03/3/2021
        Phụ nữ từ 15 đến 49 tuổi được tư vấn
        Triển khai trong giai đoạn 2026 - 2030
        Thực hiện Mục tiêu 3 và tiêu chí 18
        Phổ biến Tổng đài 111 đến người dân
        Tiếp nhận tin báo 24/7
        """)
    void numbers_that_measure_nothing_are_no_targets(String sentence) {
        assertThat(TargetLanguage.read(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Từ năm 2027, 100% thôn có tổ tư vấn                         | = 100 % @2027
        Kể từ năm 2027, mỗi xã có ít nhất 02 buổi nói chuyện        | >= 2 buổi nói chuyện @2027
        Tăng 5% so với năm 2025, đạt 40%                            | = 5 % + = 40 %
        """)
    void a_clause_that_begins_with_since_wants_its_aim_from_that_year_on(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Có 05/14 xã có nữ lãnh đạo chủ chốt                         | = 35.71 %
        Đến cuối năm 2027, 9/12 thôn có nữ trưởng thôn              | = 75 % @2027
        Báo cáo trước ngày 07/12 các xã gửi về                      | ''
        Thí điểm 03 câu lạc bộ tại thôn                             | = 3 câu lạc bộ
        Tổng số 40 buổi nói chuyện                                  | = 40 buổi nói chuyện
        Phấn đấu 11/12 phòng, ban có nữ lãnh đạo                    | = 91.67 %
        Đạt 90% vụ việc được xử lý trong 48 giờ                     | = 90 %
        Phụ nữ trong độ tuổi 18 - 49 được khám đạt 82%              | = 82 %
        """)
    void a_part_of_a_whole_is_a_share_and_a_day_an_age_or_an_article_is_none(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Giảm tỷ lệ trẻ nhẹ cân (dưới 2.400 gram) xuống dưới 6%      | < 6 %
        Đạt 70% hộ (khoảng 1.200 hộ) có nước sạch                   | = 70 %
        Mở 12 lớp (trong đó 60% học viên là nữ)                     | = 12 lớp + = 60 %
        Đạt 55% vào năm 2026 (đến năm 2030: 65%)                    | = 55 % @2026 + = 65 % @2030
        Có mô hình tư vấn (ít nhất 03 mô hình)                      | >= 3 mô hình
        """)
    void a_number_in_brackets_is_a_target_only_where_it_is_a_part_or_has_its_year(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dưới 9% (vùng thấp), 7% (vùng cao) vào năm 2026 và duy trì đến năm 2030 | < 9 % @2026 + < 9 % @2030 + < 7 % @2026 + < 7 % @2030
        100% bản duy trì tổ hòa giải vào năm 2027                   | = 100 % @2027
        """)
    void values_in_a_row_share_what_is_said_of_them_and_for_how_long(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tỷ lệ sinh tại nhà dưới 4%1; tỷ lệ được khám đạt 90%2       | < 4 % + = 90 %
        Tỷ lệ nữ chủ hộ không biết chữ dưới 3%12                    | < 3 %
        Phụ nữ trong độ tuổi từ 18 đến 55 biết chữ đạt 97%          | = 97 %
        """)
    void the_mark_of_a_footnote_and_the_ends_of_an_age_are_no_values(String sentence, String targets) {
        assertThat(read(sentence)).isEqualTo(targets);
    }
}
