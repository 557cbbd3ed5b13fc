package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.intake.DocumentText.Line;

class PdfReadingTest {

    static Stream<Arguments> samplesInEveryLayout() {
        return Stream.of(Samples.COMMUNE, Samples.PROVINCE)
                .flatMap(sample -> Stream.of(PdfSample.INDENTED, PdfSample.RAGGED, PdfSample.BLOCK, PdfSample.NARROW)
                        .map(style -> Arguments.of(sample, style)));
    }

    @ParameterizedTest
    @MethodSource("samplesInEveryLayout")
    void a_printed_plan_says_the_same_as_its_markdown(String sample, String style) throws IOException {
        byte[] pdf = PdfSample.of(Samples.text(sample), style);

        assertThat(Samples.facts(Samples.plan("ke-hoach.pdf", pdf).plan()))
                .isEqualTo(Samples.facts(Samples.read(sample).plan()));
    }

    @Test
    void page_numbers_and_running_lines_are_no_text() throws IOException {
        byte[] pdf = PdfSample.of(Samples.text(Samples.COMMUNE), PdfSample.INDENTED);

        assertThat(Loader.loadPDF(pdf).getNumberOfPages()).isGreaterThan(3);
        assertThat(lines(pdf))
                .noneMatch(line -> line.text().matches("\\d+"))
                .noneMatch(line -> line.text().contains("không có giá trị pháp lý"));
    }

    @Test
    void issuer_and_motto_stand_in_columns_of_their_own() throws IOException {
        assertThat(lines(PdfSample.of(Samples.text(Samples.COMMUNE), PdfSample.INDENTED)))
                .filteredOn(line -> line.cell() != null && line.cell().table() == 1)
                .extracting(Line::text)
                .startsWith("ỦY BAN NHÂN DÂN", "XÃ THƯỢNG SƠN", "Số: /KH-UBND")
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Thượng Sơn, ngày tháng 01 năm 2026");
    }

    @Test
    void a_fact_knows_its_page() throws IOException {
        byte[] pdf = PdfSample.of(Samples.text(Samples.COMMUNE), PdfSample.INDENTED);
        Reading.Plan reading = Samples.plan("ke-hoach.pdf", pdf);

        var json = JsonMapper.shared().readTree(PlanJson.write(reading.plan()));

        assertThat(json.at("/places/number/page").asInt()).isEqualTo(1);
        assertThat(json.at("/signatory/at/page").asInt())
                .isBetween(4, Loader.loadPDF(pdf).getNumberOfPages());
        assertThat(PlanJson.read(PlanJson.write(reading.plan()))).isEqualTo(reading.plan());
    }

    @Test
    void ruled_tables_are_read_by_their_cells() throws IOException {
        String html = PdfSample.page("""
            <p>Các chỉ tiêu được giao như sau, mỗi cơ quan theo dõi phần việc của mình trong suốt cả năm kế hoạch:</p>
            <table class="grid">
              <tr><td><p><b>STT</b></p></td><td><p><b>Chỉ tiêu</b></p></td><td><p><b>ĐVT</b></p></td><td><p><b>2030</b></p></td></tr>
              <tr><td><p>1</p></td><td><p>Tỷ lệ nữ lãnh đạo, quản lý ở các phòng, ban, đơn vị sự nghiệp thuộc xã</p></td><td><p>%</p></td><td><p>75</p></td></tr>
              <tr><td><p>2</p></td><td><p>Số lớp tập huấn</p></td><td><p>lớp</p></td><td><p>12</p></td></tr>
            </table>
            <p>Phòng Văn hóa - Xã hội tổng hợp.</p>\
            """);

        assertThat(lines(PdfSample.print(html)))
                .filteredOn(line -> line.cell() != null)
                .extracting(
                        line -> line.cell() == null
                                ? 0
                                : line.cell().row() * 10 + line.cell().column(),
                        Line::text)
                .contains(
                        tuple(12, "Chỉ tiêu"),
                        tuple(22, "Tỷ lệ nữ lãnh đạo, quản lý ở các phòng, ban, đơn vị sự nghiệp thuộc xã"),
                        tuple(24, "75"),
                        tuple(33, "lớp"));
    }

    @Test
    void bold_type_is_seen() throws IOException {
        assertThat(lines(PdfSample.of(Samples.text(Samples.COMMUNE), PdfSample.INDENTED)))
                .filteredOn(line -> line.text().startsWith("I. MỤC ĐÍCH"))
                .singleElement()
                .satisfies(line -> assertThat(line.isMarked(
                                DocumentText.Mark.BOLD, 0, line.text().length()))
                        .isTrue());
    }

    private static List<Line> lines(byte[] pdf) {
        return Readers.read("ke-hoach.pdf", pdf).lines();
    }
}
