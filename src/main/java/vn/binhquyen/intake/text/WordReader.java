package vn.binhquyen.intake.text;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Cell;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.intake.text.LineBuilder.Looks;

/**
 * Reads .docx: paragraphs and cells in reading order, automatic numbers written out, line breaks as lines of their own. Its
 * few parts are read as the XML that they are, since to bind each of them to a model takes longer than to read a plan.
 */
final class WordReader {

    private static final Pattern HEADING = Pattern.compile("heading[1-9]");
    private static final int MOST_COLUMNS = 63;

    private final LineBuilder lines = new LineBuilder();
    private final WordNumbering numbering;
    private final WordStyles styles;
    private int tables;

    private WordReader(WordStyles styles, WordNumbering numbering) {
        this.styles = styles;
        this.numbering = numbering;
    }

    static DocumentText read(Archive archive) throws CannotRead {
        try {
            Element body = WordXml.child(root(archive, "word/document.xml"), "body");
            if (body == null) {
                throw new CannotRead(Reason.UNREADABLE);
            }
            Element footnotes = root(archive, "word/footnotes.xml");
            WordMarkup.simplify(body);
            WordMarkup.simplify(footnotes);
            var styles = new WordStyles(root(archive, "word/styles.xml"));
            var reader = new WordReader(styles, new WordNumbering(root(archive, "word/numbering.xml"), styles));
            reader.elements(body, null);
            reader.footnotes(footnotes);
            return new DocumentText(DocumentText.Format.DOCX, reader.lines.lines());
        } catch (SAXException | IOException e) {
            throw new CannotRead(Reason.UNREADABLE, e);
        }
    }

    private static @Nullable Element root(Archive archive, String part) throws SAXException, IOException {
        byte[] xml = archive.parts().get(part);
        return xml == null ? null : Xml.parse(xml).getDocumentElement();
    }

    private void elements(Element parent, @Nullable Cell cell) {
        for (Element element : WordXml.children(parent)) {
            switch (WordXml.name(element)) {
                case "p" -> paragraph(element, cell);
                case "tbl" -> table(element);
                default -> {}
            }
        }
    }

    /** The notes follow the text, each with the number of its mark; separators bear no number above zero. */
    private void footnotes(@Nullable Element footnotes) {
        int number = 0;
        for (Element note : WordXml.children(footnotes, "footnote")) {
            String id = WordXml.attribute(note, "id");
            var words = new StringBuilder();
            WordXml.children(note, "p")
                    .forEach(paragraph -> words.append(text(paragraph)).append(' '));
            String said = words.toString().strip();
            if (id != null && Integer.parseInt(id) > 0 && !said.isEmpty()) {
                lines.append("[" + ++number + "] " + said, Set.of());
                lines.end(new Looks(0, false, "", null));
            }
        }
    }

    private static String text(Element paragraph) {
        var words = new StringBuilder();
        for (Element element : WordXml.children(paragraph)) {
            switch (WordXml.name(element)) {
                case "r" -> words.append(words(element));
                case "hyperlink" -> words.append(text(element));
                default -> {}
            }
        }
        return words.toString();
    }

    private void table(Element table) {
        int number = ++tables;
        int row = 0;
        for (Element tableRow : WordXml.children(table, "tr")) {
            row++;
            int column = 1;
            for (Element tableCell : WordXml.children(tableRow, "tc")) {
                elements(tableCell, new Cell(number, row, column));
                column += span(tableCell);
            }
        }
    }

    /** How many columns of the grid the cell covers. */
    private static int span(Element cell) {
        Integer span = WordXml.number(WordXml.child(cell, "tcPr"), "gridSpan");
        return span == null ? 1 : Math.clamp(span, 1, MOST_COLUMNS);
    }

    private void paragraph(Element paragraph, @Nullable Cell cell) {
        Element looks = WordXml.child(paragraph, "pPr");
        String style = WordXml.value(looks, "pStyle");
        String label = numbering.label(looks);
        runs(paragraph, styles.isBold(style));
        boolean centred = "center".equals(WordXml.value(looks, "jc"));
        lines.end(new Looks(headingLevel(styles.name(style)), centred, label, cell));
    }

    private void runs(Element parent, boolean boldStyle) {
        for (Element element : WordXml.children(parent)) {
            switch (WordXml.name(element)) {
                case "r" -> run(element, boldStyle);
                case "hyperlink" -> runs(element, boldStyle);
                default -> {}
            }
        }
    }

    private void run(Element run, boolean boldStyle) {
        Element looks = WordXml.child(run, "rPr");
        String font = looks == null ? null : WordXml.attribute(WordXml.child(looks, "rFonts"), "ascii");
        lines.append(LegacyLetters.ofFont(font, words(run)), marks(looks, boldStyle));
    }

    /** A run's own word counts before that of its character style and its paragraph's. */
    private Set<Mark> marks(@Nullable Element looks, boolean boldStyle) {
        var marks = EnumSet.noneOf(Mark.class);
        boolean bold = WordXml.child(looks, "b") == null
                ? boldStyle || styles.isBold(WordXml.value(looks, "rStyle"))
                : WordXml.isOn(looks, "b");
        if (bold) {
            marks.add(Mark.BOLD);
        }
        if (WordXml.isOn(looks, "i")) {
            marks.add(Mark.ITALIC);
        }
        String position = WordXml.value(looks, "vertAlign");
        if ("subscript".equals(position) || "superscript".equals(position)) {
            marks.add(Mark.RAISED_OR_LOWERED);
        }
        return marks;
    }

    private static String words(Element run) {
        var words = new StringBuilder();
        for (Element element : WordXml.children(run)) {
            switch (WordXml.name(element)) {
                case "t" -> words.append(element.getTextContent());
                case "tab", "ptab" -> words.append('\t');
                case "br", "cr" -> words.append('\n');
                case "noBreakHyphen" -> words.append('‑');
                case "fldChar" -> words.append(boxes(element));
                case "ruby" -> {
                    Element base = WordXml.child(element, "rubyBase");
                    WordXml.children(base, "r").forEach(inner -> words.append(words(inner)));
                }
                default -> {}
            }
        }
        Element looks = WordXml.child(run, "rPr");
        boolean capitals = WordXml.isOn(looks, "caps") || WordXml.isOn(looks, "smallCaps");
        return capitals ? words.toString().toUpperCase(Locale.ROOT) : words.toString();
    }

    /** The boxes to tick where a form field begins. */
    private static String boxes(Element field) {
        var boxes = new StringBuilder();
        if ("begin".equals(WordXml.attribute(field, "fldCharType"))) {
            WordXml.children(WordXml.child(field, "ffData"), "checkBox")
                    .forEach(box -> boxes.append(WordXml.isOn(box, "default") ? "|X|" : "|_|"));
        }
        return boxes.toString();
    }

    /** Level of a heading by the name of its style, for both {@code heading 1} and {@code Heading1}. */
    static int headingLevel(@Nullable String styleName) {
        String name =
                styleName == null ? "" : styleName.toLowerCase(Locale.ROOT).replace(" ", "");
        return HEADING.matcher(name).matches() ? name.charAt(name.length() - 1) - '0' : name.equals("title") ? 1 : 0;
    }
}
