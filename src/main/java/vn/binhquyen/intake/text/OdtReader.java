package vn.binhquyen.intake.text;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Cell;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.intake.text.LineBuilder.Looks;

/** Reads the text of an .odt: paragraphs, lists with their numbers written out, tables, text frames; no deleted words. */
final class OdtReader {

    private static final int DEEPEST = 200;

    private final LineBuilder lines = new LineBuilder();
    private final OdtStyles styles;
    private final OdtLists lists;
    private int tables;
    private int depth;

    private OdtReader(OdtStyles styles, OdtLists lists) {
        this.styles = styles;
        this.lists = lists;
    }

    static DocumentText read(Archive archive) throws CannotRead {
        if (archive.text("META-INF/manifest.xml").contains("encryption-data")) {
            throw new CannotRead(Reason.PROTECTED);
        }
        try {
            Element content = root(archive.parts().getOrDefault("content.xml", new byte[0]));
            byte[] styles = archive.parts().getOrDefault("styles.xml", new byte[0]);
            Element common = styles.length > 0 ? root(styles) : content;
            var reader = new OdtReader(OdtStyles.of(common, content), OdtLists.of(common, content));
            reader.children(OdtStyles.child(content, "office:body"), null);
            return new DocumentText(DocumentText.Format.ODT, reader.lines.lines());
        } catch (SAXException | IOException | RuntimeException e) {
            throw new CannotRead(Reason.UNREADABLE, e);
        }
    }

    private static Element root(byte[] xml) throws SAXException, IOException {
        return Xml.parse(xml).getDocumentElement();
    }

    private void children(@Nullable Element parent, @Nullable Cell cell) {
        if (parent == null || ++depth > DEEPEST) {
            return;
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                element(element, cell);
            }
        }
        depth--;
    }

    private void element(Element element, @Nullable Cell cell) {
        switch (element.getTagName()) {
            case "text:p", "text:h" -> paragraph(element, cell);
            case "text:list" -> {
                lists.open(element);
                children(element, cell);
                lists.close();
            }
            case "text:list-item" -> {
                lists.item();
                children(element, cell);
            }
            case "table:table" -> table(element);
            case "text:tracked-changes", "text:sequence-decls", "office:annotation" -> {}
            default -> children(element, cell);
        }
    }

    private void table(Element table) {
        int number = ++tables;
        int row = 0;
        for (Element tableRow : OdtStyles.descendants(table, "table:table-row")) {
            row++;
            int column = 0;
            for (Node node = tableRow.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element cell && cell.getTagName().endsWith("table-cell")) {
                    column++;
                    children(cell, new Cell(number, row, column));
                }
            }
        }
    }

    private void paragraph(Element paragraph, @Nullable Cell cell) {
        String style = paragraph.getAttribute("text:style-name");
        inline(paragraph, styles.marks(style, EnumSet.noneOf(Mark.class)));
        String level = paragraph.getAttribute("text:outline-level");
        int heading = paragraph.getTagName().equals("text:h") ? level.matches("[1-9]") ? level.charAt(0) - '0' : 1 : 0;
        String label = lines.isEmpty() ? "" : lists.label();
        lines.end(new Looks(heading, styles.isCentred(style), label, cell));
        for (Element frame : OdtStyles.descendants(paragraph, "draw:text-box")) {
            children(frame, cell);
        }
    }

    private void inline(Element element, Set<Mark> marks) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text text) {
                lines.append(text.getData().replaceAll("\\s+", " "), marks);
            } else if (node instanceof Element inner) {
                switch (inner.getTagName()) {
                    case "text:s" -> lines.append(" ".repeat(count(inner)), marks);
                    case "text:tab" -> lines.append("\t", Set.of());
                    case "text:line-break" -> lines.append("\n", Set.of());
                    case "text:note", "office:annotation", "draw:frame", "draw:custom-shape" -> {}
                    case "text:span", "text:a" ->
                        inline(inner, styles.marks(inner.getAttribute("text:style-name"), marks));
                    default -> inline(inner, marks);
                }
            }
        }
    }

    private static int count(Element spaces) {
        String count = spaces.getAttribute("text:c");
        return count.matches("\\d{1,3}") ? Integer.parseInt(count) : 1;
    }
}
