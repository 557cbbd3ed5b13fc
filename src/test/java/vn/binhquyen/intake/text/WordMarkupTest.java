package vn.binhquyen.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.DocumentText.Line;

class WordMarkupTest {

    private static final String BODY = """
        <?xml version="1.0" encoding="UTF-8"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
            xmlns:v="urn:schemas-microsoft-com:vml"><w:body>%s</w:body></w:document>\
        """;

    private static byte[] word(String body) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>\
                """);
            part(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>\
                """);
            part(zip, "word/document.xml", BODY.formatted(body));
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<String> read(String body) throws IOException {
        try {
            return TextReaders.read("a.docx", word(body)).lines().stream()
                    .map(Line::text)
                    .toList();
        } catch (CannotRead e) {
            throw new AssertionError(e);
        }
    }

    private static String run(String words) {
        return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
    }

    @Test
    void inserted_words_are_read_and_deleted_ones_are_not() throws IOException {
        assertThat(read("<w:p>" + run("Đạt ") + "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>60%</w:delText></w:r>"
                        + "</w:del><w:ins w:id=\"2\" w:author=\"a\">" + run("65%") + "</w:ins></w:p>"))
                .containsExactly("Đạt 65%");
    }

    @Test
    void what_was_moved_stands_where_it_was_moved_to() throws IOException {
        assertThat(read("<w:p><w:moveFrom w:id=\"1\" w:author=\"a\">" + run("Công an xã") + "</w:moveFrom>"
                        + run("Trạm Y tế") + "</w:p><w:p><w:moveTo w:id=\"2\" w:author=\"a\">" + run("Công an xã")
                        + "</w:moveTo></w:p>"))
                .containsExactly("Trạm Y tế", "Công an xã");
    }

    @Test
    void paragraphs_whose_break_was_deleted_are_one() throws IOException {
        assertThat(read("<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr>" + run("Phòng Văn hóa ")
                        + "</w:p><w:p>" + run("- Xã hội") + "</w:p>"))
                .containsExactly("Phòng Văn hóa - Xã hội");
    }

    @Test
    void a_deleted_row_of_a_table_is_gone() throws IOException {
        String row = "<w:tr>%s<w:tc><w:p>%s</w:p></w:tc></w:tr>";
        assertThat(read("<w:tbl>" + row.formatted("<w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>", run("cũ"))
                        + row.formatted("", run("mới")) + "</w:tbl>"))
                .containsExactly("mới");
    }

    @Test
    void a_text_box_is_read_once_after_its_paragraph() throws IOException {
        String box = "<w:txbxContent><w:p>" + run("DỰ THẢO") + "</w:p></w:txbxContent>";
        assertThat(read("<w:p>" + run("KẾ HOẠCH") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
                        + "<wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>" + box
                        + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
                        + "<mc:Fallback><w:pict><v:shape><v:textbox>" + box
                        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"))
                .containsExactly("KẾ HOẠCH", "DỰ THẢO");
    }

    @Test
    void content_controls_keep_the_looks_of_what_they_hold() throws IOException {
        String sdt = "<w:sdt><w:sdtPr/><w:sdtContent>%s</w:sdtContent></w:sdt>";
        var body = "<w:p>" + sdt.formatted("<w:r><w:rPr><w:b/></w:rPr><w:t>Mục tiêu</w:t></w:r>") + "</w:p>"
                + sdt.formatted("<w:p>" + run("Chỉ tiêu") + "</w:p>");

        assertThat(read(body)).containsExactly("Mục tiêu", "Chỉ tiêu");
    }

    @Test
    void the_mark_of_a_note_is_no_text() throws IOException {
        assertThat(read("<w:p>" + run("Đạt 60%") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + run(" trở lên")
                        + "</w:p>"))
                .containsExactly("Đạt 60% trở lên");
    }

    @Test
    void merged_cells_count_the_columns_they_cover() throws Exception {
        String cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"%d\"/></w:tcPr><w:p>%s</w:p></w:tc>";
        var text = TextReaders.read(
                "a.docx",
                word("<w:tbl><w:tr>" + cell.formatted(3, run("Năm")) + cell.formatted(1, run("Ghi chú"))
                        + "</w:tr></w:tbl>"));

        assertThat(text.lines().getLast().cell())
                .isNotNull()
                .satisfies(place -> assertThat(place.column()).isEqualTo(4));
    }
}
