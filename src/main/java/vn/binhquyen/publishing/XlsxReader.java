package vn.binhquyen.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads the first sheet of a workbook line by line, so that a large one costs no more memory than its words. A cell that
 * Excel keeps as a date is read as 2026-03-05, whatever it looks like there.
 */
public final class XlsxReader {

    private XlsxReader() {}

    /**
     * A line that holds something.
     *
     * @param number as the spreadsheet counts, from 1
     * @param cells words by column, from 0
     */
    public record Line(int number, Map<Integer, String> cells) {
        public String at(int column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /** Says that a workbook holds more lines than anybody asked for. */
    public static final class TooLong extends IOException {
        private TooLong(int most) {
            super("more than " + most + " lines");
        }
    }

    /**
     * @param most lines that are read
     * @throws TooLong where there are more
     * @throws IOException where it is no such workbook
     */
    public static List<Line> read(byte[] workbook, int most) throws IOException {
        Lines lines = new Lines(most);
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(workbook))) {
            XSSFReader reader = new XSSFReader(opened);
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new IOException("a workbook without a sheet");
            }
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(opened), lines, new IsoDates(), false));
            try (InputStream sheet = sheets.next()) {
                parser.parse(new InputSource(sheet));
            }
            return lines.found;
        } catch (Overflow overflow) {
            throw new TooLong(most);
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | RecordFormatException
                | IllegalArgumentException
                | SAXException
                | ParserConfigurationException unreadable) {
            throw new IOException("no workbook", unreadable);
        }
    }

    private static final class IsoDates extends DataFormatter {
        @Override
        public String formatRawCellContents(double value, int index, @Nullable String format, boolean since1904) {
            LocalDateTime time =
                    format != null && DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)
                            ? DateUtil.getLocalDateTime(value, since1904)
                            : null;
            return time == null
                    ? super.formatRawCellContents(value, index, format, since1904)
                    : time.toLocalDate().toString();
        }
    }

    private static final class Overflow extends RuntimeException {}

    private static final class Lines implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final List<Line> found = new ArrayList<>();
        private final int most;
        private Map<Integer, String> cells = new TreeMap<>();

        private Lines(int most) {
            this.most = most;
        }

        @Override
        public void startRow(int row) {
            cells = new TreeMap<>();
        }

        @Override
        public void endRow(int row) {
            if (cells.values().stream().anyMatch(words -> !words.isBlank())) {
                if (found.size() >= most) {
                    throw new Overflow();
                }
                found.add(new Line(row + 1, cells));
            }
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String words, @Nullable XSSFComment comment) {
            if (words != null && reference != null) {
                cells.put((int) new CellReference(reference).getCol(), words);
            }
        }
    }
}
