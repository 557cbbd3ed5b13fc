package vn.binhquyen.organization;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
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
import vn.binhquyen.kernel.VietnameseText;

/** Reads a list of villages from a spreadsheet or a CSV file, row by row, so that a long one needs little memory. */
final class VillageFile {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("M/d/uu").withResolverStyle(ResolverStyle.STRICT));

    private final List<VillageLine> lines = new ArrayList<>();
    private @Nullable Integer code;
    private @Nullable Integer name;
    private @Nullable Integer from;

    private VillageFile() {}

    /** @throws Refused where it is no such list */
    static List<VillageLine> read(byte[] content) {
        VillageFile file = new VillageFile();
        try {
            if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
                file.spreadsheet(content);
            } else {
                file.text(content);
            }
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | RuntimeException broken) {
            throw new Refused("villages.unreadable");
        }
        if (file.code == null || file.name == null) {
            throw new Refused("villages.no-header");
        }
        if (file.lines.isEmpty()) {
            throw new Refused("villages.empty");
        }
        return file.lines;
    }

    private void text(byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
        String head = text.lines().findFirst().orElse("");
        char delimiter = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        try (var rows = format.parse(new StringReader(text))) {
            for (CSVRecord row : rows) {
                Map<Integer, String> cells = new TreeMap<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.put(i, row.get(i));
                }
                row((int) row.getRecordNumber(), cells);
            }
        }
    }

    private void spreadsheet(byte[] content)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (OPCPackage zip = OPCPackage.open(new ByteArrayInputStream(content))) {
            XSSFReader reader = new XSSFReader(zip);
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    null,
                    new ReadOnlySharedStringsTable(zip),
                    new Rows(),
                    new DataFormatter(),
                    false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        }
    }

    private final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final Map<Integer, String> cells = new TreeMap<>();

        @Override
        public void startRow(int number) {
            cells.clear();
        }

        @Override
        public void endRow(int number) {
            row(number + 1, cells);
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            cells.put((int) new CellReference(reference).getCol(), value);
        }
    }

    /** The first row that names code and name is the head; what stands above it, such as a title, is no list. */
    private void row(int number, Map<Integer, String> cells) {
        if (code == null || name == null) {
            cells.forEach((column, text) -> {
                String head = VietnameseText.fold(text.strip());
                if (head.startsWith("ma") || head.equals("code")) {
                    code = column;
                } else if (head.startsWith("ten") || head.equals("name")) {
                    name = column;
                } else if (head.contains("ngay") || head.equals("from")) {
                    from = column;
                }
            });
            if (code == null || name == null) {
                code = null;
                name = null;
                from = null;
            }
            return;
        }
        if (cells.values().stream().allMatch(String::isBlank)) {
            return;
        }
        String day = from == null ? "" : cells.getOrDefault(from, "").strip();
        LocalDate date = date(day);
        lines.add(new VillageLine(
                number,
                cells.getOrDefault(code, "").strip(),
                VietnameseText.normalise(cells.getOrDefault(name, "")).strip(),
                date,
                date == null && !day.isEmpty() ? day : null));
    }

    private static @Nullable LocalDate date(String typed) {
        for (DateTimeFormatter form : DATES) {
            try {
                return LocalDate.parse(typed, form);
            } catch (DateTimeParseException notOfThisForm) {
                // the next one
            }
        }
        return null;
    }
}
