package vn.binhquyen.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.BodyElementType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPBdr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;

/** Prints the parts into a Word file: sections, styles, real tables, a header with the page number. */
final class DocxRenderer {
    /** Points between the content and the signature. */
    static final double ABOVE_SIGNATURE = 12;

    private final XWPFDocument word = new XWPFDocument();
    private final OfficialDocument document;
    /** Of the section that is being written. */
    private boolean landscape;

    private boolean numbered;

    private DocxRenderer(OfficialDocument document) {
        this.document = document;
    }

    static byte[] render(OfficialDocument document) {
        DocxRenderer renderer = new DocxRenderer(document);
        try (XWPFDocument word = renderer.word;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            WordStyles.define(word);
            renderer.properties();
            Composition.of(document).forEach(renderer::print);
            renderer.afterTable();
            renderer.section(renderer.bodySection());
            word.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void properties() {
        var core = word.getProperties().getCoreProperties();
        core.setTitle(Wording.title(document));
        core.setCreator(Wording.clean(document.agency()));
        core.setSubjectProperty(document.type().vietnameseName());
        core.setContentStatus(document.draft() ? "Dự thảo" : "Đã ban hành");
        core.getUnderlyingProperties().setLanguageProperty(Wording.LANGUAGE);
    }

    private void print(Part part) {
        switch (part) {
            case Part.Columns columns -> columns(columns);
            case Part.Grid(Block.Table table) -> WordGrid.print(word, table, Page.textWidth(landscape));
            case Part.NewAnnex annex -> {
                section(word.createParagraph().getCTP().addNewPPr().addNewSectPr());
                WordStyles.apply(word.getLastParagraph(), WordStyles.RULE);
                landscape = annex.landscape();
            }
            case Part.Line line -> line(line, word.createParagraph());
            case Part.Rule rule -> rule(rule, word.createParagraph(), Page.textWidth(landscape));
            case Part.Frame frame -> frame(frame, word.createParagraph(), Page.textWidth(landscape));
        }
    }

    static void line(Part.Line line, XWPFParagraph paragraph) {
        WordStyles.apply(paragraph, line.style().id());
        if (line.narrowed() > 0) {
            Style.Look look = line.style().look;
            indent(paragraph, look.left + line.narrowed(), look.right + line.narrowed());
        }
        for (Run run : line.runs()) {
            XWPFRun printed = paragraph.createRun();
            printed.setText(run.text());
            if (run.bold()) {
                printed.setBold(true);
            }
        }
    }

    /** An empty paragraph that has only a border: unlike a drawn shape it moves with the text. */
    private static void rule(Part.Rule rule, XWPFParagraph paragraph, double available) {
        WordStyles.apply(paragraph, WordStyles.RULE);
        double indent = (available - rule.millimetres()) / 2;
        indent(paragraph, indent, indent);
        WordStyles.single(paragraph.getCTP().getPPr().addNewPBdr().addNewTop(), 6);
    }

    private static void frame(Part.Frame frame, XWPFParagraph paragraph, double available) {
        line(frame.line(), paragraph);
        CTPBdr borders = paragraph.getCTP().getPPr().addNewPBdr();
        WordStyles.single(borders.addNewTop(), 6);
        WordStyles.single(borders.addNewLeft(), 6);
        WordStyles.single(borders.addNewBottom(), 6);
        WordStyles.single(borders.addNewRight(), 6);
        indent(paragraph, 1, available - frame.millimetres() - 1);
    }

    private static void indent(XWPFParagraph paragraph, double left, double right) {
        CTInd indents = paragraph.getCTP().getPPr().addNewInd();
        indents.setLeft(Twips.of(left));
        indents.setRight(Twips.of(right));
    }

    private void columns(Part.Columns columns) {
        if (columns.keptWithPrevious() && !word.getParagraphs().isEmpty()) {
            word.getLastParagraph().setKeepNext(true);
        }
        double width = Page.textWidth(landscape);
        double left = width * columns.leftShare();
        XWPFTable table = WordGrid.table(
                word,
                WordStyles.COLUMNS,
                List.of(left, width - left),
                columns.rows().size());
        if (columns.keptWithPrevious()) {
            table.setCellMargins(Twips.ofPoints(ABOVE_SIGNATURE).intValueExact(), 0, 0, 0);
        }
        for (int i = 0; i < columns.rows().size(); i++) {
            table.getRow(i).setCantSplitRow(true);
            cell(columns.rows().get(i).left(), table.getRow(i).getCell(0), left);
            cell(columns.rows().get(i).right(), table.getRow(i).getCell(1), width - left);
        }
    }

    private static void cell(List<Part> parts, XWPFTableCell cell, double width) {
        cell.removeParagraph(0);
        for (Part part : parts) {
            switch (part) {
                case Part.Line line -> line(line, cell.addParagraph());
                case Part.Rule rule -> rule(rule, cell.addParagraph(), width);
                case Part.Frame frame -> frame(frame, cell.addParagraph(), width);
                default -> throw new IllegalArgumentException("A column holds only lines, not " + part);
            }
        }
        if (parts.isEmpty()) {
            cell.addParagraph();
        }
    }

    /** Word wants a paragraph after a table at the end; this one takes no room. */
    private void afterTable() {
        if (word.getBodyElements().getLast().getElementType() == BodyElementType.TABLE) {
            WordStyles.apply(word.createParagraph(), WordStyles.RULE);
        }
    }

    private CTSectPr bodySection() {
        var body = word.getDocument().getBody();
        return body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
    }

    private void section(CTSectPr section) {
        if (!numbered) {
            numbered = true;
            pageNumbers(section);
        }
        section.addNewType().setVal(STSectionMark.NEXT_PAGE);
        var size = section.addNewPgSz();
        size.setW(Twips.of(landscape ? Page.LONG_SIDE : Page.SHORT_SIDE));
        size.setH(Twips.of(landscape ? Page.SHORT_SIDE : Page.LONG_SIDE));
        size.setOrient(landscape ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        var margins = section.addNewPgMar();
        margins.setTop(Twips.of(Page.TOP));
        margins.setBottom(Twips.of(Page.BOTTOM));
        margins.setLeft(Twips.of(Page.LEFT));
        margins.setRight(Twips.of(Page.RIGHT));
        margins.setHeader(Twips.of(Page.PAGE_NUMBER));
        margins.setFooter(Twips.of(Page.PAGE_NUMBER));
        margins.setGutter(BigInteger.ZERO);
        section.addNewPgNumType().setStart(BigInteger.ONE);
        section.addNewTitlePg();
    }

    /** The header belongs to the first section; the annexes inherit it, and their first pages go without as well. */
    private void pageNumbers(CTSectPr section) {
        XWPFParagraph number = new XWPFHeaderFooterPolicy(word, section)
                .createHeader(XWPFHeaderFooterPolicy.DEFAULT)
                .createParagraph();
        WordStyles.apply(number, Style.PAGE_NUMBER.id());
        var field = number.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        field.addNewR().addNewT().setStringValue("2");
    }
}
