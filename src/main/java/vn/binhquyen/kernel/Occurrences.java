package vn.binhquyen.kernel;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a pattern matches, as {@link Matcher#find()} does, but tries it only where it may begin: most positions of a
 * text are told apart by a letter or two, which costs far less than a try.
 */
public final class Occurrences {

    private final String text;
    private final Matcher matcher;
    private final IntPredicate mayBegin;
    private int from;

    /** @param mayBegin whether a match may begin at the position; true wherever one does */
    public Occurrences(Pattern pattern, String text, IntPredicate mayBegin) {
        this.text = text;
        this.mayBegin = mayBegin;
        matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** @param beginnings with one of these every match begins */
    public Occurrences(Pattern pattern, String text, List<String> beginnings) {
        this(pattern, text, beginsWith(text, beginnings));
    }

    /** Whether there is another match, which {@link #match()} then holds. */
    public boolean find() {
        for (int at = from; at < text.length(); at++) {
            if (mayBegin.test(at) && matcher.region(at, text.length()).lookingAt()) {
                from = Math.max(at + 1, matcher.end());
                return true;
            }
        }
        from = text.length();
        return false;
    }

    /** Goes on right after the beginning of the last match, where that turned out to be none. */
    public void passOver() {
        from = matcher.start() + 1;
    }

    public Matcher match() {
        return matcher;
    }

    private static IntPredicate beginsWith(String text, List<String> beginnings) {
        String[] words = beginnings.toArray(String[]::new);
        long first = letters(words, 0);
        long second = letters(words, 1);
        return at -> (first >>> text.charAt(at) & 1) != 0
                && (at + 1 == text.length() || (second >>> text.charAt(at + 1) & 1) != 0)
                && standsAt(text, at, words);
    }

    /** A bit for each letter that stands there in a word; the few letters that share one cost a look in vain. */
    private static long letters(String[] words, int at) {
        long letters = 0;
        for (String word : words) {
            letters |= at < word.length() ? 1L << word.charAt(at) : -1;
        }
        return letters;
    }

    private static boolean standsAt(String text, int at, String[] words) {
        char letter = text.charAt(at);
        for (String word : words) {
            if (word.charAt(0) == letter && text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }
}
