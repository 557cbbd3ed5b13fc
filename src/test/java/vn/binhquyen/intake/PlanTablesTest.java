package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.Event;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.kernel.PartialDate;

class PlanTablesTest {

    private static final String HEAD = """
        **KẾ HOẠCH**
        **Công tác bình đẳng giới giai đoạn 2026 - 2030**

        """;

    @Test
    void a_row_of_a_table_of_targets_is_an_indicator_with_a_measure_for_each_year() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. MỤC TIÊU**

            | STT | Chỉ tiêu | ĐVT | Hiện trạng 2025 | Năm 2028 | Năm 2030 |
            |---|---|---|---|---|---|
            | I | Lĩnh vực chính trị | | | | |
            | 1 | Tỷ lệ thôn có trưởng thôn là nữ | % | 18 | ≥ 22 | ≥ 25 |

            **II. KINH PHÍ**

            Ngân sách xã.
            """).plan();

        assertThat(plan.objectives()).extracting(Objective::title).containsExactly("Lĩnh vực chính trị");
        assertThat(plan.objectives().getFirst().indicators().getFirst().measures())
                .extracting("byYear", "value", "baseline", "unit")
                .containsExactly(
                        tuple(2028, BigDecimal.valueOf(22), BigDecimal.valueOf(18), "%"),
                        tuple(2030, BigDecimal.valueOf(25), BigDecimal.valueOf(18), "%"));
    }

    @Test
    void years_below_a_heading_that_spans_them_are_columns_of_their_own() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. CHỈ TIÊU**

            | STT | Chỉ tiêu | ĐVT | Mục tiêu | |
            |---|---|---|---|---|
            | | | | 2028 | 2030 |
            | 1 | Tỷ lệ nữ tham gia cấp ủy | % | 20 | 25 |
            """).plan();

        assertThat(plan.objectives().getFirst().indicators().getFirst().measures())
                .extracting("byYear")
                .containsExactly(2028, 2030);
    }

    @Test
    void a_table_of_work_gives_tasks_to_those_who_lead_with_those_who_join() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. PHÂN CÔNG**

            | TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian | Sản phẩm |
            |---|---|---|---|---|---|
            | 1 | Tập huấn cộng tác viên | Phòng Văn hóa - Xã hội | Trạm Y tế xã; Công an xã | Quý II | 02 lớp |
            | 2 | Gửi báo cáo năm về UBND tỉnh | nt | | 10/12/2026 | Báo cáo |
            """).plan();

        assertThat(plan.assignments()).singleElement().satisfies(assignment -> {
            assertThat(assignment.agency()).isEqualTo("Phòng Văn hóa - Xã hội");
            assertThat(assignment.tasks()).hasSize(2);
            assertThat(assignment.tasks().getFirst().with()).containsExactly("Trạm Y tế xã", "Công an xã");
        });
        assertThat(plan.reporting())
                .extracting(ReadPlan.ReportingDuty::dueOn)
                .containsExactly(PartialDate.parse("2026-12-10"));
    }

    @Test
    void a_table_drawn_with_bars_in_an_annex_is_read_with_its_wrapped_cells() {
        String text = """
            KẾ HOẠCH
            Công tác bình đẳng giới năm 2026

            I. TỔ CHỨC THỰC HIỆN
            1. Các phòng, ban thực hiện theo Phụ lục.

            Nơi nhận:
            - Lưu: VT.
                                    TM. ỦY BAN NHÂN DÂN
                                       Lò Văn Pánh

                                    PHỤ LỤC
            +----+------------------+------------------+
            | TT | Nội dung         | Đơn vị chủ trì   |
            +----+------------------+------------------+
            | 1  | Mở lớp xóa mù    | Phòng Văn hóa -  |
            |    | chữ              | Xã hội           |
            +----+------------------+------------------+
            | 2  | Tuần tra         | Công an xã       |
            +----+------------------+------------------+
            """;
        ReadPlan plan = Samples.plan("ke-hoach.txt", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .plan();

        assertThat(plan.assignments()).extracting(Assignment::agency).contains("Phòng Văn hóa - Xã hội", "Công an xã");
    }

    @Test
    void the_line_under_a_task_that_names_who_leads_gives_it_the_objective_above() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. MỤC TIÊU VÀ PHÂN CÔNG**

            **1. Mục tiêu 1: Về chính trị**

            a) Chỉ tiêu

            - Đạt 30% vào năm 2030.

            b) Cơ quan chủ trì: Phòng Nội vụ; cơ quan phối hợp: Ban Tổ chức Huyện ủy.
            """).plan();

        assertThat(plan.assignments()).singleElement().satisfies(assignment -> {
            assertThat(assignment.agency()).isEqualTo("Phòng Nội vụ");
            assertThat(assignment.ownsObjectives()).containsExactly("1");
        });
        assertThat(plan.objectives().getFirst().indicators()).hasSize(1);
    }

    @Test
    void a_gathering_on_a_day_is_an_event_and_a_day_of_remembrance_is_none() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. NHIỆM VỤ**

            - Tổ chức Hội thi nấu ăn vào ngày 18/10/2026 nhân kỷ niệm Ngày Phụ nữ Việt Nam (20/10).

            - Tọa đàm nhân dịp kỷ niệm 95 năm Ngày thành lập Hội (20/10/1930 - 20/10/2025).
            """).plan();

        assertThat(plan.events()).singleElement().satisfies((Event event) -> {
            assertThat(event.from()).isEqualTo(PartialDate.parse("2026-10-18"));
            assertThat(event.to()).isEqualTo(event.from());
        });
    }

    @Test
    void a_plan_attached_to_a_decision_has_its_number_date_bases_and_signature() {
        ReadPlan plan = Samples.plan("""
            ỦY BAN NHÂN DÂN
            XÃ NÀ LÂM

            Số: 88/QĐ-UBND

            Nà Lâm, ngày 12 tháng 01 năm 2026

            **QUYẾT ĐỊNH**
            **Ban hành Kế hoạch công tác bình đẳng giới năm 2026**

            Căn cứ Luật Bình đẳng giới số 73/2006/QH11;

            **QUYẾT ĐỊNH:**

            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác bình đẳng giới năm 2026.

            Nơi nhận:
            - Như Điều 2;
            - Lưu: VT.

            CHỦ TỊCH

            Hoàng Văn Páo

            **KẾ HOẠCH**
            **Công tác bình đẳng giới năm 2026**
            (Kèm theo Quyết định số 88/QĐ-UBND ngày 12/01/2026)

            **I. TỔ CHỨC THỰC HIỆN**

            1. Công an xã: Xử lý tin báo.
            """).plan();

        assertThat(plan.number()).isEqualTo("88/QĐ-UBND");
        assertThat(plan.issuedOn()).isEqualTo(PartialDate.parse("2026-01-12"));
        assertThat(plan.title()).isEqualTo("Công tác bình đẳng giới năm 2026");
        assertThat(plan.legalBases()).extracting(ReadPlan.LegalBasis::number).containsExactly("73/2006/QH11");
        assertThat(plan.recipients()).extracting(ReadPlan.Recipient::name).contains("Như Điều 2");
        assertThat(plan.signatory()).isNotNull().extracting("name").isEqualTo("Hoàng Văn Páo");
        assertThat(plan.assignments()).extracting(Assignment::agency).containsExactly("Công an xã");
    }

    @Test
    void a_column_of_a_table_of_work_may_say_who_follows_which_indicator() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. CHỈ TIÊU**

            a) Đạt 35% nữ trưởng bản.

            b) 90% vụ bạo lực được hòa giải.

            **II. PHÂN CÔNG**

            | STT | Đơn vị thực hiện | Việc được giao | Chỉ tiêu phụ trách |
            |---|---|---|---|
            | 1 | Phòng Nội vụ | Rà soát quy hoạch | a |
            | 2 | Công an xã | Tiếp nhận tin báo | b |
            | 3 | Trạm Y tế xã | Khám lưu động | |
            """).plan();

        assertThat(plan.assignments())
                .extracting(Assignment::agency, Assignment::ownsIndicators)
                .containsExactly(
                        tuple("Phòng Nội vụ", List.of("a")),
                        tuple("Công an xã", List.of("b")),
                        tuple("Trạm Y tế xã", List.of()));
    }

    @Test
    void an_item_that_ends_with_a_day_sets_it_for_what_it_names() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. NỘI DUNG THỰC HIỆN**

            - Đạp xe vì an toàn của phụ nữ: chiều ngày 14 tháng 11 năm 2026.

            - Chốt danh sách gửi Phòng Nội vụ: ngày 02 tháng 11 năm 2026.
            """).plan();

        assertThat(plan.events()).extracting(Event::from).containsExactly(PartialDate.parse("2026-11-14"));
    }

    @Test
    void a_row_whose_only_words_stand_in_the_second_column_names_the_objective_of_those_below() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. MỤC TIÊU**

            **1. Mục tiêu cụ thể và chỉ tiêu từng năm**

            | Số TT | Mục tiêu, chỉ tiêu | Đơn vị tính | Năm 2025 (ước thực hiện) | 2026 | 2027 |
            |:---:|---|:---:|:---:|:---:|:---:|
            | | **Mục tiêu 1: Trong gia đình** | | | | |
            | 1.1 | Tỷ lệ hộ có nam giới chia sẻ việc nhà | % | 40 | 45 | - |
            | | **Mục tiêu 2: Trong trường học** | | | | |
            | 2.1 | Tỷ lệ trường có phòng tư vấn | % | 50 | 55 | 60 |
            """).plan();

        assertThat(plan.objectives())
                .extracting(Objective::no, Objective::title)
                .containsExactly(tuple("1", "Trong gia đình"), tuple("2", "Trong trường học"));
        assertThat(plan.objectives().getFirst().indicators().getFirst().measures())
                .extracting("byYear", "value", "baseline")
                .containsExactly(tuple(2026, BigDecimal.valueOf(45), BigDecimal.valueOf(40)));
    }

    @Test
    void a_row_may_name_by_their_numbers_the_indicators_that_it_gives_to_somebody() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. CHỈ TIÊU**

            **Chỉ tiêu 1.** Đạt 35% nữ trưởng bản.

            **Chỉ tiêu 2.** 90% vụ bạo lực được hòa giải.

            **Chỉ tiêu 3.** Mở 02 lớp tập huấn.

            **II. PHÂN CÔNG THỰC HIỆN CHỈ TIÊU**

            | TT | Chỉ tiêu | Đơn vị chủ trì | Đơn vị phối hợp |
            |---|---|---|---|
            | 1 | 1, 3 | Phòng Văn hóa - Xã hội | Các bản |
            | 2 | 2 | Công an xã | Hội Liên hiệp Phụ nữ xã |
            """).plan();

        assertThat(plan.assignments())
                .extracting(Assignment::agency, Assignment::ownsIndicators)
                .containsExactly(tuple("Phòng Văn hóa - Xã hội", List.of("1", "3")), tuple("Công an xã", List.of("2")));
    }

    @Test
    void work_whose_time_is_nothing_but_a_day_takes_place_on_it_unless_it_is_a_report() {
        ReadPlan plan = Samples.plan(HEAD + """
            **I. CÁC HOẠT ĐỘNG**

            | TT | Nội dung | Thời gian | Đơn vị thực hiện |
            |---|---|---|---|
            | 1 | Khám sức khỏe cho lao động nữ | Ngày 05/12/2026 | Trạm Y tế xã |
            | 2 | Treo khẩu hiệu | Trước ngày 14/11/2026 | Phòng Văn hóa - Xã hội |
            | 3 | Báo cáo kết quả về tỉnh | 20/12/2026 | Phòng Văn hóa - Xã hội |
            """).plan();

        assertThat(plan.events()).extracting(Event::from).containsExactly(PartialDate.parse("2026-12-05"));
    }
}
