package vn.binhquyen.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.binhquyen.publishing.Block.Heading;
import vn.binhquyen.publishing.Block.Level;
import vn.binhquyen.publishing.Block.Paragraph;
import vn.binhquyen.publishing.PdfPages.Line;

class PdfRendererTest {
    private static final byte[] PLAN = PdfRenderer.render(Samples.issuedPlan());
    private static final byte[] REPORT = PdfRenderer.render(Samples.report());
    private static final List<Line> PLAN_LINES = PdfPages.of(PLAN);
    private static final List<Line> REPORT_LINES = PdfPages.of(REPORT);
    private static final double TEXT_WIDTH = 165;

    @Test
    void pages_are_a4_upright_and_annexes_lie_where_they_ask_for_it() throws IOException {
        try (PDDocument report = Loader.loadPDF(REPORT)) {
            List<String> sizes = new ArrayList<>();
            for (PDPage page : report.getPages()) {
                sizes.add("%.0f x %.0f"
                        .formatted(
                                millimetres(page.getMediaBox().getWidth()),
                                millimetres(page.getMediaBox().getHeight())));
            }
            assertThat(sizes).contains("297 x 210").last().isEqualTo("210 x 297");
            assertThat(sizes).first().isEqualTo("210 x 297");
        }
    }

    @Test
    void the_text_keeps_the_prescribed_margins_on_every_page() {
        assertThat(PLAN_LINES).filteredOn(line -> !line.text().matches("\\d+")).allSatisfy(line -> {
            assertThat(line.left()).isGreaterThanOrEqualTo(29.9);
            assertThat(line.right()).isBetween(30.0, 195.1);
            assertThat(line.baseline()).isBetween(20.0, 277.0);
        });
        double rightmost = PLAN_LINES.stream().mapToDouble(Line::right).max().orElseThrow();
        assertThat(210 - rightmost).as("justified lines reach the right margin").isBetween(14.9, 15.5);
        double leftmost = PLAN_LINES.stream().mapToDouble(Line::left).min().orElseThrow();
        assertThat(leftmost).isBetween(29.9, 30.3);
    }

    @Test
    void the_motto_stands_at_the_right_and_the_agency_at_the_left_on_one_height() {
        Line nation = PdfPages.line(PLAN_LINES, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        Line motto = PdfPages.line(PLAN_LINES, "Độc lập - Tự do - Hạnh phúc");
        Line agency = PdfPages.line(PLAN_LINES, "ỦY BAN NHÂN DÂN");
        assertThat(share(nation.left())).isGreaterThan(0.44);
        assertThat(share(nation.right())).isBetween(0.95, 0.995);
        assertThat(motto.centre()).isCloseTo(nation.centre(), within(0.3));
        assertThat(share(agency.left())).isGreaterThan(0);
        assertThat(share(agency.right())).isLessThan(0.44);
        assertThat(agency.baseline()).isCloseTo(nation.baseline(), within(0.3));
        assertThat(nation.size()).isEqualTo(12);
        assertThat(motto.size()).isEqualTo(13);
        assertThat(nation.font()).endsWith("LiberationSerif-Bold");
    }

    @Test
    void number_and_place_stand_on_one_line_and_the_date_is_in_italics() {
        Line number = PdfPages.line(PLAN_LINES, "Số: 07/KH-UBND");
        Line date = PdfPages.line(PLAN_LINES, "Suối Lụa, ngày 05 tháng 02 năm 2027");
        assertThat(date.baseline()).isCloseTo(number.baseline(), within(0.3));
        assertThat(share(number.right())).isLessThan(0.43);
        assertThat(share(date.left())).isGreaterThan(0.44);
        assertThat(List.of(number.size(), date.size())).containsOnly(13.0);
        assertThat(date.font()).endsWith("LiberationSerif-Italic");
    }

    @Test
    void name_and_subject_are_centred_and_the_subject_is_broken_into_even_lines() {
        double middle = 30 + TEXT_WIDTH / 2;
        Line name = PdfPages.line(PLAN_LINES, "KẾ HOẠCH");
        Line upper = PdfPages.line(PLAN_LINES, "Thực hiện công tác bình đẳng giới");
        Line lower = PLAN_LINES.get(PLAN_LINES.indexOf(upper) + 1);
        assertThat(name.centre()).isCloseTo(middle, within(0.5));
        assertThat(upper.centre()).isCloseTo(middle, within(0.5));
        assertThat(lower.centre()).isCloseTo(middle, within(0.5));
        assertThat(lower.right() - lower.left()).isGreaterThan(0.6 * (upper.right() - upper.left()));
        assertThat(upper.size()).isEqualTo(14);
    }

    @Test
    void the_first_lines_of_paragraphs_are_indented_by_12_7_millimetres() {
        assertThat(PdfPages.line(PLAN_LINES, "Căn cứ Luật").left()).isCloseTo(42.7, within(0.3));
        assertThat(PdfPages.line(PLAN_LINES, "I. MỤC ĐÍCH").left()).isCloseTo(42.7, within(0.3));
        assertThat(PdfPages.line(PLAN_LINES, "- Các cơ quan, đơn vị lồng ghép").left())
                .isCloseTo(42.7, within(0.3));
        assertThat(PdfPages.line(PLAN_LINES, "bình đẳng giới; từng bước").left())
                .isCloseTo(30, within(0.3));
    }

    @Test
    void signature_and_recipients_stand_side_by_side() {
        Line recipients = PdfPages.line(PLAN_LINES, "Nơi nhận:");
        Line authority = PdfPages.line(PLAN_LINES, "TM. ỦY BAN NHÂN DÂN");
        Line signatory = PdfPages.line(PLAN_LINES, "Đỗ Thị Vân Khuê");
        assertThat(recipients.page()).isEqualTo(authority.page());
        assertThat(recipients.left()).isCloseTo(30, within(0.3));
        assertThat(authority.baseline()).isCloseTo(recipients.baseline(), within(1.0));
        assertThat(share(authority.left())).isGreaterThan(0.5);
        assertThat(share(authority.right())).isLessThan(0.99);
        assertThat(signatory.centre()).isCloseTo(authority.centre(), within(0.5));
        assertThat(signatory.baseline()
                        - PdfPages.line(PLAN_LINES, "PHÓ CHỦ TỊCH").baseline())
                .as("room for the hand and the seal")
                .isBetween(25.0, 40.0);
        assertThat(recipients.size()).isEqualTo(12);
        assertThat(recipients.font()).endsWith("BoldItalic");
        assertThat(PdfPages.line(PLAN_LINES, "- Lưu: VT, VHXH.").size()).isEqualTo(11);
    }

    @Test
    void page_numbers_are_centred_on_top_and_begin_with_the_second_page() {
        List<Line> numbers = pageNumbers(PLAN_LINES);
        assertThat(numbers).extracting(Line::page).first().isEqualTo(2);
        assertThat(numbers).allSatisfy(number -> {
            assertThat(number.text()).isEqualTo(String.valueOf(number.page()));
            assertThat(number.centre()).isCloseTo(30 + TEXT_WIDTH / 2, within(0.5));
            assertThat(number.baseline()).isLessThan(18);
            assertThat(number.size()).isEqualTo(14);
        });
    }

    @Test
    void every_annex_counts_its_own_pages() {
        int annex = PdfPages.line(REPORT_LINES, "Phụ lục I").page();
        int next = PdfPages.line(REPORT_LINES, "Phụ lục II").page();
        assertThat(pageNumbers(REPORT_LINES))
                .filteredOn(number -> number.page() >= annex)
                .extracting(Line::text)
                .containsExactlyElementsOf(IntStream.range(2, next - annex + 1)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(next - annex).as("the annex has several pages").isGreaterThan(1);
    }

    @Test
    void the_header_of_a_table_is_repeated_on_every_page_of_it() {
        List<Integer> pages = REPORT_LINES.stream()
                .filter(line -> line.text().startsWith("Xã Bản Mới"))
                .map(Line::page)
                .distinct()
                .toList();
        assertThat(pages).hasSizeGreaterThan(3);
        assertThat(pages)
                .allSatisfy(page -> assertThat(REPORT_LINES)
                        .filteredOn(line -> line.page() == page)
                        .extracting(Line::text)
                        .contains("Đơn vị", "Thực hiện", "Tổng số"));
    }

    @Test
    void a_table_begins_right_under_its_caption() {
        Line caption = PdfPages.line(REPORT_LINES, "Bảng 1.");
        assertThat(caption.page()).isEqualTo(1);
        assertThat(PdfPages.line(REPORT_LINES, "Xã Bản Mới 1").page()).isEqualTo(1);
    }

    @Test
    void no_page_ends_with_a_heading() {
        for (int filler = 19; filler < 25; filler++) {
            List<Block> body = new ArrayList<>();
            for (int i = 0; i < filler; i++) {
                body.add(new Paragraph("Dòng thứ " + i));
            }
            body.add(new Heading(Level.SECTION, "I.", "Mở đầu"));
            body.add(new Heading(Level.CLAUSE, "1.", "Đầu mục"));
            body.add(new Paragraph("Nội dung của mục. ".repeat(20)));
            List<Line> lines =
                    PdfPages.of(PdfRenderer.render(Samples.plan().body(body).build()));
            int page = PdfPages.line(lines, "Nội dung của mục").page();
            assertThat(PdfPages.line(lines, "I. MỞ ĐẦU").page())
                    .as("after %d lines", filler)
                    .isEqualTo(page);
            assertThat(PdfPages.line(lines, "1. Đầu mục").page())
                    .as("after %d lines", filler)
                    .isEqualTo(page);
        }
    }

    @Test
    void the_signature_is_never_alone_on_a_page() {
        for (int filler = 10; filler < 16; filler++) {
            List<Block> body = new ArrayList<>();
            for (int i = 0; i < filler; i++) {
                body.add(new Paragraph("Dòng thứ " + i));
            }
            body.add(new Paragraph("Dòng cuối"));
            List<Line> lines =
                    PdfPages.of(PdfRenderer.render(Samples.plan().body(body).build()));
            assertThat(PdfPages.line(lines, "Dòng cuối./.").page())
                    .as("after %d lines", filler)
                    .isEqualTo(PdfPages.line(lines, "TM. ỦY BAN NHÂN DÂN").page());
        }
    }

    @Test
    void the_text_can_be_copied_with_its_accents() throws IOException {
        try (PDDocument plan = Loader.loadPDF(PLAN)) {
            String text = new PDFTextStripper().getText(plan);
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            assertThat(text)
                    .contains(
                            "từng bước",
                            "khoảng cách giới",
                            "MỤC TIÊU, CHỈ TIÊU",
                            "Ủy ban nhân dân",
                            "Đỗ Thị Vân Khuê");
        }
    }

    @Test
    void letters_typed_in_parts_are_printed_composed() {
        String decomposed = Normalizer.normalize("Nghiệp vụ bình đẳng", Normalizer.Form.NFD);
        List<Line> lines = PdfPages.of(PdfRenderer.render(
                Samples.plan().body(List.of(new Paragraph(decomposed))).build()));
        assertThat(PdfPages.line(lines, "Nghiệp vụ bình đẳng").text()).isEqualTo("Nghiệp vụ bình đẳng./.");
    }

    @Test
    void every_font_is_embedded() throws IOException {
        try (PDDocument report = Loader.loadPDF(REPORT)) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : report.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("LiberationSerif");
            });
        }
    }

    @Test
    void title_and_language_are_recorded() throws IOException {
        try (PDDocument plan = Loader.loadPDF(PLAN)) {
            assertThat(plan.getDocumentInformation().getTitle())
                    .isEqualTo("Kế hoạch Thực hiện công tác bình đẳng giới trên địa bàn xã Suối Lụa năm 2027");
            assertThat(plan.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
            assertThat(plan.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void only_a_draft_is_marked_as_one() {
        assertThat(PLAN_LINES).extracting(Line::text).doesNotContain("DỰ THẢO");
        List<Line> draft = PdfPages.of(PdfRenderer.render(Samples.draftPlan()));
        Line mark = PdfPages.line(draft, "DỰ THẢO");
        assertThat(share(mark.right())).isLessThan(0.18);
        assertThat(PdfPages.line(draft, "Số: …/KH-UBND").baseline()).isLessThan(mark.baseline());
        assertThat(PdfPages.line(draft, "Suối Lụa, ngày … tháng 02 năm 2027").page())
                .isEqualTo(1);
    }

    private static List<Line> pageNumbers(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.text().matches("\\d+") && line.baseline() < 20)
                .toList();
    }

    private static double share(double millimetresFromTheLeftEdge) {
        return (millimetresFromTheLeftEdge - 30) / TEXT_WIDTH;
    }

    private static double millimetres(double points) {
        return points * 25.4 / 72;
    }
}
