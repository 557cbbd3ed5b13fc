package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.Event;

/** Forms in which plans say the same thing. */
class PlanFormsTest {

    private static ReadPlan plan(String content) {
        return Samples.plan("""
            **ỦY BAN NHÂN DÂN XÃ KHUỔI BỐC**

            Số: 12/KH-UBND

            **KẾ HOẠCH**

            **Thực hiện công tác bình đẳng giới năm 2027**

            """ + content).plan();
    }

    @Test
    void a_part_that_only_describes_aims_holds_no_objectives_where_another_sets_targets() {
        ReadPlan plan = plan("""
            **I. MỤC TIÊU, YÊU CẦU**

            1. Mục tiêu

            - Mọi người trong xã hiểu và làm theo Luật Bình đẳng giới.

            **II. CHỈ TIÊU CƠ BẢN**

            1. Lĩnh vực chính trị

            - Có 04/09 thôn có nữ trưởng thôn.

            2. Lĩnh vực y tế

            - Trên 95% phụ nữ mang thai được khám định kỳ.
            """);

        assertThat(plan.objectives())
                .extracting(ReadPlan.Objective::no, ReadPlan.Objective::title)
                .containsExactly(tuple("1", "Lĩnh vực chính trị"), tuple("2", "Lĩnh vực y tế"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chỉ tiêu", "Mục tiêu", "Các chỉ tiêu chủ yếu", "Mục tiêu, chỉ tiêu năm 2027"})
    void targets_may_stand_beside_the_tasks_in_one_part(String heading) {
        ReadPlan plan = plan("""
            **I. NỘI DUNG**

            1. %s

            + Ít nhất 40%% đại biểu dự họp thôn là nữ.

            + Cho vay vốn đối với 25 hộ do phụ nữ làm chủ.

            2. Nhiệm vụ

            2.1. Tuyên truyền tại chợ phiên.

            **II. TỔ CHỨC THỰC HIỆN**

            1. Công an xã: Xử lý các vụ bạo lực.
            """.formatted(heading));

        assertThat(plan.objectives()).singleElement().satisfies(objective -> {
            assertThat(objective.title()).isEqualTo(heading);
            assertThat(objective.indicators()).hasSize(2);
        });
        assertThat(plan.taskGroups()).isNotEmpty();
    }

    @Test
    void an_indicator_of_a_list_without_objectives_keeps_the_number_by_which_it_is_named() {
        ReadPlan plan = plan("""
            **I. CHỈ TIÊU**

            **2. Chỉ tiêu cụ thể**

            2.1. Ít nhất 60% thôn có nữ trong ban lãnh đạo.

            2.2. Kết nạp 12 đảng viên nữ.

            **II. TỔ CHỨC THỰC HIỆN**

            1. Phòng Văn hóa - Xã hội: theo dõi chỉ tiêu 2.2.
            """);

        assertThat(plan.objectives().getFirst().indicators())
                .extracting(ReadPlan.Indicator::no)
                .containsExactly("2.1", "2.2");
        assertThat(plan.assignments().getFirst().ownsIndicators()).containsExactly("2.2");
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
    @CsvSource(delimiter = '|', textBlock = """
        Họp mặt kỷ niệm Ngày Phụ nữ Việt Nam vào ngày 19/10/2027.                | 2027-10-19
        Mít tinh hưởng ứng Tháng hành động tổ chức ngày 16 tháng 11 năm 2027.    | 2027-11-16
        Tổ chức hội nghị đối thoại với nữ công nhân ngày 05/5/2027 tại nhà máy.  | 2027-05-05
        Ra quân hưởng ứng Tháng hành động ngày 18/11/2027.                       | 2027-11-18
        Tổ chức hội thi chào mừng ngày 20/10/2027.                               |
        """)
    void a_gathering_in_memory_of_a_day_takes_place_on_the_day_that_is_set(String task, @Nullable String day) {
        ReadPlan plan = plan("""
            **I. NHIỆM VỤ**

            1. %s

            2. Tuyên truyền trên loa truyền thanh.
            """.formatted(task));

        assertThat(plan.events())
                .extracting(Event::from)
                .extracting(String::valueOf)
                .isEqualTo(day == null ? List.of() : List.of(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bs. Đàm Thị Bích",
                "ThS. Đàm Thị Bích",
                "TS.BS Đàm Thị Bích",
                "BSCKII. Đàm Thị Bích",
                "Thượng tá Đàm Thị Bích",
                "Đàm Thị Bích"
            })
    void the_signatory_is_named_without_a_degree_or_rank(String signed) {
        ReadPlan plan = plan("""
            **I. NHIỆM VỤ**

            1. Tuyên truyền trên loa truyền thanh.

            Nơi nhận:
            - Sở Y tế;
            - Lưu: VT.

            **KT. GIÁM ĐỐC**
            **PHÓ GIÁM ĐỐC**

            **%s**
            """.formatted(signed));

        assertThat(plan.signatory()).isNotNull();
        assertThat(plan.signatory().name()).isEqualTo("Đàm Thị Bích");
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
    void a_field_with_its_targets_in_one_line_is_an_objective() {
        ReadPlan plan = plan("""
            **I. MỤC TIÊU**

            **1. Mục tiêu chung:** Thu hẹp khoảng cách giới.

            **2. Mục tiêu cụ thể:** Phấn đấu đến hết năm 2027 đạt các chỉ tiêu sau:

            **2.1. Lĩnh vực chính trị:** 40% thôn có nữ trưởng thôn; trên 30% nữ trong quy hoạch.

            **2.2. Lĩnh vực y tế:** tối thiểu 95% phụ nữ mang thai được khám định kỳ.
            """);

        assertThat(plan.objectives())
                .extracting(ReadPlan.Objective::no, ReadPlan.Objective::title)
                .containsExactly(tuple("1", "Lĩnh vực chính trị"), tuple("2", "Lĩnh vực y tế"));
        assertThat(plan.objectives())
                .flatExtracting(ReadPlan.Objective::indicators)
                .flatExtracting(ReadPlan.Indicator::measures)
                .extracting(ReadPlan.Measure::byYear)
                .containsExactly(2027, 2027, 2027);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1. Giai đoạn 2026 - 2028                         | 2028
        1. Các chỉ tiêu giai đoạn từ năm 2026 đến năm 2028 | 2028
        1. Mục tiêu cụ thể và định hướng đến năm 2035    |
        """)
    void a_heading_of_a_span_wants_its_targets_by_the_end_and_an_outlook_wants_none(
            String heading, @Nullable Integer year) {
        ReadPlan plan = plan("""
            **I. MỤC TIÊU**

            %s

            - Ít nhất 40%% thôn có nữ trưởng thôn.
            """.formatted(heading));

        assertThat(plan.objectives())
                .flatExtracting(ReadPlan.Objective::indicators)
                .flatExtracting(ReadPlan.Indicator::measures)
                .extracting(ReadPlan.Measure::byYear)
                .containsExactly(year);
    }

    @Test
    void the_part_after_d_may_bear_the_letter_that_follows_it_in_vietnamese() {
        ReadPlan plan = plan("""
            Căn cứ Kế hoạch số 09/KH-UBND ngày 05/01/2027 của UBND tỉnh Minh Hà;

            A. CHỈ TIÊU

            I. Nhóm chỉ tiêu về chính trị

            1. Trên 35% trưởng thôn là nữ.

            II. Nhóm chỉ tiêu về kinh tế

            1. Cho 20 phụ nữ vay vốn.

            D. KINH PHÍ

            Ngân sách xã.

            Đ. TỔ CHỨC THỰC HIỆN

            1. Phòng Kinh tế: phụ trách nhóm chỉ tiêu II.
            """);

        assertThat(plan.objectives())
                .extracting(ReadPlan.Objective::no, ReadPlan.Objective::title)
                .containsExactly(tuple("1", "Nhóm chỉ tiêu về chính trị"), tuple("2", "Nhóm chỉ tiêu về kinh tế"));
        assertThat(plan.assignments())
                .extracting(Assignment::agency, Assignment::ownsObjectives)
                .containsExactly(tuple("Phòng Kinh tế", List.of("2")));
    }

    @Test
    void each_day_of_a_list_of_days_is_one_of_the_event() {
        ReadPlan plan = plan("""
            **I. HOẠT ĐỘNG**

            1. Chiếu phim tại 03 thôn vào các ngày 10/11/2027, 17/11/2027 và 24/11/2027.
            """);

        assertThat(plan.events())
                .extracting(event -> String.valueOf(event.from()))
                .containsExactly("2027-11-10", "2027-11-17", "2027-11-24");
    }

    @Test
    void a_last_hour_before_a_day_belongs_to_the_deadline() {
        ReadPlan plan = plan("""
            **I. TỔ CHỨC THỰC HIỆN**

            1. Các thôn: gửi ảnh, phiếu khảo sát về Phòng Văn hóa - Xã hội trước 16 giờ ngày 12/11/2027.
            """);

        assertThat(plan.reporting())
                .extracting(duty -> String.valueOf(duty.dueOn()))
                .containsExactly("2027-11-12");
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
    @ValueSource(strings = {"KẾT QUẢ CẦN ĐẠT", "CÁC CHỈ SỐ", "KẾT QUẢ MONG ĐỢI"})
    void what_is_to_be_reached_is_an_objective_under_whatever_name(String heading) {
        ReadPlan plan = plan("""
            **I. %s**

            - Đạt 35%% nữ trưởng bản.
            """.formatted(heading));

        assertThat(plan.objectives())
                .singleElement()
                .satisfies(objective -> assertThat(objective.indicators()).hasSize(1));
    }

    @Test
    void a_field_in_one_line_need_not_be_called_one() {
        ReadPlan plan = plan("""
            **I. CHỈ TIÊU**

            1. Về hòa giải: 90% bản có tổ hòa giải; mở 02 lớp cho hòa giải viên.

            2. Về việc làm: 45 phụ nữ được học nghề.
            """);

        assertThat(plan.objectives())
                .extracting(ReadPlan.Objective::no, ReadPlan.Objective::title)
                .containsExactly(tuple("1", "Về hòa giải"), tuple("2", "Về việc làm"));
    }
}
