package vn.binhquyen.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** Folding of Vietnamese writing, so that the same words compare as equal however they were typed. */
public final class VietnameseText {

    public static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private static final String[][] TONE_PLACES = {
        {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
        {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
        {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"},
    };

    private VietnameseText() {}

    /** Composed accents (NFC), plain spaces, and none of the invisible characters that word processors leave. */
    public static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]", "")
                .replaceAll("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]", " ");
    }

    /** Lower case without accents, character for character: a position in the result is that position in the text. */
    public static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    /** Lower case, accents kept, character for character. */
    public static String lower(String text) {
        var lowered = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lowered.append(Character.toLowerCase(text.charAt(i)));
        }
        return lowered.toString();
    }

    /** One way to place the tone mark of an open syllable: "uỷ" and "ủy" become the same. Expects lower case. */
    public static String unifyTones(String lowerCase) {
        String text = lowerCase;
        for (String[] pair : TONE_PLACES) {
            text = text.replaceAll(pair[0] + "(?!\\p{L})", pair[1]);
        }
        return text;
    }

    /** One space where there were several, none at the ends. */
    public static String squeeze(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static char fold(char letter) {
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
}
