package vn.binhquyen.intake.check;

import java.util.Arrays;
import java.util.BitSet;
import vn.binhquyen.kernel.VietnameseText;

/**
 * The words of a plan and its document, each once and in lower case: a phrase whose words are not among them stands
 * nowhere, and needs no search.
 */
final class Words {

    private static final int PLACES = 1 << 17;

    /** Of each character up to the end of the Latin letters with Vietnamese accents, once asked for. */
    private static final byte[] KINDS = new byte[0x1F00];

    private static final byte LETTER = 1;
    private static final byte OTHER = 2;

    /** Where each word falls by its letters; another that falls there too costs a search in vain and no more. */
    private final BitSet known = new BitSet(PLACES);

    void add(String text) {
        addLower(VietnameseText.lower(text));
    }

    /** As {@link #add}, of words in lower case. */
    void addLower(String lower) {
        int place = 0;
        for (int i = 0; i < lower.length(); i++) {
            char sign = lower.charAt(i);
            if (isLetter(sign)) {
                place = 31 * place + sign;
            } else if (place != 0) {
                known.set(fold(place));
                place = 0;
            }
        }
        known.set(fold(place));
    }

    /** Whether all words of the phrase occur somewhere; it is in lower case. */
    boolean mayHold(String phrase) {
        int place = 0;
        for (int i = 0; i <= phrase.length(); i++) {
            if (i < phrase.length() && isLetter(phrase.charAt(i))) {
                place = 31 * place + phrase.charAt(i);
            } else if (place != 0) {
                if (!known.get(fold(place))) {
                    return false;
                }
                place = 0;
            }
        }
        return true;
    }

    private static int fold(int place) {
        return (place ^ place >>> 16) & (PLACES - 1);
    }

    /**
     * Where the text, in lower case, may first say a word twice in a row, or two words; -1 where it nowhere does. What stands
     * between them doesn't matter.
     */
    static int repeated(String words) {
        char[] text = words.toCharArray();
        int[] starts = {-1, -1, -1, -1};
        int[] ends = {-1, -1, -1, -1};
        for (int from = start(text, 0), word = 0; from < text.length; word++) {
            int to = end(text, from);
            starts[word % 4] = from;
            ends[word % 4] = to;
            boolean one = word >= 1 && alike(text, starts, ends, word, word - 1);
            boolean two = word >= 3
                    && alike(text, starts, ends, word, word - 2)
                    && alike(text, starts, ends, word - 1, word - 3);
            if (one || two) {
                return starts[Math.max(0, word - 3) % 4];
            }
            from = start(text, to);
        }
        return -1;
    }

    private static boolean alike(char[] text, int[] starts, int[] ends, int one, int other) {
        return Arrays.equals(text, starts[one % 4], ends[one % 4], text, starts[other % 4], ends[other % 4]);
    }

    private static int start(char[] text, int from) {
        int at = from;
        while (at < text.length && !isLetter(text[at])) {
            at++;
        }
        return at;
    }

    private static int end(char[] text, int from) {
        int at = from;
        while (at < text.length && isLetter(text[at])) {
            at++;
        }
        return at;
    }

    /** As {@link Character#isLetter(char)} of lower case. */
    static boolean isLetter(char sign) {
        if (sign < 128) {
            return sign >= 'a' && sign <= 'z';
        }
        if (sign >= KINDS.length) {
            return Character.isLetter(sign);
        }
        if (KINDS[sign] == 0) {
            KINDS[sign] = Character.isLetter(sign) ? LETTER : OTHER;
        }
        return KINDS[sign] == LETTER;
    }
}
