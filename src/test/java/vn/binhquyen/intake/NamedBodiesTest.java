package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.intake.ReadPlan.Assignment;

/** How the part on organisation names those to whom it gives work. */
class NamedBodiesTest {

    private static ReadPlan plan(String content) {
        return Samples.plan("""
            **ỦY BAN NHÂN DÂN XÃ KHUỔI BỐC**

            Số: 12/KH-UBND

            **KẾ HOẠCH**

            **Thực hiện công tác bình đẳng giới năm 2027**

            """ + content).plan();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tỉnh đoàn",
                "Thành đoàn Nam Khê",
                "Xã đoàn",
                "Hiệu trưởng các trường trên địa bàn",
                "Trung tâm Dịch vụ tổng hợp xã",
                "Trung tâm Văn hóa tổng hợp",
                "Quỹ hỗ trợ nông dân xã",
                "Ban chỉ đạo xã",
                "Trưởng ấp",
                "Tổ công nghệ số cộng đồng",
                "Phòng Xây dựng, kiểm tra và theo dõi thi hành pháp luật",
                "Trung tâm Trợ giúp pháp lý nhà nước",
            })
    void a_name_is_read_whole(String name) {
        ReadPlan plan = plan("""
            **I. TỔ CHỨC THỰC HIỆN**

            1. Công an xã

            - Xử lý các vụ bạo lực.

            2. %s

            - Tuyên truyền, vận động hội viên.
            """.formatted(name));

        assertThat(agencies(plan)).containsExactly("Công an xã", name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Giao Văn phòng HĐND và UBND xã lưu giữ hồ sơ; gửi tin, bài.        | Văn phòng HĐND và UBND xã
        Giao Trạm Y tế xã Khuổi Bốc sàng lọc người bị bạo lực.             | Trạm Y tế xã Khuổi Bốc
        Hiệu trưởng các trường học trên địa bàn xã tổ chức giờ ngoại khóa. | Hiệu trưởng các trường học trên địa bàn xã
        Trung tâm Dịch vụ tổng hợp xã tổ chức phát thanh hằng tuần.        | Trung tâm Dịch vụ tổng hợp xã
        Ban Quân sự xã canh gác, bảo đảm trật tự các buổi lễ.              | Ban Quân sự xã
        """)
    void a_name_ends_before_what_its_bearer_does(String item, String name) {
        ReadPlan plan = plan("""
            **I. TỔ CHỨC THỰC HIỆN**

            1. Giao Công an xã chủ trì xử lý các vụ bạo lực.

            2. %s
            """.formatted(item));

        assertThat(agencies(plan)).containsExactly("Công an xã", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Chỉ tiêu 3: Trên 96%% phụ nữ mang thai được khám (%s theo dõi).",
                "- Chỉ tiêu 3: Trên 96%% phụ nữ mang thai được khám (giao %s chủ trì, báo cáo).",
                "- Chỉ tiêu 3: Trên 96%% phụ nữ mang thai được khám (Cơ quan theo dõi: %s).",
                "- Chỉ tiêu 3: Trên 96%% phụ nữ mang thai được khám (%s).",
            })
    void who_follows_an_indicator_may_be_named_at_its_end(String indicator) {
        ReadPlan plan = plan("""
            **I. MỤC TIÊU CỤ THỂ**

            **1. Về chính trị**

            - Chỉ tiêu 1: Đạt 30% nữ cấp ủy viên.

            - Chỉ tiêu 2: Có 02 nữ phó chủ tịch.

            **2. Về y tế**

            """ + indicator.formatted("Trạm Y tế xã") + """


            **II. TỔ CHỨC THỰC HIỆN**

            1. Công an xã

            - Xử lý các vụ bạo lực.
            """);

        assertThat(plan.assignments())
                .extracting(Assignment::agency, Assignment::ownsIndicators)
                .containsExactly(tuple("Công an xã", List.of()), tuple("Trạm Y tế xã", List.of("2.3")));
    }

    @Test
    void a_body_named_twice_is_one_with_all_that_it_is_given() {
        ReadPlan plan = plan("""
            **I. CHỈ TIÊU**

            1. Đạt 30% nữ cấp ủy viên.

            2. Giải quyết việc làm cho 40 lao động nữ.

            **II. TỔ CHỨC THỰC HIỆN**

            1. Phân công theo dõi các chỉ tiêu:

            - Phòng Kinh tế: chỉ tiêu 2.

            - Ban Xây dựng Đảng: chỉ tiêu 1.

            2. Phòng Kinh tế bố trí kinh phí.
            """);

        assertThat(plan.assignments())
                .extracting(Assignment::agency, Assignment::ownsIndicators)
                .containsExactly(tuple("Phòng Kinh tế", List.of("2")), tuple("Ban Xây dựng Đảng", List.of("1")));
        assertThat(plan.assignments().getFirst().tasks())
                .extracting(ReadPlan.AssignedTask::text)
                .contains("bố trí kinh phí.");
    }

    private static List<String> agencies(ReadPlan plan) {
        return plan.assignments().stream().map(Assignment::agency).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"THỰC HIỆN", "CÁC BÊN", "ĐƠN VỊ LÀM GÌ"})
    void a_part_that_gives_work_to_one_body_after_another_is_that_on_organisation(String heading) {
        ReadPlan plan = plan("""
            **I. %s**

            1. Phòng Nội vụ

            - Rà soát quy hoạch.

            2. Công an xã

            - Tiếp nhận tin báo.

            3. Trạm Y tế xã

            - Khám lưu động.
            """.formatted(heading));

        assertThat(plan.assignments())
                .extracting(Assignment::agency)
                .containsExactly("Phòng Nội vụ", "Công an xã", "Trạm Y tế xã");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Các đơn vị được phân công tại Mục II gửi báo cáo về Công an xã trước ngày 10/6/2027. | Các đơn vị được phân công tại Mục II
        Giao các thôn được giao chỉ tiêu rà soát số liệu của mình.                           | Các thôn được giao chỉ tiêu
        """)
    void a_group_may_be_named_by_what_it_was_given(String item, String name) {
        ReadPlan plan = plan("""
            **I. TỔ CHỨC THỰC HIỆN**

            1. Giao Công an xã chủ trì xử lý các vụ bạo lực.

            2. %s
            """.formatted(item));

        assertThat(plan.assignments()).extracting(Assignment::agency).containsExactly("Công an xã", name);
    }

    @Test
    void a_name_stands_without_the_words_that_say_what_its_bearer_is() {
        ReadPlan plan = plan("""
            **I. PHÂN CÔNG NHIỆM VỤ**

            1. Phòng Văn hóa - Xã hội - Cơ quan thường trực của Ban

            - Chuẩn bị các cuộc họp.

            2. Công an xã

            - Xử lý các vụ bạo lực.
            """);

        assertThat(plan.assignments())
                .extracting(Assignment::agency)
                .containsExactly("Phòng Văn hóa - Xã hội", "Công an xã");
    }

    @Test
    void a_heading_over_bodies_names_none_itself() {
        ReadPlan plan = plan("""
            **I. TỔ CHỨC THỰC HIỆN**

            **1. Nhiệm vụ của các cơ quan, đơn vị**

            a) Công an xã

            - Xử lý các vụ bạo lực.

            b) Trạm Y tế xã

            - Khám lưu động.
            """);

        assertThat(plan.assignments()).extracting(Assignment::agency).containsExactly("Công an xã", "Trạm Y tế xã");
    }

    @Test
    void who_is_asked_in_one_place_is_asked_in_all() {
        ReadPlan plan = plan("""
            **I. CHỈ TIÊU**

            1. Đạt 35% nữ trưởng bản.

            **II. TỔ CHỨC THỰC HIỆN**

            1. Phân công theo dõi chỉ tiêu

            - Hội Liên hiệp Phụ nữ xã: chỉ tiêu 1.

            2. Đề nghị Hội Liên hiệp Phụ nữ xã

            - Vận động hội viên tham gia.
            """);

        assertThat(plan.assignments())
                .extracting(Assignment::agency, Assignment::request, Assignment::ownsIndicators)
                .containsExactly(tuple("Hội Liên hiệp Phụ nữ xã", true, List.of("1")));
    }

    @Test
    void the_name_of_who_leads_is_no_part_of_an_indicator() {
        ReadPlan plan = plan("""
            **I. CHỈ TIÊU**

            1. Nội dung phòng, chống bạo lực được đưa vào hương ước của các bản (Công an xã chủ trì).

            **II. TỔ CHỨC THỰC HIỆN**

            1. Công an xã: Xử lý các vụ bạo lực.
            """);

        assertThat(plan.objectives().getFirst().indicators())
                .extracting(ReadPlan.Indicator::text)
                .containsExactly("Nội dung phòng, chống bạo lực được đưa vào hương ước của các bản");
        assertThat(plan.assignments().getFirst().ownsIndicators()).containsExactly("1");
    }

    @Test
    void a_heading_may_call_a_group_by_all_that_it_was_given() {
        ReadPlan plan = plan("""
            **I. TỔ CHỨC THỰC HIỆN**

            **1. Công an xã**

            - Xử lý các vụ bạo lực.

            **2. Các cơ quan được giao theo dõi, đánh giá chỉ tiêu tại Mục II**

            - Báo cáo kết quả trước ngày 05/12/2027.
            """);

        assertThat(plan.assignments())
                .extracting(Assignment::agency)
                .containsExactly("Công an xã", "Các cơ quan được giao theo dõi, đánh giá chỉ tiêu tại Mục II");
    }

    @Test
    void who_follows_an_indicator_may_be_named_in_a_sentence_behind_it() {
        ReadPlan plan = plan("""
            **I. CHỈ TIÊU**

            1. Cơ sở dữ liệu về bạo lực được vận hành. Cơ quan theo dõi: Công an xã.

            **II. TỔ CHỨC THỰC HIỆN**

            1. Công an xã: Xử lý các vụ bạo lực.
            """);

        assertThat(plan.objectives().getFirst().indicators())
                .extracting(ReadPlan.Indicator::text)
                .containsExactly("Cơ sở dữ liệu về bạo lực được vận hành");
        assertThat(plan.assignments().getFirst().ownsIndicators()).containsExactly("1");
    }
}
