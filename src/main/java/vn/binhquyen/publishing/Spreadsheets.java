package vn.binhquyen.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;

/** Writes a list as a spreadsheet: title, header that stays in sight and filters, typed cells, page set up for A4. */
public final class Spreadsheets {
    private static final int TITLE = 0;
    private static final int HEADER = 2;
    private static final int MAX_WIDTH = 60;
    private static final int MIN_WIDTH = 8;
    private static final int SHEET_NAME_LENGTH = 31;

    private Spreadsheets() {}

    public static byte[] write(XlsxSheet sheet) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (Workbook workbook = new Workbook(bytes, "Binh Quyen", "1.0")) {
                workbook.setGlobalDefaultFont(WordStyles.FONT, 12);
                workbook.properties().setTitle(Wording.clean(sheet.title()));
                Worksheet worksheet = workbook.newWorksheet(sheetName(sheet.title()));
                print(sheet, worksheet);
                worksheet.finish();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(XlsxSheet sheet, Worksheet worksheet) {
        worksheet.value(TITLE, 0, Wording.clean(sheet.title()));
        worksheet.style(TITLE, 0).bold().fontSize(14).set();
        int columns = sheet.columns().size();
        for (int c = 0; c < columns; c++) {
            worksheet.value(HEADER, c, Wording.clean(sheet.columns().get(c).header()));
            worksheet.width(c, width(sheet, c));
        }
        worksheet
                .range(HEADER, 0, HEADER, columns - 1)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .fillColor("E9EEF5")
                .borderStyle(BorderStyle.THIN)
                .set();
        for (int r = 0; r < sheet.rows().size(); r++) {
            for (int c = 0; c < columns; c++) {
                cell(
                        worksheet,
                        HEADER + 1 + r,
                        c,
                        sheet.columns().get(c).kind(),
                        sheet.rows().get(r).get(c));
            }
        }
        worksheet.setAutoFilter(HEADER, 0, HEADER + sheet.rows().size(), columns - 1);
        worksheet.freezePane(0, HEADER + 1);
        worksheet.repeatRows(HEADER);
        worksheet.paperSize(PaperSize.A4_PAPER);
        worksheet.pageOrientation(columns > 6 ? "landscape" : "portrait");
        worksheet.setFitToPage(true);
        worksheet.fitToWidth((short) 1);
        worksheet.fitToHeight((short) 0);
        worksheet.footer("Trang &P/&N", Position.CENTER);
    }

    private static void cell(Worksheet worksheet, int row, int column, Kind kind, @Nullable Object value) {
        StyleSetter style = worksheet.style(row, column);
        style.borderStyle(BorderStyle.THIN).verticalAlignment("top");
        if (value != null) {
            switch (kind) {
                case TEXT -> worksheet.value(row, column, Wording.composed((String) value));
                case NUMBER -> worksheet.value(row, column, (Number) value);
                case PERCENTAGE ->
                    worksheet.value(row, column, exact((Number) value).movePointLeft(2));
                case DATE -> worksheet.value(row, column, (LocalDate) value);
            }
        }
        switch (kind) {
            case TEXT -> style.wrapText(true);
            case NUMBER -> style.format(whole(value) ? "#,##0" : "#,##0.0#");
            case PERCENTAGE -> style.format(whole(value) ? "0%" : "0.0#%");
            case DATE -> style.format("dd/mm/yyyy").horizontalAlignment("center");
        }
        style.set();
    }

    private static boolean whole(@Nullable Object value) {
        return !(value instanceof Number number)
                || exact(number).stripTrailingZeros().scale() <= 0;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /** In characters: enough for nine tenths of the cells, so that one long remark doesn't stretch the sheet. */
    private static int width(XlsxSheet sheet, int column) {
        Column described = sheet.columns().get(column);
        List<Integer> lengths = sheet.rows().stream()
                .map(row -> shownLength(described.kind(), row.get(column)))
                .sorted()
                .toList();
        int typical = lengths.isEmpty() ? 0 : lengths.get((lengths.size() - 1) * 9 / 10);
        int longestWord = List.of(described.header().split("\\s+")).stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int header = Math.max(longestWord, described.header().length() / 2);
        return Math.clamp(Math.max(typical, header) + 3L, MIN_WIDTH, MAX_WIDTH);
    }

    private static int shownLength(Kind kind, @Nullable Object value) {
        if (value == null) {
            return 0;
        }
        return kind == Kind.DATE
                ? "dd/mm/yyyy".length()
                : value.toString().lines().mapToInt(String::length).max().orElse(0);
    }

    /** A sheet's name has at most 31 letters and none of \ / ? * [ ] : */
    private static String sheetName(String title) {
        String name = Wording.clean(title).replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        String cut = name.length() <= SHEET_NAME_LENGTH
                ? name
                : name.substring(0, SHEET_NAME_LENGTH).strip();
        return cut.isEmpty() ? "Danh sách" : cut;
    }
}
