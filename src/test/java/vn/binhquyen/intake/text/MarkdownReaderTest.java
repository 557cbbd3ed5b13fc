package vn.binhquyen.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Mark;

class MarkdownReaderTest {

    private static Line line(String markdown) {
        return MarkdownReader.read(markdown).lines().getFirst();
    }

    @Test
    void markup_goes_and_its_meaning_stays() {
        Line heading = line("## **2. Phòng Kinh tế**");

        assertThat(heading.text()).isEqualTo("2. Phòng Kinh tế");
        assertThat(heading.heading()).isEqualTo(2);
        assertThat(heading.isMarked(Mark.BOLD, 0, heading.text().length())).isTrue();
    }

    @Test
    void bold_may_run_over_two_lines() {
        var lines = MarkdownReader.read("**KT. CHỦ TỊCH  \nPHÓ CHỦ TỊCH**").lines();

        assertThat(lines).extracting(Line::text).containsExactly("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");
        assertThat(lines.get(1).isMarked(Mark.BOLD, 0, 12)).isTrue();
    }

    @Test
    void what_is_lowered_stays_in_the_text_and_is_marked() {
        Line line = line("- Lưu: VT<sub>(AB)</sub>.");

        assertThat(line.text()).isEqualTo("- Lưu: VT(AB).");
        assertThat(line.isMarked(Mark.RAISED_OR_LOWERED, 9, 13)).isTrue();
        assertThat(line.isMarked(Mark.RAISED_OR_LOWERED, 0, 9)).isFalse();
    }

    @Test
    void cells_of_a_row_are_set_apart_by_a_tab() {
        assertThat(line("| UBND XÃ A | CỘNG HÒA |").text()).isEqualTo("UBND XÃ A\tCỘNG HÒA");
    }

    @Test
    void an_escaped_sign_is_the_sign() {
        assertThat(line("1\\. Công việc \\*").text()).isEqualTo("1. Công việc *");
    }

    @Test
    void lines_keep_their_numbers() {
        var lines = MarkdownReader.read("a\n\n---\n\nb").lines();

        assertThat(lines.get(4).number()).isEqualTo(5);
        assertThat(lines.get(4).text()).isEqualTo("b");
        assertThat(lines.get(2).isBlank()).isTrue();
    }
}
