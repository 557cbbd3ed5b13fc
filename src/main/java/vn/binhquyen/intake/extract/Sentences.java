package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.Occurrences;

/** Splits running text into sentences that remember where they began. */
final class Sentences {

    /** @param from position of the first character in the text that was split */
    record Sentence(String text, int from) {
        int to() {
            return from + text.length();
        }
    }

    private static final Pattern FULL_STOP = Pattern.compile("(?=\\s)(?<=[.!?]|\\.[”\")])\\s+(?=[\\p{Lu}“\"(-])");
    private static final Pattern CLAUSE = Pattern.compile("(?=[;\\s])(?:;\\s+|(?<=[.!?])\\s+(?=\\p{Lu}))");

    private Sentences() {}

    static List<Sentence> of(String text) {
        return split(text, FULL_STOP);
    }

    /** Sentences, cut at semicolons too. */
    static List<Sentence> clauses(String text) {
        return split(text, CLAUSE);
    }

    private static List<Sentence> split(String text, Pattern boundary) {
        var sentences = new ArrayList<Sentence>();
        var boundaries = new Occurrences(boundary, text, at -> mayPart(text, at));
        int from = 0;
        while (boundaries.find()) {
            Matcher match = boundaries.match();
            add(sentences, text, from, match.start());
            from = match.end();
        }
        add(sentences, text, from, text.length());
        return sentences;
    }

    /** Whether it is a semicolon, or a blank behind what ends a sentence. */
    private static boolean mayPart(String text, int at) {
        char sign = text.charAt(at);
        return sign == ';' || (at > 0 && sign <= ' ' && ".!?”\")".indexOf(text.charAt(at - 1)) >= 0);
    }

    private static void add(List<Sentence> sentences, String text, int from, int to) {
        String raw = text.substring(from, to);
        int lead = raw.length() - raw.stripLeading().length();
        if (!raw.isBlank()) {
            sentences.add(new Sentence(raw.strip(), from + lead));
        }
    }
}
