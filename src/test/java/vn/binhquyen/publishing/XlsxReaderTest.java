package vn.binhquyen.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxReaderTest {

    private static byte[] workbook(int lines) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            var day = book.createCellStyle();
            day.setDataFormat(book.getCreationHelper().createDataFormat().getFormat("m/d/yy"));
            for (int i = 0; i < lines; i++) {
                var row = sheet.createRow(i * 2);
                row.createCell(0).setCellValue("Thôn " + i);
                row.createCell(2).setCellValue(7);
                var date = row.createCell(3);
                date.setCellValue(LocalDate.of(2026, 5, 3));
                date.setCellStyle(day);
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void lines_that_hold_something_keep_the_numbers_that_the_spreadsheet_gives_them() throws IOException {
        assertThat(XlsxReader.read(workbook(2), 10))
                .containsExactly(
                        new XlsxReader.Line(1, Map.of(0, "Thôn 0", 2, "7", 3, "2026-05-03")),
                        new XlsxReader.Line(3, Map.of(0, "Thôn 1", 2, "7", 3, "2026-05-03")));
    }

    @Test
    void a_date_is_the_day_that_it_is_and_not_what_it_looks_like() throws IOException {
        assertThat(XlsxReader.read(workbook(1), 10).getFirst().at(3)).isEqualTo("2026-05-03");
    }

    @Test
    void more_lines_than_asked_for_are_not_read() throws IOException {
        byte[] three = workbook(3);

        assertThatThrownBy(() -> XlsxReader.read(three, 2)).isInstanceOf(XlsxReader.TooLong.class);
    }

    @Test
    void what_is_no_workbook_is_said_to_be_none() {
        assertThatThrownBy(() -> XlsxReader.read("Mã;Tên".getBytes(StandardCharsets.UTF_8), 2))
                .isInstanceOf(IOException.class);
    }
}
