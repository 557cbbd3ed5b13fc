package vn.binhquyen.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;

class SpreadsheetsTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("Đơn vị", Kind.TEXT),
            new Column("Số người", Kind.NUMBER),
            new Column("Tỷ lệ nữ", Kind.PERCENTAGE),
            new Column("Hạn nộp", Kind.DATE));

    private static final XSSFSheet SHEET = sheet(new XlsxSheet(
            "Danh sách báo cáo: năm 2027",
            COLUMNS,
            List.of(
                    row("Trạm Y tế xã Suối Lụa", 1234, new BigDecimal("47.5"), LocalDate.of(2027, 6, 9)),
                    row("Công an xã", new BigDecimal("12.5"), 50, null),
                    row("=1+1", null, null, null))));

    @Test
    void cells_are_typed() {
        Row row = SHEET.getRow(3);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Trạm Y tế xã Suối Lụa");
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234);
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(0.475);
        assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2027, 6, 9));
    }

    @Test
    void numbers_and_dates_are_shown_the_vietnamese_way() {
        DataFormatter vietnamese = new DataFormatter(Locale.of("vi", "VN"));
        assertThat(vietnamese.formatCellValue(SHEET.getRow(3).getCell(1))).isEqualTo("1.234");
        assertThat(vietnamese.formatCellValue(SHEET.getRow(4).getCell(1))).isEqualTo("12,5");
        assertThat(vietnamese.formatCellValue(SHEET.getRow(3).getCell(2))).isEqualTo("47,5%");
        assertThat(vietnamese.formatCellValue(SHEET.getRow(4).getCell(2))).isEqualTo("50%");
        assertThat(vietnamese.formatCellValue(SHEET.getRow(3).getCell(3))).isEqualTo("09/06/2027");
    }

    @Test
    void text_that_looks_like_a_formula_stays_text() {
        assertThat(SHEET.getRow(5).getCell(0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(SHEET.getRow(5).getCell(0).getStringCellValue()).isEqualTo("=1+1");
    }

    @Test
    void empty_cells_stay_empty() {
        assertThat(SHEET.getRow(4).getCell(3).getCellType()).isEqualTo(CellType.BLANK);
    }

    @Test
    void the_header_stays_in_sight_and_can_be_filtered() {
        assertThat(SHEET.getPaneInformation().isFreezePane()).isTrue();
        assertThat(SHEET.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
        assertThat(SHEET.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:D6");
        assertThat(SHEET.getRow(2).getCell(0).getCellStyle().getFontIndex())
                .isNotEqualTo(SHEET.getRow(3).getCell(0).getCellStyle().getFontIndex());
    }

    @Test
    void columns_are_as_wide_as_what_they_hold() {
        assertThat(SHEET.getColumnWidth(0) / 256.0).isGreaterThan("Công an xã".length());
        assertThat(SHEET.getColumnWidth(0)).isGreaterThan(SHEET.getColumnWidth(1));
    }

    @Test
    void the_title_is_printed_and_names_the_sheet_without_forbidden_signs() {
        assertThat(SHEET.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Danh sách báo cáo: năm 2027");
        assertThat(SHEET.getSheetName()).doesNotContain(":").startsWith("Danh sách báo cáo");
    }

    @Test
    void a_list_without_rows_still_has_its_header() {
        XSSFSheet empty = sheet(new XlsxSheet("Trống", COLUMNS, List.of()));
        assertThat(empty.getRow(2).getCell(3).getStringCellValue()).isEqualTo("Hạn nộp");
    }

    @Test
    void a_cell_of_the_wrong_type_is_refused() {
        assertThatThrownBy(() -> new XlsxSheet("Sai", COLUMNS, List.of(row("A", "không phải số", null, null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Số người");
    }

    @Test
    void a_row_of_another_length_is_refused() {
        assertThatThrownBy(() -> new XlsxSheet("Sai", COLUMNS, List.of(row("A", 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.<@Nullable Object>asList(cells);
    }

    private static XSSFSheet sheet(XlsxSheet list) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Spreadsheets.write(list)))) {
            return workbook.getSheetAt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
