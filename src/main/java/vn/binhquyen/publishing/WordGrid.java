package vn.binhquyen.publishing;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Prints a table with borders into a Word file. */
final class WordGrid {
    private WordGrid() {}

    static void print(XWPFDocument word, Block.Table table, double width) {
        List<Double> widths = table.widths(width);
        int headerRows = table.grouped() ? 2 : 1;
        XWPFTable printed =
                table(word, WordStyles.GRID, widths, headerRows + table.rows().size());
        header(printed, table);
        for (int i = 0; i < table.rows().size(); i++) {
            row(printed.getRow(headerRows + i), table.columns(), table.rows().get(i));
        }
    }

    /** An empty table of fixed widths in millimetres. */
    static XWPFTable table(XWPFDocument word, String style, List<Double> widths, int rows) {
        XWPFTable table = word.createTable(rows, widths.size());
        table.removeBorders();
        table.setStyleID(style);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(
                Twips.of(widths.stream().mapToDouble(Double::doubleValue).sum()).intValueExact());
        CTTbl xml = table.getCTTbl();
        xml.getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = xml.getTblGrid() == null ? xml.addNewTblGrid() : xml.getTblGrid();
        grid.setGridColArray(new CTTblGridCol[0]);
        widths.forEach(width -> grid.addNewGridCol().setW(Twips.of(width)));
        for (XWPFTableRow row : table.getRows()) {
            for (int i = 0; i < widths.size(); i++) {
                XWPFTableCell cell = row.getCell(i);
                cell.setWidthType(TableWidthType.DXA);
                cell.setWidth(Twips.of(widths.get(i)).toString());
            }
        }
        return table;
    }

    private static void header(XWPFTable printed, Block.Table table) {
        List<Block.Column> columns = table.columns();
        XWPFTableRow last = printed.getRow(table.grouped() ? 1 : 0);
        for (int i = 0; i < columns.size(); i++) {
            Block.Column column = columns.get(i);
            if (table.grouped() && column.group() == null) {
                fill(printed.getRow(0).getCell(i), column.header(), Style.TABLE_HEADER, false);
                properties(printed.getRow(0).getCell(i)).addNewVMerge().setVal(STMerge.RESTART);
                fill(last.getCell(i), "", Style.TABLE_HEADER, false);
                properties(last.getCell(i)).addNewVMerge().setVal(STMerge.CONTINUE);
            } else {
                fill(last.getCell(i), column.header(), Style.TABLE_HEADER, false);
            }
        }
        if (table.grouped()) {
            joinGroups(printed.getRow(0), table);
        }
        for (int i = 0; i < (table.grouped() ? 2 : 1); i++) {
            printed.getRow(i).setRepeatHeader(true);
            printed.getRow(i).setCantSplitRow(true);
        }
    }

    /** From the right, so that the positions of what remains to be joined hold. */
    private static void joinGroups(XWPFTableRow row, Block.Table table) {
        for (int start = table.columns().size() - 1; start >= 0; start--) {
            String group = table.columns().get(start).group();
            if (group == null || !table.startsGroup(start)) {
                continue;
            }
            int size = table.groupSize(start);
            XWPFTableCell first = row.getCell(start);
            int width = first.getWidth();
            for (int i = start + size - 1; i > start; i--) {
                width += row.getCell(i).getWidth();
                row.removeCell(i);
            }
            first.setWidth(String.valueOf(width));
            properties(first).addNewGridSpan().setVal(BigInteger.valueOf(size));
            fill(first, group, Style.TABLE_HEADER, false);
        }
    }

    private static void row(XWPFTableRow printed, List<Block.Column> columns, Block.Row row) {
        printed.setCantSplitRow(true);
        for (int i = 0; i < columns.size(); i++) {
            fill(printed.getCell(i), row.cells().get(i), columns.get(i).align().style(), row.strong());
        }
    }

    private static void fill(XWPFTableCell cell, String text, Style style, boolean strong) {
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        List<Part.Line> lines = Composition.lines(style, List.of(new Run(text, strong)));
        cell.removeParagraph(0);
        lines.forEach(line -> DocxRenderer.line(line, cell.addParagraph()));
        if (lines.isEmpty()) {
            WordStyles.apply(cell.addParagraph(), style.id());
        }
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
    }
}
