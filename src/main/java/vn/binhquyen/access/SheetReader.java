package vn.binhquyen.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
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
import vn.binhquyen.kernel.Refused;

/** Reads the first sheet of a workbook line by line, so that a large one costs no more memory than its words. */
final class SheetReader {
    private static final int LINES = 100_000;

    private SheetReader() {}

    /**
     * A line that holds something.
     *
     * @param number as the spreadsheet counts, from 1
     * @param cells words by column, from 0
     */
    record Line(int number, Map<Integer, String> cells) {
        String at(int column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /** @throws Refused where it is no such workbook, or a boundless one */
    static List<Line> read(byte[] workbook) {
        Lines lines = new Lines();
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(workbook))) {
            XSSFReader reader = new XSSFReader(opened);
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new Refused("access.sheet.not-xlsx");
            }
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    new ReadOnlySharedStringsTable(opened),
                    lines,
                    new DataFormatter(),
                    false));
            try (InputStream sheet = sheets.next()) {
                parser.parse(new InputSource(sheet));
            }
            return lines.found;
        } catch (IOException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | RecordFormatException
                | IllegalArgumentException
                | SAXException
                | ParserConfigurationException unreadable) {
            throw new Refused("access.sheet.not-xlsx");
        }
    }

    private static final class Lines implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final List<Line> found = new ArrayList<>();
        private Map<Integer, String> cells = new HashMap<>();

        @Override
        public void startRow(int row) {
            cells = new HashMap<>();
        }

        @Override
        public void endRow(int row) {
            if (cells.values().stream().anyMatch(words -> !words.isBlank())) {
                if (found.size() >= LINES) {
                    throw new Refused("access.sheet.too-many", found.size());
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
