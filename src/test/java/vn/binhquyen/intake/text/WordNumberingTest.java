package vn.binhquyen.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
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

    private XWPFParagraph item(BigInteger num, int level) {
        var paragraph = document.createParagraph();
        paragraph.setNumID(num);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        return paragraph;
    }

    @Test
    void levels_count_on_and_restart_under_a_wider_one() {
        var numbering = new WordNumbering(document);
        int[] levels = {0, 1, 2, 2, 1, 2, 0, 1};
        var labels = new StringBuilder();
        for (int level : levels) {
            labels.append(numbering.label(item(list, level)));
        }

        assertThat(labels).hasToString("I. I.1. a) b) I.2. a) II. II.1. ");
    }

    @Test
    void two_lists_of_one_definition_count_on_together_unless_one_starts_anew() {
        var second = document.getNumbering().addNum(definition);
        var third = document.getNumbering().addNum(definition);
        var override = document.getNumbering().getNum(third).getCTNum().addNewLvlOverride();
        override.setIlvl(BigInteger.ZERO);
        override.addNewStartOverride().setVal(BigInteger.ONE);
        var numbering = new WordNumbering(document);

        assertThat(numbering.label(item(list, 0))).isEqualTo("I. ");
        assertThat(numbering.label(item(second, 0))).isEqualTo("II. ");
        assertThat(numbering.label(item(third, 0))).isEqualTo("I. ");
        assertThat(numbering.label(item(third, 0))).isEqualTo("II. ");
    }

    @Test
    void a_paragraph_without_a_list_has_no_label() {
        assertThat(new WordNumbering(document).label(document.createParagraph()))
                .isEmpty();
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
