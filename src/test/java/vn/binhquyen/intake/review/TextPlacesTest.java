package vn.binhquyen.intake.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Place;
import vn.binhquyen.plan.PlanItem.At;

class TextPlacesTest {
    private static final DocumentText TEXT = text("Mở lớp tập huấn;", "", "  in tờ rơi.");

    private final TextPlaces places = new TextPlaces(TEXT);

    private static DocumentText text(String... lines) {
        return new DocumentText(
                DocumentText.Format.TXT,
                IntStream.range(0, lines.length)
                        .mapToObj(i -> new DocumentText.Line(i + 1, lines[i], 0, false, 0, List.of(), null))
                        .toList());
    }

    private static At at(int line, int column, int length) {
        return new At(line, column, length);
    }

    @Test
    void words_that_are_chosen_lose_the_blanks_at_their_ends() {
        Place place = new Chosen(1, 16, 3, 7).in(TEXT).orElseThrow();
        assertThat(TEXT.at(place)).isEqualTo(";\n\n  in t");
        assertThat(new Chosen(2, 1, 3, 5).in(TEXT)).contains(new Place(3, 3, 2));
    }

    @Test
    void what_lies_outside_the_text_or_holds_no_word_is_no_choice() {
        assertThat(new Chosen(1, 17, 3, 3).in(TEXT)).isEmpty();
        assertThat(new Chosen(1, 16, 1, 17).in(TEXT)).as("a mere semicolon").isEmpty();
        assertThat(new Chosen(3, 3, 3, 99).in(TEXT)).isEmpty();
        assertThat(new Chosen(4, 1, 4, 2).in(TEXT)).isEmpty();
        assertThat(new Chosen(3, 5, 1, 1).in(TEXT)).isEmpty();
        assertThat(Chosen.parse("1:1-0")).isEmpty();
    }

    @Test
    void neighbours_join_to_one_place_and_what_stands_apart_does_not() {
        assertThat(places.joined(at(1, 1, 15), at(3, 3, 10))).contains(new Place(1, 1, 30));
        assertThat(places.joined(at(1, 1, 6), at(3, 3, 10))).isEmpty();
        assertThat(places.joined(at(3, 3, 10), at(1, 1, 15))).isEmpty();
    }

    @Test
    void a_place_is_cut_where_words_begin() {
        At whole = at(1, 1, 30);
        Place rest = places.from(whole, "in tờ rơi.").orElseThrow();
        assertThat(rest).isEqualTo(new Place(3, 3, 10));
        assertThat(places.until(whole, rest)).contains(new Place(1, 1, 16));
    }
}
