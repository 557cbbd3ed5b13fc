package vn.binhquyen.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhquyen.publishing.Block.Align;
import vn.binhquyen.publishing.Block.Column;
import vn.binhquyen.publishing.Block.Paragraph;
import vn.binhquyen.publishing.Block.Row;
import vn.binhquyen.publishing.Block.Table;

class CompositionTest {

    @ParameterizedTest
    @CsvSource({
        "2027-01-05, ngày 05 tháng 01 năm 2027",
        "2027-02-10, ngày 10 tháng 02 năm 2027",
        "2027-03-09, ngày 09 tháng 3 năm 2027",
        "2027-12-31, ngày 31 tháng 12 năm 2027"
    })
    void days_below_ten_and_the_first_two_months_take_a_zero(LocalDate date, String words) {
        assertThat(IssueDate.of(date).inWords()).isEqualTo(words);
    }

    @Test
    void what_is_unknown_of_a_date_stays_blank() {
        assertThat(IssueDate.UNKNOWN.inWords()).isEqualTo("ngày … tháng … năm …");
        assertThat(IssueDate.in(2027).inWords()).isEqualTo("ngày … tháng … năm 2027");
    }

    @ParameterizedTest
    @CsvSource({"1, 01/KH-UBND", "9, 09/KH-UBND", "10, 10/KH-UBND", "1204, 1204/KH-UBND"})
    void numbers_below_ten_take_a_zero(int number, String printed) {
        assertThat(Wording.number(Samples.plan().issued(number).build())).isEqualTo(printed);
    }

    @Test
    void the_decree_knows_29_kinds_of_document_of_which_27_are_abbreviated() {
        assertThat(DocumentType.values()).hasSize(29);
        assertThat(Arrays.stream(DocumentType.values()).flatMap(type -> type.abbreviation().stream()))
                .hasSize(27)
                .doesNotHaveDuplicates();
        assertThat(DocumentType.KE_HOACH.symbolOf("UBND")).isEqualTo("KH-UBND");
        assertThat(DocumentType.CONG_VAN.symbolOf("UBND")).isEqualTo("UBND");
    }

    @Test
    void legal_bases_are_closed_by_semicolons_and_the_last_by_a_full_stop() {
        OfficialDocument document = Samples.plan()
                .basedOn(List.of("Căn cứ A.", "Căn cứ B", "Căn cứ C;"))
                .build();
        assertThat(texts(document, Style.LEGAL_BASIS)).containsExactly("Căn cứ A;", "Căn cứ B;", "Căn cứ C.");
    }

    @ParameterizedTest
    @CsvSource({"Hết., Hết./.", "Hết./., Hết./.", "Hết;, Hết./.", "Hết, Hết./."})
    void the_content_ends_with_one_closing_mark(String typed, String printed) {
        OfficialDocument document =
                Samples.plan().body(List.of(new Paragraph(typed))).build();
        assertThat(texts(document, Style.BODY)).last().isEqualTo(printed);
    }

    @Test
    void content_that_ends_with_a_table_gets_its_closing_mark_on_a_line_of_its_own() {
        Table table = new Table(null, List.of(new Column("A", 1, Align.LEFT)), List.of(Row.of("1")));
        assertThat(texts(Samples.plan().body(List.of(table)).build(), Style.BODY))
                .last()
                .isEqualTo("./.");
    }

    @Test
    void typed_line_breaks_begin_new_paragraphs() {
        OfficialDocument document = Samples.plan()
                .body(List.of(new Paragraph("Một.\r\n\r\nHai.\n")))
                .build();
        assertThat(texts(document, Style.BODY)).endsWith("Một.", "Hai./.");
    }

    @Test
    void signs_that_no_file_can_hold_are_left_out() {
        OfficialDocument document = Samples.plan()
                .body(List.of(new Paragraph("A\u0000B\uFFFEC\uD800D")))
                .build();
        assertThat(texts(document, Style.BODY)).last().isEqualTo("A B C D./.");
        assertThat(DocxRenderer.render(document)).isNotEmpty();
        assertThat(PdfRenderer.render(document)).isNotEmpty();
    }

    @Test
    void one_annex_has_no_number_and_more_have_roman_ones() {
        Annex annex = new Annex("Biểu", false, List.of());
        assertThat(texts(Samples.plan().annexes(List.of(annex)).build(), Style.ANNEX))
                .containsExactly("Phụ lục");
        assertThat(texts(Samples.plan().annexes(List.of(annex, annex)).build(), Style.ANNEX))
                .containsExactly("Phụ lục I", "Phụ lục II");
        assertThat(Wording.roman(49)).isEqualTo("XLIX");
    }

    @Test
    void an_annex_says_what_it_belongs_to() {
        OfficialDocument document = Samples.plan()
                .annexes(List.of(new Annex("Biểu", false, List.of())))
                .build();
        assertThat(texts(document, Style.ANNEX_REFERENCE))
                .containsExactly(
                        "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng 02 năm 2027 của Ủy ban nhân dân xã Suối Lụa)");
    }

    @Test
    void a_row_that_does_not_fit_its_table_is_refused() {
        assertThatThrownBy(() -> new Table(null, List.of(new Column("A", 1, Align.LEFT)), List.of(Row.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_document_without_agency_is_refused() {
        assertThatThrownBy(() -> OfficialDocument.of(DocumentType.BAO_CAO, "x").build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("agency");
    }

    private static List<String> texts(OfficialDocument document, Style style) {
        return Composition.of(document).stream()
                .filter(part -> part instanceof Part.Line line && line.style() == style)
                .map(part -> ((Part.Line) part).text())
                .toList();
    }
}
