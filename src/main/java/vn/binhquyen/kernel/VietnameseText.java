package vn.binhquyen.kernel;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Folding of Vietnamese writing, so that the same words compare as equal however they were typed. */
public final class VietnameseText {

    public static final Locale VIETNAMESE = Locale.of("vi", "VN");

    /** Vowels that bear the tone of an open syllable in the old way ("uỷ"), and the pair in the way of today. */
    private static final Map<String, String> TONE_PLACES = tonePlaces();

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]");
    private static final Pattern WIDE_SPACES = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]");

    /** What each character up to the end of the Latin letters with Vietnamese accents folds to, once asked for. */
    private static final char[] FOLDED = new char[0x1F00];

    private static final char[] LOWERED = new char[FOLDED.length];

    private VietnameseText() {}

    /** Composed accents (NFC), plain spaces, and none of the invisible characters that word processors leave. */
    public static String normalise(String text) {
        if (isPlain(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String visible = INVISIBLE.matcher(composed).replaceAll("");
        return WIDE_SPACES.matcher(visible).replaceAll(" ");
    }

    /** Lower case without accents, character for character: a position in the result is that position in the text. */
    public static String fold(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = fold(letters[i]);
        }
        return new String(letters);
    }

    /** Lower case, accents kept, character for character. */
    public static String lower(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = lower(letters[i]);
        }
        return new String(letters);
    }

    /** One way to place the tone mark of an open syllable: "uỷ" and "ủy" become the same. Expects lower case. */
    public static String unifyTones(String lowerCase) {
        StringBuilder text = null;
        for (int i = 0; i + 1 < lowerCase.length(); i++) {
            char first = lowerCase.charAt(i);
            boolean open = (first == 'o' || first == 'u')
                    && lowerCase.charAt(i + 1) > 127
                    && (i + 2 == lowerCase.length() || !Character.isLetter(lowerCase.charAt(i + 2)));
            String today = open ? TONE_PLACES.get(lowerCase.substring(i, i + 2)) : null;
            if (today != null) {
                text = text == null ? new StringBuilder(lowerCase) : text;
                text.replace(i, i + 2, today);
            }
        }
        return text == null ? lowerCase : text.toString();
    }

    /** One space where there were several, none at the ends. */
    public static String squeeze(String text) {
        String stripped = text.strip();
        if (isSqueezed(stripped)) {
            return stripped;
        }
        var squeezed = new StringBuilder(stripped.length());
        boolean after = false;
        for (int i = 0; i < stripped.length(); i++) {
            char sign = stripped.charAt(i);
            boolean space = isSpace(sign);
            if (!space || !after) {
                squeezed.append(space ? ' ' : sign);
            }
            after = space;
        }
        return squeezed.toString();
    }

    /** Without the signs and blanks at its end. */
    public static String withoutEnd(String text, String signs) {
        int end = text.length();
        while (end > 0 && (isSpace(text.charAt(end - 1)) || signs.indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || (sign >= '\t' && sign <= '\r');
    }

    private static boolean isSqueezed(String text) {
        char before = 'x';
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter <= ' ' && (letter != ' ' || before == ' ')) {
                return false;
            }
            before = letter;
        }
        return true;
    }

    /** Whether all is composed letters and the usual signs, none of which is to be changed; most texts are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean plain = letter < '\u0300'
                    ? letter != '\u00A0' && letter != '\u00AD'
                    : (letter >= 'Ạ' && letter <= 'ỹ') || (letter >= '‐' && letter <= '…');
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char letter) {
        char known = letter < LOWERED.length ? LOWERED[letter] : 0;
        return known != 0 ? known : lowerOnce(letter);
    }

    private static char lowerOnce(char letter) {
        char lowered = Character.toLowerCase(letter);
        if (letter < LOWERED.length) {
            LOWERED[letter] = lowered;
        }
        return lowered;
    }

    private static char fold(char letter) {
        char known = letter < FOLDED.length ? FOLDED[letter] : 0;
        return known != 0 ? known : foldOnce(letter);
    }

    private static char foldOnce(char letter) {
        char folded = withoutAccent(letter);
        if (letter < FOLDED.length) {
            FOLDED[letter] = folded;
        }
        return folded;
    }

    private static char withoutAccent(char letter) {
        if (letter < 128) {
            return Character.toLowerCase(letter);
        }
        if (letter == 'đ' || letter == 'Đ') {
            return 'd';
        }
        return switch (letter) {
            case '–', '—', '−', '‐', '‑' -> '-';
            case '“', '”', '„' -> '"';
            case '‘', '’' -> '\'';
            default ->
                Character.toLowerCase(Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                        .charAt(0));
        };
    }

    private static Map<String, String> tonePlaces() {
        String[] places = {
            "oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa", "oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe", "uỳ ùy", "uý úy",
            "uỷ ủy", "uỹ ũy", "uỵ ụy"
        };
        var pairs = new HashMap<String, String>();
        for (String place : places) {
            pairs.put(place.substring(0, 2), place.substring(3));
        }
        return Map.copyOf(pairs);
    }
}
