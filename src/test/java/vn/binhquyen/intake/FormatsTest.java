package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One plan in every format says the same. The .doc and .odt were saved from the Word file of the demonstration:
 * {@code soffice --headless --convert-to doc src/main/resources/demo/ke-hoach-xa-thuong-son-2026.docx}.
 */
class FormatsTest {

    private static final String OLD_WORD = "/samples/ke-hoach-xa-thuong-son-2026.doc";
    private static final String OPEN_DOCUMENT = "/samples/ke-hoach-xa-thuong-son-2026.odt";

    @ParameterizedTest
    @ValueSource(strings = {Samples.COMMUNE_WORD, OLD_WORD, OPEN_DOCUMENT})
    void a_plan_from_a_word_processor_says_the_same_as_its_markdown(String file) throws IOException {
        assertThat(Samples.facts(Samples.read(file).plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.COMMUNE).plan()));
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.COMMUNE, Samples.PROVINCE})
    void a_plan_on_a_web_page_says_the_same(String sample) throws IOException {
        byte[] page = HtmlSample.of(Samples.text(sample), "").getBytes(StandardCharsets.UTF_8);

        assertThat(Samples.facts(Samples.plan("ke-hoach.html", page).plan()))
                .isEqualTo(Samples.facts(Samples.read(sample).plan()));
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.COMMUNE, Samples.PROVINCE})
    void a_plan_as_bare_text_says_the_same(String sample) throws IOException {
        byte[] text = TxtSample.of(Samples.text(sample)).getBytes(StandardCharsets.UTF_8);

        assertThat(Samples.facts(Samples.plan("ke-hoach.txt", text).plan()))
                .isEqualTo(Samples.facts(Samples.read(sample).plan()));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 66, 72, 80, 95, 110, 120})
    void a_text_wrapped_at_any_usual_width_says_the_same(int width) throws IOException {
        for (String sample : List.of(Samples.COMMUNE, Samples.PROVINCE)) {
            byte[] text = TxtSample.wrapped(Samples.text(sample), width).getBytes(StandardCharsets.UTF_8);

            assertThat(Samples.facts(Samples.plan("ke-hoach.txt", text).plan()))
                    .isEqualTo(Samples.facts(Samples.read(sample).plan()));
        }
    }

    @Test
    void the_format_is_what_the_file_is_and_not_what_its_name_says() throws IOException {
        assertThat(Samples.plan("ke-hoach.doc", Samples.bytes(Samples.COMMUNE_WORD))
                        .plan()
                        .source()
                        .format())
                .hasToString("docx");
        assertThat(Samples.plan("ke-hoach.docx", Samples.bytes(OLD_WORD))
                        .plan()
                        .source()
                        .format())
                .hasToString("doc");
    }

    @Test
    void menus_around_a_document_on_a_web_page_are_no_part_of_it() throws IOException {
        String page = HtmlSample.of(Samples.text(Samples.COMMUNE), "")
                .replace(
                        "<body>",
                        "<body><nav><p>THƯ VIỆN VĂN BẢN</p></nav><div><div><p>SỞ TƯ PHÁP</p><p>TRANG CHỦ</p></div>"
                                + "<div id=\"content\">")
                .replace("</body>", "</div><footer><p>Nguyễn Văn Quản Trị</p></footer></div></body>");
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);

        assertThat(Samples.facts(Samples.plan("ke-hoach.htm", bytes).plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.COMMUNE).plan()));
    }

    @Test
    void numbered_lists_and_entities_of_a_web_page_are_written_out() {
        String page = "<html><body><ol type=a start=2><li>L&#7891;ng gh&eacute;p</li><li>Truy&#7873;n th&ocirc;ng</li>"
                + "</ol><p style='font-weight: bold; text-align: center'>K&#7870; HO&#7840;CH</p></body></html>";

        var lines =
                Readers.read("a.html", page.getBytes(StandardCharsets.US_ASCII)).lines();

        assertThat(lines)
                .extracting(DocumentText.Line::text)
                .containsExactly("b) Lồng ghép", "c) Truyền thông", "KẾ HOẠCH");
        assertThat(lines.getLast().centred()).isTrue();
        assertThat(lines.getLast().isMarked(DocumentText.Mark.BOLD, 0, 8)).isTrue();
    }

    @Test
    void a_refusal_names_what_the_file_is() {
        var refused = new PlanReader().read("ke-hoach.docx", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Locale.of("vi"));

        assertThat(((Reading.Refused) refused).message()).contains("ảnh PNG");
    }
}
