package vn.binhquyen.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.BodyElementType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

class DocxRendererTest {
    private static final XWPFDocument PLAN = open(DocxRenderer.render(Samples.issuedPlan()));
    private static final XWPFDocument REPORT = open(DocxRenderer.render(Samples.report()));

    @Test
    void the_page_is_a4_with_the_prescribed_margins() {
        CTSectPr section = PLAN.getDocument().getBody().getSectPr();
        assertThat(millimetres(section.getPgSz().getW())).isCloseTo(210, within(0.1));
        assertThat(millimetres(section.getPgSz().getH())).isCloseTo(297, within(0.1));
        assertThat(millimetres(section.getPgMar().getTop())).isBetween(20.0, 25.0);
        assertThat(millimetres(section.getPgMar().getBottom())).isBetween(20.0, 25.0);
        assertThat(millimetres(section.getPgMar().getLeft())).isBetween(30.0, 35.0);
        assertThat(millimetres(section.getPgMar().getRight())).isBetween(15.0, 20.0);
    }

    @Test
    void the_page_number_is_centred_in_the_header_and_absent_from_first_pages() {
        assertThat(PLAN.getHeaderList()).singleElement().satisfies(header -> {
            XWPFParagraph number = header.getParagraphs().getLast();
            assertThat(number.getCTP().getFldSimpleArray(0).getInstr()).isEqualTo("PAGE");
            assertThat(number.getStyle()).isEqualTo("page-number");
        });
        assertThat(paragraph(style(PLAN, "page-number")).getJc().getVal()).isEqualTo(STJc.CENTER);
        assertThat(sections(REPORT)).hasSize(3).allSatisfy(section -> {
            assertThat(section.isSetTitlePg()).isTrue();
            assertThat(section.getPgNumType().getStart()).isEqualTo(BigInteger.ONE);
        });
        assertThat(sections(REPORT).getFirst().sizeOfHeaderReferenceArray()).isEqualTo(1);
    }

    @Test
    void a_wide_annex_lies_and_the_next_one_stands_again() {
        assertThat(sections(REPORT))
                .extracting(section -> section.getPgSz().getOrient())
                .containsExactly(STPageOrientation.PORTRAIT, STPageOrientation.LANDSCAPE, STPageOrientation.PORTRAIT);
    }

    @Test
    void everything_is_set_in_times_new_roman_and_marked_as_vietnamese() {
        var defaults = styles(PLAN).getDocDefaults().getRPrDefault().getRPr();
        assertThat(defaults.getRFontsArray(0).getAscii()).isEqualTo("Times New Roman");
        assertThat(defaults.getLangArray(0).getVal()).isEqualTo("vi-VN");
        assertThat(allParagraphs(PLAN)).flatExtracting(XWPFParagraph::getRuns).allSatisfy(run -> {
            assertThat(run.getFontFamily()).isNull();
            assertThat(run.getFontSizeAsDouble()).isNull();
        });
    }

    @Test
    void every_paragraph_has_a_style_that_the_file_defines() {
        assertThat(allParagraphs(REPORT)).isNotEmpty().allSatisfy(paragraph -> {
            assertThat(paragraph.getStyle()).isNotNull();
            assertThat(REPORT.getStyles().styleExist(paragraph.getStyle())).isTrue();
        });
    }

    @Test
    void the_content_is_justified_indented_and_spaced_as_prescribed() {
        for (String id : List.of("body", "item", "legal-basis", "clause", "section")) {
            CTPPrGeneral look = paragraph(style(PLAN, id));
            assertThat(look.getJc().getVal()).as(id).isEqualTo(STJc.BOTH);
            assertThat(millimetres(look.getInd().getFirstLine())).as(id).isBetween(10.0, 12.8);
            assertThat(twips(look.getSpacing().getBefore()) / 20.0).as(id).isGreaterThanOrEqualTo(6);
            assertThat(twips(look.getSpacing().getLine()) / 240.0).as(id).isBetween(1.0, 1.5);
            assertThat(size(id)).as(id).isBetween(13.0, 14.0);
        }
    }

    @Test
    void the_parts_have_their_prescribed_sizes() {
        assertThat(size("nation")).isBetween(12.0, 13.0);
        assertThat(size("motto")).isBetween(13.0, 14.0);
        assertThat(size("agency")).isBetween(12.0, 13.0);
        assertThat(size("number")).isEqualTo(13);
        assertThat(size("place-and-date")).isBetween(13.0, 14.0);
        assertThat(size("subject")).isBetween(13.0, 14.0);
        assertThat(size("authority")).isBetween(13.0, 14.0);
        assertThat(size("recipients")).isEqualTo(12);
        assertThat(size("recipient")).isEqualTo(11);
        assertThat(size("page-number")).isBetween(13.0, 14.0);
    }

    @Test
    void agency_and_motto_stand_side_by_side_without_borders() {
        XWPFTable head = PLAN.getTables().getFirst();
        assertThat(head.getCTTbl().getTblPr().isSetTblBorders()).isFalse();
        double left =
                millimetres(head.getCTTbl().getTblGrid().getGridColArray(0).getW());
        assertThat(left / 165).isCloseTo(0.44, within(0.005));
        assertThat(texts(head.getRow(0).getCell(0))).containsExactly("ỦY BAN NHÂN DÂN", "XÃ SUỐI LỤA");
        assertThat(texts(head.getRow(0).getCell(1)))
                .containsExactly("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc");
        assertThat(texts(head.getRow(1).getCell(0))).containsExactly("Số: 07/KH-UBND");
        assertThat(texts(head.getRow(1).getCell(1))).containsExactly("Suối Lụa, ngày 05 tháng 02 năm 2027");
    }

    @Test
    void the_line_under_the_motto_is_as_long_as_the_motto_and_that_under_the_agency_a_third_to_a_half() {
        XWPFTable head = PLAN.getTables().getFirst();
        assertThat(ruleLength(head.getRow(0).getCell(1), 165 * 0.56))
                .isCloseTo(Fonts.width(Style.MOTTO, Wording.MOTTO), within(0.2));
        double agency = Fonts.width(Style.AGENCY, "XÃ SUỐI LỤA");
        assertThat(ruleLength(head.getRow(0).getCell(0), 165 * 0.44)).isBetween(agency / 3, agency / 2);
    }

    @Test
    void headings_are_written_out_and_stand_in_the_outline() {
        XWPFParagraph heading = paragraph(PLAN, "II. MỤC TIÊU, CHỈ TIÊU");
        assertThat(paragraph(style(PLAN, heading.getStyle())).getOutlineLvl().getVal())
                .isEqualTo(BigInteger.ONE);
        assertThat(heading.getNumID()).isNull();
        assertThat(paragraph(PLAN, "2.1. Việc làm").getStyle()).isEqualTo("subclause");
        assertThat(paragraph(PLAN, "a) Đơn vị chủ trì: Phòng Văn hóa – Xã hội;").getStyle())
                .isEqualTo("point");
    }

    @Test
    void items_begin_with_a_dash_and_items_within_items_with_a_plus() {
        assertThat(paragraph(PLAN, "- Chỉ tiêu 1: Tỷ lệ nữ tham gia cấp ủy đạt từ 25% trở lên.")
                        .getStyle())
                .isEqualTo("item");
        assertThat(paragraph(PLAN, "+ Khu vực nông nghiệp: giảm tỷ trọng lao động nữ xuống dưới 30%;")
                        .getStyle())
                .isEqualTo("item");
    }

    @Test
    void words_in_bold_stay_bold_within_their_paragraph() {
        XWPFParagraph mixed =
                paragraph(PLAN, "- Số liệu được tách theo giới tính, gửi về Phòng Văn hóa – Xã hội đúng thời hạn.");
        assertThat(mixed.getRuns())
                .filteredOn(run -> run.isBold())
                .extracting(run -> run.text())
                .containsExactly("Phòng Văn hóa – Xã hội");
    }

    @Test
    void the_content_ends_with_its_mark_right_before_the_signature() {
        XWPFTable signature = PLAN.getTables().getLast();
        int position = PLAN.getPosOfTable(signature);
        assertThat(PLAN.getBodyElements().get(position - 1).getElementType()).isEqualTo(BodyElementType.PARAGRAPH);
        XWPFParagraph last = (XWPFParagraph) PLAN.getBodyElements().get(position - 1);
        assertThat(last.getText()).endsWith("để xem xét./.");
        assertThat(last.isKeepNext()).isTrue();
        assertThat(signature.getRow(0).isCantSplitRow()).isTrue();
        assertThat(texts(signature.getRow(0).getCell(1)))
                .containsExactly("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Thị Vân Khuê");
        assertThat(texts(signature.getRow(0).getCell(0)))
                .startsWith("Nơi nhận:", "- Sở Nội vụ tỉnh Vân Hải (b/c);")
                .endsWith("- Lưu: VT, VHXH.");
    }

    @Test
    void the_header_of_a_table_is_repeated_and_no_row_is_split() {
        XWPFTable table = REPORT.getTables().get(1);
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(1).isRepeatHeader()).isTrue();
        assertThat(table.getRow(2).isRepeatHeader()).isFalse();
        assertThat(table.getRows())
                .allSatisfy(row -> assertThat(row.isCantSplitRow()).isTrue());
        assertThat(table.getNumberOfRows()).isEqualTo(63);
    }

    @Test
    void columns_of_a_group_stand_under_one_heading() {
        XWPFTable table = REPORT.getTables().get(1);
        assertThat(table.getRow(0).getTableCells())
                .extracting(XWPFTableCell::getText)
                .containsExactly("TT", "Đơn vị", "Thực hiện", "Ghi chú");
        assertThat(table.getRow(0).getCell(2).getCTTc().getTcPr().getGridSpan().getVal())
                .isEqualTo(3);
        assertThat(table.getRow(1).getTableCells())
                .extracting(XWPFTableCell::getText)
                .containsExactly("", "", "Tổng số", "Trong đó: nữ", "Tỷ lệ (%)", "");
    }

    @Test
    void a_report_says_whom_it_is_sent_to() {
        assertThat(paragraph(REPORT, "Kính gửi: Ủy ban nhân dân tỉnh Vân Hải.").getStyle())
                .isEqualTo("addressee");
    }

    @Test
    void an_official_letter_has_its_subject_under_the_number_and_lists_its_addressees() {
        XWPFDocument letter = open(DocxRenderer.render(Samples.letter()));
        assertThat(texts(letter.getTables().getFirst().getRow(1).getCell(0)))
                .containsExactly("Số: 96/UBND-VHXH", "V/v gửi báo cáo 6 tháng về bình đẳng giới");
        assertThat(letter.getParagraphs())
                .extracting(XWPFParagraph::getText)
                .containsSequence("Kính gửi:", "- Công an xã;", "- Trạm Y tế xã;", "- Các trường học trên địa bàn xã.")
                .doesNotContain("CÔNG VĂN");
    }

    @Test
    void only_a_draft_is_marked_as_one() {
        XWPFDocument draft = open(DocxRenderer.render(Samples.draftPlan()));
        assertThat(texts(draft.getTables().getFirst().getRow(1).getCell(0)))
                .containsExactly("Số: …/KH-UBND", "DỰ THẢO");
        assertThat(allParagraphs(PLAN)).extracting(XWPFParagraph::getText).doesNotContain("DỰ THẢO");
        assertThat(draft.getProperties().getCoreProperties().getContentStatus()).isEqualTo("Dự thảo");
    }

    @Test
    void title_author_and_language_are_recorded() {
        var core = PLAN.getProperties().getCoreProperties();
        assertThat(core.getTitle())
                .isEqualTo("Kế hoạch Thực hiện công tác bình đẳng giới trên địa bàn xã Suối Lụa năm 2027");
        assertThat(core.getCreator()).isEqualTo("Ủy ban nhân dân xã Suối Lụa");
        assertThat(core.getUnderlyingProperties().getLanguageProperty()).contains("vi-VN");
    }

    private static XWPFDocument open(byte[] docx) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(docx));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<XWPFParagraph> allParagraphs(XWPFDocument document) {
        List<XWPFParagraph> all = new ArrayList<>(document.getParagraphs());
        document.getTables()
                .forEach(table -> table.getRows()
                        .forEach(row -> row.getTableCells().forEach(cell -> all.addAll(cell.getParagraphs()))));
        return all;
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No paragraph says: " + text));
    }

    private static List<String> texts(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .map(XWPFParagraph::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<CTSectPr> sections(XWPFDocument document) {
        List<CTSectPr> sections = new ArrayList<>();
        document.getParagraphs().stream()
                .map(paragraph -> paragraph.getCTP().getPPr())
                .filter(properties -> properties != null && properties.isSetSectPr())
                .forEach(properties -> sections.add(properties.getSectPr()));
        sections.add(document.getDocument().getBody().getSectPr());
        return sections;
    }

    private static double ruleLength(XWPFTableCell cell, double width) {
        XWPFParagraph rule = cell.getParagraphs().getLast();
        assertThat(rule.getCTP().getPPr().getPBdr().isSetTop()).isTrue();
        return width
                - millimetres(rule.getCTP().getPPr().getInd().getLeft())
                - millimetres(rule.getCTP().getPPr().getInd().getRight());
    }

    private static CTStyles styles(XWPFDocument document) {
        return document.getStyles().getCtStyles();
    }

    private static CTStyle style(XWPFDocument document, String id) {
        return document.getStyles().getStyle(id).getCTStyle();
    }

    private static CTPPrGeneral paragraph(CTStyle style) {
        return style.getPPr();
    }

    private static double size(String id) {
        return twips(style(PLAN, id).getRPr().getSzArray(0).getVal()) / 2.0;
    }

    private static double millimetres(Object twips) {
        return twips(twips) * 25.4 / 1440;
    }

    private static long twips(Object value) {
        return ((BigInteger) value).longValueExact();
    }
}
