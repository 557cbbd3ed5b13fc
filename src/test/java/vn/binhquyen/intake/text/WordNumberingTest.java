package vn.binhquyen.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class WordNumberingTest {

    private final XWPFDocument document = new XWPFDocument();
    private BigInteger definition = BigInteger.ZERO;
    private BigInteger list = BigInteger.ZERO;

    @BeforeEach
    void a_list_of_three_levels() {
        var levels = CTAbstractNum.Factory.newInstance();
        levels.setAbstractNumId(BigInteger.ZERO);
        level(levels, 0, STNumberFormat.UPPER_ROMAN, "%1.");
        level(levels, 1, STNumberFormat.DECIMAL, "%1.%2.");
        level(levels, 2, STNumberFormat.LOWER_LETTER, "%3)");
        var numbering = document.createNumbering();
        definition = numbering.addAbstractNum(new XWPFAbstractNum(levels));
        list = numbering.addNum(definition);
    }

    private static void level(CTAbstractNum levels, int at, STNumberFormat.Enum format, String text) {
        var level = levels.addNewLvl();
        level.setIlvl(BigInteger.valueOf(at));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
    }

    private void item(BigInteger num, int level) {
        var paragraph = document.createParagraph();
        paragraph.setNumID(num);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        paragraph.createRun().setText("Mục đích");
    }

    /** What stands before the words of each paragraph. */
    private List<String> labels() throws Exception {
        var out = new ByteArrayOutputStream();
        document.write(out);
        return TextReaders.read("a.docx", out.toByteArray()).lines().stream()
                .map(line -> line.text().substring(0, line.autoLabel()).strip())
                .toList();
    }

    @Test
    void levels_count_on_and_restart_under_a_wider_one() throws Exception {
        for (int level : new int[] {0, 1, 2, 2, 1, 2, 0, 1}) {
            item(list, level);
        }

        assertThat(labels()).containsExactly("I.", "I.1.", "a)", "b)", "I.2.", "a)", "II.", "II.1.");
    }

    @Test
    void two_lists_of_one_definition_count_on_together_unless_one_starts_anew() throws Exception {
        var second = document.getNumbering().addNum(definition);
        var third = document.getNumbering().addNum(definition);
        var override = document.getNumbering().getNum(third).getCTNum().addNewLvlOverride();
        override.setIlvl(BigInteger.ZERO);
        override.addNewStartOverride().setVal(BigInteger.ONE);
        List.of(list, second, third, third).forEach(num -> item(num, 0));

        assertThat(labels()).containsExactly("I.", "II.", "I.", "II.");
    }

    @Test
    void a_paragraph_takes_the_list_of_its_style_unless_it_leaves_it() throws Exception {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId("Muc");
        style.addNewPPr().addNewNumPr().addNewNumId().setVal(list);
        document.createStyles().addStyle(new XWPFStyle(style));
        for (int i = 0; i < 3; i++) {
            var paragraph = document.createParagraph();
            paragraph.setStyle("Muc");
            paragraph.createRun().setText("Mục đích");
        }
        document.getParagraphs().get(1).setNumID(BigInteger.ZERO);

        assertThat(labels()).containsExactly("I.", "", "II.");
    }

    @Test
    void a_paragraph_without_a_list_has_no_label() throws Exception {
        document.createParagraph().createRun().setText("Mục đích");

        assertThat(labels()).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({
        "4, upperRoman, IV",
        "14, lowerRoman, xiv",
        "3, lowerLetter, c",
        "28, upperLetter, BB",
        "7, decimalZero, 07",
        "12, decimal, 12"
    })
    void numbers_are_written_in_the_format_of_their_level(int count, String format, String written) {
        assertThat(WordNumbering.number(count, format)).isEqualTo(written);
    }
}
