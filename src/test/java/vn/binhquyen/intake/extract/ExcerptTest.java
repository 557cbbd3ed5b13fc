package vn.binhquyen.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.ReadPlan.ReportKind;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.PartialDate;

class ExcerptTest {

    private static DocumentText text(String... lines) {
        return new DocumentText(
                DocumentText.Format.DOCX,
                IntStream.range(0, lines.length)
                        .mapToObj(i -> new DocumentText.Line(i + 1, lines[i], 0, false, 0, List.of(), null))
                        .toList());
    }

    private static Excerpt chosen(DocumentText text, String words) {
        int line = IntStream.range(0, text.lines().size())
                .filter(i -> text.lines()
                        .get(i)
                        .text()
                        .contains(words.lines().findFirst().orElseThrow()))
                .findFirst()
                .orElseThrow();
        int column =
                text.lines().get(line).text().indexOf(words.lines().findFirst().orElseThrow());
        return Excerpt.of(text, new Place(line + 1, column + 1, words.length()));
    }

    @Test
    void an_indicator_gets_its_targets_with_their_places_in_the_document() {
        DocumentText text = text("Ngoài ra, chỉ tiêu 4: ít nhất 70% hộ nghèo được vay vốn vào năm 2027 và sau đó.");
        ReadPlan.Indicator read = chosen(text, "chỉ tiêu 4: ít nhất 70% hộ nghèo được vay vốn vào năm 2027")
                .indicator();
        assertThat(read.text()).isEqualTo("ít nhất 70% hộ nghèo được vay vốn vào năm 2027");
        ReadPlan.Measure measure = read.measures().getFirst();
        assertThat(measure.comparator()).isEqualTo(Comparator.AT_LEAST);
        assertThat(measure.value()).isEqualByComparingTo("70");
        assertThat(measure.byYear()).isEqualTo(2027);
        assertThat(measure.at()).isNotNull();
        assertThat(text.at(measure.at())).isEqualTo("70%");
    }

    @Test
    void a_label_before_the_words_is_no_part_of_them() {
        assertThat(chosen(text("- Mở lớp tập huấn cho trưởng bản."), "- Mở lớp tập huấn cho trưởng bản.")
                        .words())
                .isEqualTo("Mở lớp tập huấn cho trưởng bản.");
    }

    @Test
    void a_date_becomes_a_duty_of_the_kind_that_its_line_names() {
        DocumentText text = text("Báo cáo 6 tháng đầu năm gửi Phòng Văn hóa trước ngày 12/6/2026.");
        ReadPlan.ReportingDuty duty =
                chosen(text, "ngày 12/6/2026").duties(null).getFirst();
        assertThat(duty.dueOn()).isEqualTo(new PartialDate(2026, 6, 12));
        assertThat(duty.kind()).isEqualTo(ReportKind.SIX_MONTH);
        ReadPlan.ReportingDuty undated =
                chosen(text, "Báo cáo 6 tháng đầu năm").duties(null).getFirst();
        assertThat(undated.dueOn()).isNull();
        assertThat(undated.kind()).isEqualTo(ReportKind.SIX_MONTH);
    }

    @Test
    void a_whole_sentence_tells_who_reports_to_whom_too() {
        DocumentText text = text("Các thôn báo cáo kết quả về Phòng Văn hóa – Xã hội trước ngày 05/12/2026.");
        ReadPlan.ReportingDuty duty =
                chosen(text, text.lines().getFirst().text()).duties(null).getFirst();
        assertThat(duty.from()).containsExactly("Các thôn");
        assertThat(duty.to()).isEqualTo("Phòng Văn hóa – Xã hội");
    }

    @Test
    void a_document_that_is_cited_becomes_a_basis_and_other_words_become_none() {
        DocumentText text =
                text("thực hiện Quyết định số 45/QĐ-UBND ngày 02/3/2026 của UBND xã Nà Lâm về việc phân công.");
        ReadPlan.LegalBasis basis = chosen(text, "Quyết định số 45/QĐ-UBND ngày 02/3/2026 của UBND xã Nà Lâm")
                .bases(null)
                .getFirst();
        assertThat(basis.number()).isEqualTo("45/QĐ-UBND");
        assertThat(basis.issuedOn()).isEqualTo(new PartialDate(2026, 3, 2));
        assertThat(text.at(Objects.requireNonNull(basis.at()))).startsWith("Quyết định số 45/QĐ-UBND");
        assertThat(chosen(text, "về việc phân công").bases(null)).isEmpty();
    }

    @Test
    void a_task_is_given_to_whom_its_words_name_or_else_to_whom_it_stands_under() {
        DocumentText text = text("- Giao Công an xã chủ trì, phối hợp với Trạm Y tế xã tổ chức trực đường dây nóng.");
        ReadPlan.Assignment given = chosen(text, text.lines().getFirst().text()).task("Phòng Kinh tế");
        assertThat(given.agency()).isEqualTo("Công an xã");
        assertThat(given.tasks().getFirst().with()).containsExactly("Trạm Y tế xã");
        assertThat(chosen(text, "trực đường dây nóng").task("Phòng Kinh tế").agency())
                .isEqualTo("Phòng Kinh tế");
    }
}
