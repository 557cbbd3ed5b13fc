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
    @CsvSource(delimiter = '|', textBlock = """
        Họp mặt kỷ niệm Ngày Phụ nữ Việt Nam vào ngày 19/10/2027.                | 2027-10-19
        Mít tinh hưởng ứng Tháng hành động tổ chức ngày 16 tháng 11 năm 2027.    | 2027-11-16
        Tổ chức hội nghị đối thoại với nữ công nhân ngày 05/5/2027 tại nhà máy.  | 2027-05-05
        Ra quân hưởng ứng Tháng hành động ngày 18/11/2027.                       | 2027-11-18
        Tổ chức Hội nghị gặp mặt cán bộ nữ tiêu biểu ngày 07 tháng 3 năm 2027.   | 2027-03-07
        Họp sơ kết 6 tháng đầu năm ngày 24/6/2027.                               | 2027-06-24
        Tổ chức Ngày hội "Nữ công nhân" ngày 20/10 hằng năm.                     | 10-20
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
