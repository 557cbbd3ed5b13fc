package vn.binhquyen.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    private static final Pattern UNIT = Pattern.compile("(?<!\\p{L})(?:xã|xóm) \\p{L}+");

    @Test
    void finds_what_the_pattern_alone_would_find() {
        String text = "xã Thượng, làngxã Nà, xóm Lâm và xã";

        var found = all(new Occurrences(UNIT, text, List.of("xã", "xóm")));

        assertThat(found)
                .containsExactly("xã Thượng", "xóm Lâm")
                .isEqualTo(UNIT.matcher(text).results().map(MatchResult::group).toList());
    }

    @Test
    void goes_on_behind_the_beginning_of_what_was_passed_over() {
        var found = new Occurrences(Pattern.compile("aba"), "ababa", at -> true);

        assertThat(found.find()).isTrue();
        found.passOver();

        assertThat(found.find()).isTrue();
        assertThat(found.match().start()).isEqualTo(2);
    }

    private static List<String> all(Occurrences occurrences) {
        var found = new ArrayList<String>();
        while (occurrences.find()) {
            found.add(occurrences.match().group());
        }
        return found;
    }
}
