package vn.binhquyen.publishing;

import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Turns the table of looks into the styles of a Word file. */
final class WordStyles {
    static final String FONT = "Times New Roman";
    /** The line under a name, as a paragraph. */
    static final String RULE = "rule";
    /** A table that only puts things side by side. */
    static final String COLUMNS = "columns";
    /** A table with borders. */
    static final String GRID = "grid";

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final double CELL_MARGIN = 1.5;

    private WordStyles() {}

    static void define(XWPFDocument word) {
        XWPFStyles styles = word.createStyles();
        defaults(styles);
        add(styles, normal());
        for (Style style : Style.values()) {
            add(styles, paragraph(style));
        }
        add(styles, rule());
        add(styles, table(COLUMNS, "Hai cột", false));
        add(styles, table(GRID, "Bảng", true));
        ofToday(word);
    }

    static void apply(XWPFParagraph paragraph, String style) {
        paragraph.setStyle(style);
    }

    static void single(CTBorder border, int eighthsOfAPoint) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(eighthsOfAPoint));
        border.setSpace(BigInteger.ZERO);
        border.setColor("auto");
    }

    private static void defaults(XWPFStyles styles) {
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(Wording.LANGUAGE);
    }

    private static CTStyle normal() {
        CTStyle normal = style("Normal", "Normal", STStyleType.PARAGRAPH);
        normal.setDefault(true);
        size(normal.addNewRPr(), Style.BODY.look.size);
        return normal;
    }

    private static CTStyle paragraph(Style style) {
        Style.Look look = style.look;
        CTStyle made = style(style.id(), style.vietnameseName, STStyleType.PARAGRAPH);
        made.addNewBasedOn().setVal("Normal");
        made.addNewQFormat();
        CTPPrGeneral paragraph = made.addNewPPr();
        if (look.keptWithNext) {
            paragraph.addNewKeepNext();
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(Twips.ofPoints(look.before));
        spacing.setAfter(Twips.ofPoints(look.after));
        spacing.setLine(BigInteger.valueOf(Math.round(look.leading * 240)));
        spacing.setLineRule(STLineSpacingRule.AUTO);
        var indents = paragraph.addNewInd();
        indents.setLeft(Twips.of(look.left));
        indents.setRight(Twips.of(look.right));
        indents.setFirstLine(Twips.of(look.firstLine));
        paragraph
                .addNewJc()
                .setVal(
                        switch (look.alignment) {
                            case LEFT -> STJc.LEFT;
                            case CENTRE -> STJc.CENTER;
                            case RIGHT -> STJc.RIGHT;
                            case JUSTIFIED -> STJc.BOTH;
                        });
        if (look.outline > 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(look.outline - 1L));
        }
        CTRPr run = made.addNewRPr();
        if (look.bold) {
            run.addNewB();
            run.addNewBCs();
        }
        if (look.italic) {
            run.addNewI();
            run.addNewICs();
        }
        size(run, look.size);
        return made;
    }

    private static CTStyle rule() {
        CTStyle made = style(RULE, "Kẻ dưới", STStyleType.PARAGRAPH);
        made.addNewBasedOn().setVal("Normal");
        var spacing = made.addNewPPr().addNewSpacing();
        spacing.setBefore(Twips.ofPoints(2));
        spacing.setAfter(Twips.ofPoints(4));
        spacing.setLine(Twips.ofPoints(2));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        size(made.addNewRPr(), 1);
        return made;
    }

    /** As text: the schema classes that come with the library leave out the properties of table styles. */
    private static CTStyle table(String id, String name, boolean bordered) {
        String border = "<w:%s w:val='single' w:sz='4' w:space='0' w:color='auto'/>";
        String borders = Stream.of("top", "left", "bottom", "right", "insideH", "insideV")
                .map(border::formatted)
                .collect(Collectors.joining("", "<w:tblBorders>", "</w:tblBorders>"));
        String style = """
            <w:styles xmlns:w='%s'><w:style w:type='table' w:customStyle='1' w:styleId='%s'><w:name w:val='%s'/>
            <w:tblPr>%s<w:tblCellMar><w:left w:w='%s' w:type='dxa'/><w:right w:w='%s' w:type='dxa'/>\
            </w:tblCellMar></w:tblPr></w:style></w:styles>
            """;
        BigInteger side = Twips.of(bordered ? CELL_MARGIN : 0);
        try {
            return StylesDocument.Factory.parse(style.formatted(WORD, id, name, bordered ? borders : "", side, side))
                    .getStyles()
                    .getStyleArray(0);
        } catch (XmlException e) {
            throw new IllegalStateException("The style of tables is not well-formed", e);
        }
    }

    private static CTStyle style(String id, String name, STStyleType.Enum type) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(type);
        style.addNewName().setVal(name);
        if (!id.equals("Normal")) {
            style.setCustomStyle(true);
        }
        return style;
    }

    private static void size(CTRPr run, double points) {
        BigInteger halfPoints = BigInteger.valueOf(Math.round(points * 2));
        run.addNewSz().setVal(halfPoints);
        run.addNewSzCs().setVal(halfPoints);
    }

    private static void add(XWPFStyles styles, CTStyle style) {
        styles.addStyle(new XWPFStyle(style));
    }

    /** Says that the file is of Word 2013 or later; without it Word opens it in its compatibility mode. */
    private static void ofToday(XWPFDocument word) {
        try (XmlCursor cursor = word.getSettings().getCTSettings().newCursor()) {
            cursor.toEndToken();
            cursor.beginElement("compat", WORD);
            cursor.beginElement("compatSetting", WORD);
            cursor.insertAttributeWithValue("name", WORD, "compatibilityMode");
            cursor.insertAttributeWithValue("uri", WORD, "http://schemas.microsoft.com/office/word");
            cursor.insertAttributeWithValue("val", WORD, "15");
        }
    }
}
