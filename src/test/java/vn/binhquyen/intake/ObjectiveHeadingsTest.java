package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.ReadPlan.Objective;

/** What the headings above indicators say of them: their objective, and the year by which they are due. */
class ObjectiveHeadingsTest {

    private static List<Objective> objectives(String body) {
        String text = """
            UBND TỈNH MINH HÀ
            Số: 5/KH-UBND
            Minh Hà, ngày 04 tháng 3 năm 2021

            KẾ HOẠCH

            Nước sạch và vệ sinh cho phụ nữ tỉnh Minh Hà giai đoạn 2021 - 2030

            UBND tỉnh ban hành Kế hoạch như sau:

            """ + body;
        return Samples.plan("ke-hoach.txt", text.getBytes(StandardCharsets.UTF_8))
                .plan()
                .objectives();
    }

    private static List<ReadPlan.Measure> measures(String body) {
        return objectives(body).stream()
                .flatMap(objective -> objective.indicators().stream())
                .flatMap(indicator -> indicator.measures().stream())
                .toList();
    }

    @Test
    void a_heading_that_is_a_period_gives_its_last_year() {
        assertThat(measures("""
            I. MỤC TIÊU

            1. Mục tiêu cụ thể

            1.1. Giai đoạn 2021 - 2025

            - 70% hộ do phụ nữ làm chủ có nước sạch.

            1.2. Giai đoạn 2026 - 2030

            - 95% hộ do phụ nữ làm chủ có nước sạch.
            """))
                .extracting(measure -> measure.value().intValue(), ReadPlan.Measure::byYear)
                .containsExactly(tuple(70, 2025), tuple(95, 2030));
    }

    @Test
    void a_year_of_orientation_in_a_heading_is_no_due_year() {
        assertThat(measures("""
            I. MỤC TIÊU VÀ ĐỊNH HƯỚNG ĐẾN NĂM 2030

            1. 70% hộ do phụ nữ làm chủ có nước sạch.
            """))
                .singleElement()
                .extracting(ReadPlan.Measure::byYear)
                .isNull();
    }

    @Test
    void objectives_are_read_though_the_headings_above_them_are_lost() {
        assertThat(objectives("""
            Nâng cao trách nhiệm của các ngành đối với sức khỏe phụ nữ.

            a) Mục tiêu 1: Về nguồn nước

            - Chỉ tiêu 1: Tỷ lệ hộ do phụ nữ làm chủ có nước sạch đạt 70% vào năm 2025.

            b) Mục tiêu 2: Về vệ sinh

            - Chỉ tiêu 1: Tỷ lệ trường học có nhà vệ sinh riêng cho nữ sinh đạt 100% vào năm 2025.
            """))
                .extracting(
                        Objective::no,
                        Objective::title,
                        objective -> objective.indicators().size())
                .containsExactly(tuple("1", "Về nguồn nước", 1), tuple("2", "Về vệ sinh", 1));
    }

    @Test
    void a_heading_that_names_one_year_wants_what_stands_under_it_by_then() {
        assertThat(measures("""
            I. CHỈ TIÊU

            1. Khi kết thúc Kế hoạch (năm 2025)

            - 70% hộ do phụ nữ làm chủ có nước sạch.

            2. Từng quý

            - Mỗi thôn có 02 buổi nói chuyện.
            """))
                .extracting(measure -> measure.value().intValue(), ReadPlan.Measure::byYear)
                .containsExactly(tuple(70, 2025), tuple(2, null));
    }

    @Test
    void a_label_on_a_line_of_its_own_labels_the_line_below() {
        assertThat(objectives("""
            I.
            CHỈ TIÊU

            1.

            Trong lĩnh vực chính trị

            a)
            Đạt 35% nữ trưởng bản.

            II.
            NHIỆM VỤ
            """)).singleElement().satisfies(objective -> {
            assertThat(objective.title()).isEqualTo("Trong lĩnh vực chính trị");
            assertThat(objective.indicators()).hasSize(1);
        });
    }
}
