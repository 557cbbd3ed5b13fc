package vn.binhquyen.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.Reading;
import vn.binhquyen.intake.extract.Evidence.Kind;

class EvidenceTest {
    private static final String PLAN = """
        ỦY BAN NHÂN DÂN
        XÃ NÀ LÂM
        KẾ HOẠCH
        Thực hiện công tác bình đẳng giới năm 2026

        Căn cứ Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND tỉnh Minh Hà;

        I. MỤC TIÊU
        Mục tiêu 1: Trong lĩnh vực kinh tế
        - Chỉ tiêu 1: Ít nhất 40% lao động nữ có việc làm ổn định.
        - Chỉ tiêu 2: Giữ 12 tổ của 3 thôn với 25 phụ nữ.

        II. NHIỆM VỤ
        1. Công tác tuyên truyền
        - Phát tin bài trên loa của thôn.

        III. TỔ CHỨC THỰC HIỆN
        1. Công an xã
        - Báo cáo kết quả năm trước ngày 05/12/2026.

        Nơi nhận:
        - Đảng ủy xã (b/c);
        - Lưu: VT.
        """;

    private static Reading.Plan read(String text) {
        return (Reading.Plan) new PlanReader().read("a.txt", text.getBytes(StandardCharsets.UTF_8), Locale.of("vi"));
    }

    private static Evidence evidence(Reading.Plan reading) {
        return Evidence.of(reading.plan(), reading.text());
    }

    @Test
    void what_a_document_announces_and_leaves_nothing_unexplained_of_is_certain() {
        Reading.Plan reading = read(PLAN);
        ReadPlan plan = reading.plan();
        Evidence evidence = evidence(reading);
        assertThat(evidence.speaksFor(
                        Kind.LEGAL_BASIS, plan.legalBases().getFirst().at()))
                .isTrue();
        assertThat(evidence.speaksFor(
                        Kind.OBJECTIVE, plan.objectives().getFirst().at()))
                .isTrue();
        ReadPlan.Indicator first = plan.objectives().getFirst().indicators().getFirst();
        assertThat(evidence.speaksFor(Kind.INDICATOR, first.at())).isTrue();
        assertThat(evidence.speaksFor(Kind.MEASURE, first.measures().getFirst().at()))
                .isTrue();
        assertThat(evidence.speaksFor(Kind.AGENCY, plan.assignments().getFirst().at()))
                .isTrue();
        assertThat(evidence.speaksFor(
                        Kind.REPORTING_DUTY, plan.reporting().getFirst().at()))
                .isTrue();
        assertThat(evidence.speaksFor(
                        Kind.RECIPIENT, plan.recipients().getFirst().at()))
                .isTrue();
    }

    @Test
    void an_indicator_with_a_figure_that_is_no_measure_of_it_is_to_be_looked_at() {
        Reading.Plan reading = read(PLAN);
        ReadPlan.Indicator second =
                reading.plan().objectives().getFirst().indicators().get(1);
        assertThat(evidence(reading).speaksFor(Kind.INDICATOR, second.at())).isFalse();
    }

    @Test
    void a_letter_among_digits_takes_the_certainty_away() {
        Reading.Plan reading = read(PLAN.replace("15/01/2026", "15/0l/2026").replace("Ít nhất 40%", "Ít nhất 4O%"));
        Evidence evidence = evidence(reading);
        assertThat(reading.plan().legalBases())
                .allSatisfy(basis -> assertThat(evidence.speaksFor(Kind.LEGAL_BASIS, basis.at()))
                        .isFalse());
        assertThat(reading.plan().objectives().getFirst().indicators())
                .allSatisfy(indicator -> assertThat(evidence.speaksFor(Kind.INDICATOR, indicator.at()))
                        .isFalse());
    }

    @Test
    void nothing_that_was_read_off_a_picture_is_certain() {
        Reading.Plan reading = read(PLAN);
        var picture =
                new DocumentText(reading.text().format(), true, reading.text().lines());
        Evidence evidence = Evidence.of(reading.plan(), picture);
        assertThat(evidence.speaksFor(
                        Kind.LEGAL_BASIS, reading.plan().legalBases().getFirst().at()))
                .isFalse();
    }

    @Test
    void a_lost_heading_between_two_objectives_makes_the_first_doubtful() {
        Reading.Plan reading = read(PLAN.replace("II. NHIỆM VỤ", """
            Mục tiêu 3: Trong lĩnh vực y tế
            - Chỉ tiêu 1: Ít nhất 90% phụ nữ sinh con tại cơ sở y tế.

            II. NHIỆM VỤ\
            """));
        Evidence evidence = evidence(reading);
        assertThat(reading.plan().objectives()).hasSize(2);
        assertThat(evidence.speaksFor(
                        Kind.OBJECTIVE, reading.plan().objectives().getFirst().at()))
                .isFalse();
        assertThat(evidence.speaksFor(
                        Kind.OBJECTIVE, reading.plan().objectives().getLast().at()))
                .isTrue();
    }
}
