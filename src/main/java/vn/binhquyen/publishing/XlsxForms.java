package vn.binhquyen.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes a form as a workbook. The protection has no password: it is against slips, not against people. */
public final class XlsxForms {
    static final String HIDDEN = "bq";
    static final String NAME = "bq_";

    private static final int LABEL = 0;
    private static final int UNIT = 1;
    private static final int FIRST = 2;
    private static final int LABEL_WIDTH = 48 * 256;
    private static final int COLUMN_WIDTH = 14 * 256;

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final XSSFCellStyle title;
    private final XSSFCellStyle heading;
    private final XSSFCellStyle header;
    private final XSSFCellStyle printed;
    private final XSSFCellStyle plain;
    private final XSSFCellStyle open;
    private final XSSFCellStyle sum;
    private final Map<String, String> references = new HashMap<>();

    private XlsxForms(XSSFWorkbook workbook, String name) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        this.plain = style(false, 12);
        this.plain.setWrapText(false);
        this.title = style(true, 14);
        this.title.setWrapText(false);
        this.heading = style(true, 12);
        this.heading.setWrapText(false);
        this.header = bordered(style(true, 12), IndexedColors.PALE_BLUE);
        this.header.setAlignment(HorizontalAlignment.CENTER);
        this.printed = bordered(style(false, 12), null);
        this.open = number(null);
        this.open.setLocked(false);
        this.sum = number(IndexedColors.GREY_25_PERCENT);
    }

    public static byte[] write(XlsxForm form) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new XlsxForms(workbook, form.sheetName()).fill(form);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(XlsxForm form) {
        sheet.setColumnWidth(LABEL, LABEL_WIDTH);
        int line = 0;
        for (String words : form.head()) {
            text(sheet.createRow(line), LABEL, words, line == 0 ? title : plain);
            line++;
        }
        for (XlsxForm.Part part : form.parts()) {
            line = fill(part, line + 1);
        }
        form.parts().stream()
                .flatMap(part -> part.rows().stream())
                .flatMap(row -> row.slots().stream())
                .filter(Objects::nonNull)
                .filter(slot -> !slot.parts().isEmpty())
                .forEach(this::sum);
        hide(form.identity());
        sheet.createFreezePane(FIRST, 0);
        sheet.enableLocking();
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitHeight((short) 0);
        workbook.setForceFormulaRecalculation(true);
    }

    private int fill(XlsxForm.Part part, int from) {
        int line = from;
        text(sheet.createRow(line++), LABEL, part.title(), heading);
        if (!part.help().isEmpty()) {
            text(sheet.createRow(line++), LABEL, part.help(), plain);
        }
        XSSFRow heads = sheet.createRow(line++);
        for (int c = 0; c < part.headers().size(); c++) {
            text(heads, c, part.headers().get(c), header);
            if (c >= FIRST) {
                sheet.setColumnWidth(c, COLUMN_WIDTH);
            }
        }
        for (XlsxForm.Row row : part.rows()) {
            XSSFRow cells = sheet.createRow(line++);
            text(cells, LABEL, "   ".repeat(row.indent()) + row.label(), printed);
            text(cells, UNIT, row.unit(), printed);
            for (int c = 0; c < row.slots().size(); c++) {
                XSSFCell cell = cells.createCell(FIRST + c);
                XlsxForm.Slot slot = row.slots().get(c);
                if (slot == null) {
                    cell.setCellStyle(sum);
                    cell.setCellValue("×");
                } else {
                    slot(cell, slot);
                }
            }
        }
        return line;
    }

    private void slot(XSSFCell cell, XlsxForm.Slot slot) {
        cell.setCellStyle(slot.parts().isEmpty() ? open : sum);
        if (slot.number() != null) {
            cell.setCellValue(slot.number().doubleValue());
        }
        references.put(slot.id(), cell.getAddress().formatAsString());
        if (slot.parts().isEmpty()) {
            Name name = workbook.createName();
            name.setNameName(NAME + slot.id().replace('.', '_'));
            name.setRefersToFormula(
                    new CellReference(sheet.getSheetName(), cell.getRowIndex(), cell.getColumnIndex(), true, true)
                            .formatAsString());
        }
    }

    private void sum(XlsxForm.Slot slot) {
        CellReference at = new CellReference(Objects.requireNonNull(references.get(slot.id())));
        String parts = slot.parts().stream()
                .map(references::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        if (!parts.isEmpty()) {
            sheet.getRow(at.getRow())
                    .getCell(at.getCol())
                    .setCellFormula("IF(COUNT(" + parts + ")=0,\"\",SUM(" + parts + "))");
        }
    }

    private void hide(Map<String, String> identity) {
        XSSFSheet hidden = workbook.createSheet(HIDDEN);
        List<String> keys = identity.keySet().stream().sorted().toList();
        for (int i = 0; i < keys.size(); i++) {
            XSSFRow row = hidden.createRow(i);
            row.createCell(0).setCellValue(keys.get(i));
            row.createCell(1).setCellValue(Objects.requireNonNull(identity.get(keys.get(i))));
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
    }

    private static void text(XSSFRow row, int column, String words, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(Wording.composed(words));
    }

    private XSSFCellStyle style(boolean bold, int size) {
        XSSFFont font = workbook.createFont();
        font.setFontName(WordStyles.FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static XSSFCellStyle bordered(XSSFCellStyle style, @Nullable IndexedColors ground) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        if (ground != null) {
            style.setFillForegroundColor(ground.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private XSSFCellStyle number(@Nullable IndexedColors ground) {
        XSSFCellStyle style = bordered(style(false, 12), ground);
        style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.######"));
        style.setAlignment(HorizontalAlignment.RIGHT);
        return style;
    }
}
