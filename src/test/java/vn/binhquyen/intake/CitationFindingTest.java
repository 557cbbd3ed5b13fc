package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.intake.check.Rule.InHand;
import vn.binhquyen.intake.knowledge.Knowledge;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.intake.knowledge.ObsoleteBody;

/** Of what plans say about other documents and about bodies. */
class CitationFindingTest {

    private static final String BASIS = "Căn cứ Kế hoạch số 146/KH-UBND ngày 05/01/2026 của UBND tỉnh Minh Hà";

    private static List<Finding> findings(String text, Knowledge knowledge) {
        Reading.Plan read = Samples.plan(text);
        return new PlanChecks().check(new InHand(read.plan(), read.text(), knowledge, null), Samples.VIETNAMESE);
    }

    private static Knowledge knowing(@Nullable LocalDate lastDay, @Nullable String replacedBy) {
        var decree = new LegalDocument(
                DocumentType.NGHI_DINH,
                "999/2015/NĐ-CP",
                LocalDate.of(2015, 3, 2),
                "Chính phủ",
                "quy định về hỗ trợ tổ hợp tác của phụ nữ",
                LocalDate.of(2015, 5, 1),
                lastDay,
                replacedBy,
                "Công báo",
                true);
        return new Knowledge(List.of(decree), List.of());
    }

    private static String citing(String words) {
        return new SoundPlan().text().replace(BASIS, "Căn cứ " + words + "; " + BASIS.replaceFirst("Căn cứ ", ""));
    }

    private static String dated(String date) {
        return citing("Nghị định số 999/2015/NĐ-CP ngày " + date + " của Chính phủ quy định về hỗ trợ tổ hợp tác");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kế hoạch số 9/KH-SNV ngày 05/01/2024 của Sở Nội vụ về công tác bình đẳng giới năm 2026",
                "Kế hoạch số 9/KH-SNV ngày 05/01/2026 của Sở Nội vụ về công tác bình đẳng giới giai đoạn 2021 - 2025",
                "Nghị định số 999/2014/NĐ-CP ngày 02/3/2015 của Chính phủ quy định về tổ hợp tác"
            })
    void basis_year_mismatch_asks_about_a_date_that_the_title_or_number_excludes(String basis) {
        assertThat(SoundPlan.rules(citing(basis))).containsExactly("basis-year-mismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kế hoạch số 9/KH-SNV ngày 25/12/2025 của Sở Nội vụ về công tác bình đẳng giới năm 2026",
                "Kế hoạch số 9/KH-SNV ngày 05/01/2022 của Sở Nội vụ về công tác bình đẳng giới đến năm 2030",
                "Báo cáo số 9/BC-SNV ngày 05/01/2026 của Sở Nội vụ về công tác bình đẳng giới năm 2024"
            })
    void basis_year_mismatch_is_content_with_years_that_fit(String basis) {
        assertThat(SoundPlan.rules(citing(basis))).isEmpty();
    }

    @Test
    void period_mismatch_asks_about_one_programme_with_two_spans_of_years() {
        var plan = SoundPlan.withTask("Thực hiện Chương trình hỗ trợ tổ hợp tác giai đoạn 2021 - 2025.\n\n"
                + "- Đánh giá Chương trình hỗ trợ tổ hợp tác giai đoạn 2021 - 2030.");

        assertThat(plan.rules()).containsExactly("period-mismatch");
    }

    @Test
    void period_mismatch_asks_about_years_other_than_those_of_the_register() {
        var strategy = new LegalDocument(
                DocumentType.NGHI_QUYET,
                "999/NQ-CP",
                LocalDate.of(2021, 3, 2),
                "Chính phủ",
                "ban hành Chiến lược phát triển tổ hợp tác giai đoạn 2021 - 2030",
                null,
                null,
                null,
                "Công báo",
                true);
        String text = SoundPlan.withTask("Thực hiện Chiến lược phát triển tổ hợp tác giai đoạn 2026 - 2030.")
                .text();

        assertThat(findings(text, new Knowledge(List.of(strategy), List.of())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("period-mismatch");
                    assertThat(finding.source()).isNotNull();
                });
        assertThat(findings(text, Knowledge.NONE)).isEmpty();
    }

    @Test
    void period_mismatch_compares_with_the_strategy_of_the_plans_own_time() {
        String text = SoundPlan.withTask("Thực hiện Chiến lược phát triển tổ hợp tác giai đoạn 2021 - 2030.")
                .text();

        assertThat(findings(text, new Knowledge(List.of(strategy(2011), strategy(2021)), List.of())))
                .isEmpty();
        assertThat(findings(text, new Knowledge(List.of(strategy(2021), strategy(2011)), List.of())))
                .isEmpty();
    }

    private static LegalDocument strategy(int from) {
        return new LegalDocument(
                DocumentType.NGHI_QUYET,
                from + "/NQ-CP",
                LocalDate.of(from, 3, 2),
                "Chính phủ",
                "ban hành Chiến lược phát triển tổ hợp tác giai đoạn " + from + " - " + (from + 9),
                null,
                LocalDate.of(from + 9, 12, 31),
                null,
                "Công báo",
                true);
    }

    @Test
    void period_mismatch_is_content_with_the_span_of_a_plan_beside_that_of_the_programme() {
        var plan = SoundPlan.withTask("Thực hiện Chương trình hỗ trợ tổ hợp tác giai đoạn 2021 - 2030.\n\n"
                + "- Đánh giá Chương trình hỗ trợ tổ hợp tác giai đoạn 2021 - 2025 và định hướng đến năm 2030.");

        assertThat(plan.rules()).isEmpty();
    }

    @Test
    void citation_conflict_asks_about_one_document_with_two_dates() {
        var plan = SoundPlan.withTask("Báo cáo theo Kế hoạch số 146/KH-UBND ngày 06/01/2026 của UBND tỉnh Minh Hà.");

        assertThat(plan.rules()).containsExactly("citation-conflict");
    }

    @Test
    void citation_conflict_asks_about_a_date_other_than_that_of_the_register() {
        assertThat(findings(dated("03/2/2015"), knowing(null, null)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("citation-conflict");
                    assertThat(finding.source()).isNotNull();
                });
    }

    @Test
    void citation_conflict_is_content_with_one_date_and_with_the_same_number_of_another_office() {
        var plan = SoundPlan.withTask("Báo cáo theo Kế hoạch số 146/KH-UBND ngày 05/01/2026 của UBND tỉnh Minh Hà.\n\n"
                + "- Thực hiện Kế hoạch số 146/KH-UBND ngày 09/9/2025 của UBND xã Thượng Sơn.");

        assertThat(plan.rules()).isEmpty();
        assertThat(findings(dated("02/3/2015"), knowing(null, null))).isEmpty();
    }

    @Test
    void obsolete_basis_asks_about_a_document_replaced_before_the_plan() {
        assertThat(findings(dated("02/3/2015"), knowing(LocalDate.of(2025, 12, 31), "Nghị định số 1/2025/NĐ-CP")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("obsolete-basis");
                    assertThat(finding.message()).contains("1/2025/NĐ-CP");
                    assertThat(finding.source()).isNotNull();
                });
    }

    @Test
    void obsolete_basis_is_content_with_a_document_that_held_on_the_day_of_the_plan() {
        assertThat(findings(dated("02/3/2015"), knowing(LocalDate.of(2026, 1, 20), null)))
                .isEmpty();
    }

    @Test
    void obsolete_body_asks_once_about_a_body_that_ended_however_it_is_written() {
        var office = new ObsoleteBody(
                "Phòng Thống kê - Lâm nghiệp",
                List.of("Phòng TKLN"),
                LocalDate.of(2025, 6, 30),
                "Phòng Kinh tế",
                "Công báo",
                true);
        String text = SoundPlan.withTask("Phối hợp với phòng Thống kê – Lâm nghiệp.\n\n- Báo cáo Phòng TKLN.")
                .text();

        assertThat(findings(text, new Knowledge(List.of(), List.of(office))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("obsolete-body");
                    assertThat(finding.message()).contains("2 chỗ").contains("Phòng Kinh tế");
                });
    }

    @Test
    void obsolete_body_is_content_before_its_end_and_in_the_name_of_an_earlier_document() {
        var later = new ObsoleteBody("Phòng Thống kê", List.of(), LocalDate.of(2026, 6, 30), null, "Công báo", true);
        var earlier =
                new ObsoleteBody("Phòng Lâm nghiệp", List.of(), LocalDate.of(2025, 6, 30), null, "Công báo", true);
        String text = SoundPlan.withTask("Phối hợp với Phòng Thống kê.\n\n"
                        + "- Tiếp tục Kế hoạch số 5/KH-PLN ngày 02/01/2025 của Phòng Lâm nghiệp.")
                .text();

        assertThat(findings(text, new Knowledge(List.of(), List.of(later, earlier))))
                .isEmpty();
    }
}
