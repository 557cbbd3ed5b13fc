package vn.binhquyen.intake.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STVerticalAlignRun;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Cell;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.DocumentText.Span;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Reads .docx: paragraphs and cells in reading order, automatic numbers written out, line breaks as lines of their own.
 * Apache POI reads without external entities and refuses archives that unpack to more than a hundred times their size.
 */
final class WordReader {

    private static final long LARGEST_PART = 200L * 1024 * 1024;

    static {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxFileCount(5_000);
    }

    private final List<Line> lines = new ArrayList<>();
    private final WordNumbering numbering;
    private final WordStyles styles;
    private int tables;

    private WordReader(XWPFDocument document) {
        numbering = new WordNumbering(document);
        styles = new WordStyles(document);
    }

    static DocumentText read(byte[] content) throws CannotRead {
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
            WordMarkup.simplify(file);
            var document = new XWPFDocument(file);
            var reader = new WordReader(document);
            reader.elements(document.getBodyElements(), null);
            reader.footnotes(document);
            return new DocumentText(DocumentText.Format.DOCX, reader.lines);
        } catch (EncryptedDocumentException e) {
            throw new CannotRead(Reason.PROTECTED, e);
        } catch (IOException
                | InvalidFormatException
                | POIXMLException
                | OpenXML4JRuntimeException
                | IllegalStateException
                | IllegalArgumentException e) {
            throw new CannotRead(Reason.UNREADABLE, e);
        }
    }

    private void elements(List<IBodyElement> elements, @Nullable Cell cell) {
        for (IBodyElement element : elements) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph, cell);
                case XWPFTable table -> table(table);
                case XWPFSDT control -> control.getContent().getText().lines().forEach(text -> add(text, cell));
                default -> throw new IllegalStateException("unknown part of a document: " + element.getElementType());
            }
        }
    }

    /** The notes follow the text, each with the number of its mark. */
    private void footnotes(XWPFDocument document) {
        int number = 0;
        for (XWPFFootnote note : document.getFootnotes()) {
            String words = note.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining(" "))
                    .strip();
            if (note.getId().intValue() > 0 && !words.isEmpty()) {
                add("[" + ++number + "] " + words, null);
            }
        }
    }

    private void table(XWPFTable table) {
        int number = ++tables;
        int row = 0;
        for (XWPFTableRow tableRow : table.getRows()) {
            row++;
            int column = 1;
            for (XWPFTableCell tableCell : tableRow.getTableCells()) {
                elements(tableCell.getBodyElements(), new Cell(number, row, column));
                column += span(tableCell);
            }
        }
    }

    /** How many columns of the grid the cell covers. */
    private static int span(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties == null || properties.getGridSpan() == null
                ? 1
                : Math.clamp(properties.getGridSpan().getVal().longValue(), 1, 63);
    }

    private void paragraph(XWPFParagraph paragraph, @Nullable Cell cell) {
        String label = numbering.label(paragraph);
        var text = new StringBuilder(label);
        var spans = new ArrayList<Span>();
        boolean boldStyle = styles.isBold(paragraph);
        for (XWPFRun run : paragraph.getRuns()) {
            int from = text.length();
            boolean plain = run.getCTR().getRPr() == null;
            String font = plain ? null : run.getFontFamily();
            text.append(VietnameseText.normalise(LegacyLetters.ofFont(font, run.text())));
            if (!plain || boldStyle) {
                mark(spans, run, boldStyle, from, text.length());
            }
        }
        if (!label.isEmpty() && !spans.isEmpty() && spans.getFirst().from() == label.length()) {
            Span first = spans.getFirst();
            spans.addFirst(new Span(first.mark(), 0, label.length()));
        }
        boolean centred = paragraph.getAlignment() == ParagraphAlignment.CENTER;
        split(text.toString(), spans, styles.headingLevel(paragraph), centred, label.length(), cell);
    }

    private void mark(List<Span> spans, XWPFRun run, boolean boldStyle, int from, int to) {
        if (from == to) {
            return;
        }
        if (styles.isBold(run, boldStyle)) {
            spans.add(new Span(Mark.BOLD, from, to));
        }
        if (run.isItalic()) {
            spans.add(new Span(Mark.ITALIC, from, to));
        }
        var position = run.getVerticalAlignment();
        if (position == STVerticalAlignRun.SUBSCRIPT || position == STVerticalAlignRun.SUPERSCRIPT) {
            spans.add(new Span(Mark.RAISED_OR_LOWERED, from, to));
        }
    }

    private void split(String text, List<Span> spans, int heading, boolean centred, int label, @Nullable Cell cell) {
        int start = 0;
        for (String piece : text.split("\n", -1)) {
            int from = start + piece.length() - piece.stripLeading().length();
            String visible = piece.strip();
            var own = new ArrayList<Span>();
            for (Span span : spans) {
                int spanFrom = Math.max(0, span.from() - from);
                int spanTo = Math.min(visible.length(), span.to() - from);
                if (spanFrom < spanTo) {
                    own.add(new Span(span.mark(), spanFrom, spanTo));
                }
            }
            int autoLabel = start == 0 ? Math.min(label, visible.length()) : 0;
            lines.add(new Line(lines.size() + 1, visible, heading, centred, autoLabel, own, cell));
            start += piece.length() + 1;
        }
    }

    private void add(String text, @Nullable Cell cell) {
        String visible = VietnameseText.normalise(text).strip();
        lines.add(new Line(lines.size() + 1, visible, 0, false, 0, List.of(), cell));
    }

    /** Level of a heading by the name of its style, for both {@code heading 1} and {@code Heading1}. */
    static int headingLevel(String styleName) {
        String name = styleName.toLowerCase(Locale.ROOT).replace(" ", "");
        return name.matches("heading[1-9]") ? name.charAt(name.length() - 1) - '0' : name.equals("title") ? 1 : 0;
    }
}
