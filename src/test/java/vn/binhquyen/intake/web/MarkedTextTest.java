package vn.binhquyen.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.DocumentText.Span;
import vn.binhquyen.intake.Place;

class MarkedTextTest {
    private static final DocumentText TEXT = new DocumentText(
            DocumentText.Format.TXT,
            List.of(
                    new Line(1, "Giảm từ 12 ca xuống 14 ca.", 0, false, 0, List.of(new Span(Mark.BOLD, 0, 4)), null),
                    new Line(2, "Trạm Y tế theo dõi.", 0, false, 0, List.of(), null)));

    private static MarkedText.Fact fact(String key, int line, int column, int length, boolean doubtful) {
        return new MarkedText.Fact(key, Section.GOALS, new Place(line, column, length), doubtful);
    }

    private static List<MarkedText.Piece> lit(List<MarkedText.Line> lines, String key) {
        return lines.stream()
                .flatMap(line -> line.pieces().stream())
                .filter(piece -> List.of(piece.keys().split(" ")).contains(key))
                .toList();
    }

    private static String words(List<MarkedText.Piece> pieces) {
        return pieces.stream().map(MarkedText.Piece::text).collect(Collectors.joining());
    }

    @Test
    void the_text_stays_whole_however_it_is_cut() {
        List<MarkedText.Line> lines =
                MarkedText.of(TEXT, List.of(fact("a", 1, 1, 26, false), fact("b", 1, 9, 5, true)));
        assertThat(words(lines.getFirst().pieces())).isEqualTo("Giảm từ 12 ca xuống 14 ca.");
    }

    @Test
    void a_click_on_nested_facts_opens_the_inner_one() {
        List<MarkedText.Line> lines =
                MarkedText.of(TEXT, List.of(fact("outer", 1, 1, 26, false), fact("inner", 1, 9, 5, false)));
        assertThat(lit(lines, "inner")).allSatisfy(piece -> {
            assertThat(piece.fact()).extracting(MarkedText.Fact::key).isEqualTo("inner");
            assertThat(piece.text()).isEqualTo("12 ca");
        });
        assertThat(words(lit(lines, "outer"))).isEqualTo("Giảm từ 12 ca xuống 14 ca.");
    }

    @Test
    void a_line_without_words_has_no_pieces() {
        DocumentText text =
                new DocumentText(DocumentText.Format.MD, List.of(new Line(1, "", 0, false, 0, List.of(), null)));
        assertThat(MarkedText.of(text, List.of()))
                .singleElement()
                .satisfies(line -> assertThat(line.pieces()).isEmpty());
    }

    @Test
    void a_place_over_two_lines_lights_up_both() {
        List<MarkedText.Line> lines = MarkedText.of(TEXT, List.of(fact("a", 1, 21, 16, false)));
        assertThat(words(lit(lines, "a"))).isEqualTo("14 ca.Trạm Y tế");
    }

    @Test
    void bold_words_stay_bold_inside_a_fact() {
        List<MarkedText.Line> lines = MarkedText.of(TEXT, List.of(fact("a", 1, 1, 10, false)));
        assertThat(lit(lines, "a")).extracting(MarkedText.Piece::bold).containsExactly(true, false);
    }

    @Test
    void a_place_beyond_the_text_lights_up_nothing() {
        assertThat(lit(MarkedText.of(TEXT, List.of(fact("a", 9, 1, 4, false))), "a"))
                .isEmpty();
    }
}
