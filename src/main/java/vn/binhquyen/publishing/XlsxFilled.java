package vn.binhquyen.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A form that came back filled, read as it stands in the file: a number is what the cell holds, however it looks. Only the
 * sheets that a form has are read, and no more cells of them than a form can have.
 *
 * @param identity as it was written into the form; empty where the workbook is no such form
 * @param cells by id; those whose name is gone are missing
 */
public record XlsxFilled(Map<String, String> identity, Map<String, Cell> cells) {
    private static final int MOST_CELLS = 50_000;
    private static final Pattern NAMED =
            Pattern.compile("(?:'((?:[^']|'')+)'|([^'!]+))!\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    public XlsxFilled {
        identity = Map.copyOf(identity);
        cells = Map.copyOf(cells);
    }

    /** What a cell holds. */
    public enum Holds {
        NOTHING,
        NUMBER,
        TEXT,
        /** A number that the spreadsheet took for a day. */
        DATE,
        /** An error of a formula. */
        ERROR
    }

    /**
     * A cell of the form.
     *
     * @param reference such as "C7"
     * @param text as it was typed, where it is text
     * @param number null where it is none
     */
    public record Cell(
            String sheet,
            String reference,
            Holds holds,
            String text,
            @Nullable BigDecimal number) {}

    /**
     * @throws IOException where it is no workbook, or one that holds more than any form
     */
    public static XlsxFilled read(byte[] workbook) throws IOException {
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(workbook))) {
            XSSFReader reader = new XSSFReader(opened);
            Map<String, String[]> names = names(reader);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
            Map<String, Map<String, Cell>> sheets = new HashMap<>();
            XSSFReader.SheetIterator all = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (all.hasNext()) {
                try (InputStream sheet = all.next()) {
                    String name = all.getSheetName();
                    if (name.equals(XlsxForms.HIDDEN)
                            || names.values().stream().anyMatch(place -> place[0].equals(name))) {
                        Sheet cells = new Sheet(name, strings, reader.getStylesTable());
                        parse(sheet, cells);
                        sheets.put(name, cells.found);
                    }
                }
            }
            Map<String, Cell> cells = new HashMap<>();
            names.forEach((id, place) -> {
                Cell cell = sheets.getOrDefault(place[0], Map.of()).get(place[1]);
                cells.put(id, cell == null ? new Cell(place[0], place[1], Holds.NOTHING, "", null) : cell);
            });
            return new XlsxFilled(identity(sheets.getOrDefault(XlsxForms.HIDDEN, Map.of())), cells);
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

    private static Map<String, String> identity(Map<String, Cell> hidden) {
        Map<String, String> identity = new HashMap<>();
        for (int row = 1; hidden.containsKey("A" + row); row++) {
            Cell key = hidden.get("A" + row);
            Cell value = hidden.get("B" + row);
            if (key != null && value != null) {
                identity.put(
                        key.text(),
                        value.number() == null ? value.text() : value.number().toPlainString());
            }
        }
        return identity;
    }

    private static void parse(InputStream xml, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(handler);
        parser.parse(new InputSource(xml));
    }

    /** Sheet and reference by the id in the name. */
    private static Map<String, String[]> names(XSSFReader reader)
            throws IOException, SAXException, ParserConfigurationException, OpenXML4JException {
        Map<String, String[]> names = new HashMap<>();
        try (InputStream book = reader.getWorkbookData()) {
            parse(book, new DefaultHandler() {
                private @Nullable String name;
                private final StringBuilder words = new StringBuilder();

                @Override
                public void startElement(String uri, String local, String qualified, Attributes attributes) {
                    name = local.equals("definedName") ? attributes.getValue("name") : null;
                    words.setLength(0);
                }

                @Override
                public void characters(char[] letters, int start, int length) {
                    if (name != null) {
                        words.append(letters, start, length);
                    }
                }

                @Override
                public void endElement(String uri, String local, String qualified) {
                    Matcher place = NAMED.matcher(words);
                    if (name != null && name.startsWith(XlsxForms.NAME) && place.matches()) {
                        String sheet = place.group(1) == null
                                ? place.group(2)
                                : place.group(1).replace("''", "'");
                        names.put(
                                name.substring(XlsxForms.NAME.length()).replace('_', '.'),
                                new String[] {sheet, place.group(3) + place.group(4)});
                    }
                    name = null;
                }
            });
        }
        return names;
    }

    /** The cells of one sheet that hold something. */
    private static final class Sheet extends DefaultHandler {
        private final String name;
        private final ReadOnlySharedStringsTable strings;
        private final StylesTable styles;
        private final Map<String, Cell> found = new HashMap<>();
        private final StringBuilder words = new StringBuilder();
        private String reference = "";
        private String type = "";
        private int style;
        private boolean inside;

        private Sheet(String name, ReadOnlySharedStringsTable strings, StylesTable styles) {
            this.name = name;
            this.strings = strings;
            this.styles = styles;
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes) {
            switch (local) {
                case "c" -> {
                    reference = attributes.getValue("r") == null ? "" : attributes.getValue("r");
                    type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                    style = attributes.getValue("s") == null ? 0 : Integer.parseInt(attributes.getValue("s"));
                    words.setLength(0);
                }
                case "v", "t" -> inside = true;
                default -> inside = false;
            }
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            if (inside) {
                words.append(letters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String local, String qualified) throws SAXException {
            inside = false;
            if (local.equals("c") && !words.isEmpty()) {
                if (found.size() >= MOST_CELLS) {
                    throw new SAXException("more than " + MOST_CELLS + " cells");
                }
                found.put(reference, cell(words.toString()));
            }
        }

        private Cell cell(String value) {
            return switch (type) {
                case "s" -> text(strings.getItemAt(Integer.parseInt(value)).getString());
                case "n" -> {
                    BigDecimal number = exact(value);
                    yield isDate()
                            ? new Cell(name, reference, Holds.DATE, value, null)
                            : new Cell(name, reference, Holds.NUMBER, value, number);
                }
                case "b" -> new Cell(name, reference, Holds.NUMBER, value, new BigDecimal(value));
                case "e" -> new Cell(name, reference, Holds.ERROR, value, null);
                default -> text(value);
            };
        }

        private Cell text(String value) {
            return new Cell(name, reference, value.isBlank() ? Holds.NOTHING : Holds.TEXT, value.strip(), null);
        }

        /** What a person typed, without the dust of binary fractions: 0.1 is written as 0.10000000000000001. */
        private static BigDecimal exact(String value) {
            return new BigDecimal(Double.toString(Double.parseDouble(value))).stripTrailingZeros();
        }

        private boolean isDate() {
            if (style <= 0 || style >= styles.getNumCellStyles()) {
                return false;
            }
            XSSFCellStyle known = styles.getStyleAt(style);
            return DateUtil.isADateFormat(known.getDataFormat(), known.getDataFormatString());
        }
    }
}
