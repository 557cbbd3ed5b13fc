package vn.binhquyen.intake.text.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.DocumentText.Span;
import vn.binhquyen.kernel.VietnameseText;

/** Words written one after another, with the marks that they bear. */
record Text(String text, List<Span> spans) {

    static Text of(List<Word> words) {
        var text = new StringBuilder();
        var ends = new int[words.size()];
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (i > 0 && !word.continues(words.get(i - 1)) && !isBrokenCompound(words.get(i - 1), word)) {
                text.append(' ');
            }
            text.append(VietnameseText.normalise(word.text()));
            ends[i] = text.length();
        }
        var spans = new ArrayList<Span>();
        mark(Mark.BOLD, Word::bold, words, ends, spans);
        mark(Mark.ITALIC, Word::italic, words, ends, spans);
        mark(Mark.RAISED_OR_LOWERED, Word::raised, words, ends, spans);
        return new Text(text.toString(), List.copyOf(spans));
    }

    /** "146/KH-" at the end of a row and "UBND" at the beginning of the next are one word; so are "100." and "000". */
    private static boolean isBrokenCompound(Word last, Word next) {
        boolean newRow = !next.isInRowOf(last);
        boolean open = last.text().matches(".*[\\p{L}\\d][-/]") || next.text().matches("/[\\p{L}\\d].*");
        boolean number = last.text().matches(".*\\d\\.") && next.text().matches("\\d{3}(?!\\d).*");
        return newRow && (open || number);
    }

    private static void mark(Mark mark, Predicate<Word> bears, List<Word> words, int[] ends, List<Span> spans) {
        int from = -1;
        for (int i = 0; i <= words.size(); i++) {
            boolean bearing = i < words.size() && bears.test(words.get(i));
            if (bearing && from < 0) {
                from = ends[i] - VietnameseText.normalise(words.get(i).text()).length();
            } else if (!bearing && from >= 0) {
                spans.add(new Span(mark, from, ends[i - 1]));
                from = -1;
            }
        }
    }
}
