package vn.binhquyen.intake.structure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before an item: "I.", "2.1.", "a)", "-", "+" or nothing.
 *
 * @param text the label without its mark ("I", "2.1", "a"; empty for a dash)
 * @param length characters up to the first of the item's own words
 */
public record Label(Kind kind, String text, int length) {

    /** From the widest to the narrowest; an item belongs to the nearest wider one before it. */
    public enum Kind {
        PART,
        CAPITAL,
        ROMAN,
        DECIMAL,
        LETTER,
        COUNTED,
        DASH,
        PLUS,
        NONE
    }

    public static final Label NONE = new Label(Kind.NONE, "", 0);

    private static final Pattern PATTERN = Pattern.compile("(?:[-–—−]\\s*(?=(?:[a-zđ]|\\d{1,2})\\)))?(?:"
        + "(?:PHẦN|Phần)\\s+(?:thứ\\s+)?(?<part>[IVXLivxl\\d]+|\\p{L}{2,6})\\s*[.:]?(?=\\s|$)"
        + "|(?<roman>[IVX]{1,6})\\s?(?:[./)](?![\\p{L}\\d]\\.)\\s*|[-–]\\s+)(?=\\S)"
        + "|(?<capital>[A-HKĐ])\\s?[./)]\\s+(?=\\S)"
        + "|(?<deep>\\d{1,2}(?:\\.\\d{1,2}){1,4})(?:[.)]\\s*(?=[\\p{L}\"“])|[.)]\\s+(?=\\d)|\\s+(?=\\p{Lu}))"
        + "|(?<decimal>\\d{1,2})\\s?(?:[./](?!\\p{Lu}[\\p{L}\\d]*[-/])(?:\\s+|(?=\\p{Lu}))(?=[\\p{L}\"“(\\d])|(?<=\\d)[-–]\\s+(?=[\\p{Lu}\\d])|[-–]\\s+(?=\\p{Lu}))"
        + "|\\(?(?<counted>\\d{1,2})\\)\\s*(?=\\S)|\\(?(?<letter>[a-zđ])\\)\\s*(?=\\S)"
        + "|(?<point>[a-zđ])\\.\\s+(?=\\p{Lu})|(?<plus>\\+)\\s*(?=\\S)|(?<dash>[-–—−•▪●*·])\\s*(?=\\S))");

    private static final Pattern ALONE =
            Pattern.compile("(?:[IVX]{1,6}|[A-HKĐ]|\\d{1,2}(?:\\.\\d{1,2}){0,4})[./)]|\\(?(?:[a-zđ]|\\d{1,2})\\)");
    private static final int LONGEST_ALONE = 15;

    /** Whether the text is a label whose words stand on the next line. */
    public static boolean isAlone(String text) {
        return text.length() <= LONGEST_ALONE && ALONE.matcher(text.strip()).matches();
    }

    /** The label at the beginning of the text; {@link #NONE} where there is none. */
    public static Label of(String text) {
        if (beginsWithWord(text)) {
            return NONE;
        }
        Matcher match = PATTERN.matcher(text);
        if (!match.lookingAt()) {
            return NONE;
        }
        int length = match.end();
        if (match.group("part") != null) {
            return new Label(Kind.PART, match.group("part"), length);
        }
        if (match.group("roman") != null) {
            return new Label(Kind.ROMAN, match.group("roman"), length);
        }
        if (match.group("capital") != null) {
            return new Label(Kind.CAPITAL, match.group("capital"), length);
        }
        if (match.group("deep") != null) {
            return new Label(Kind.DECIMAL, match.group("deep"), length);
        }
        if (match.group("decimal") != null) {
            return new Label(Kind.DECIMAL, match.group("decimal"), length);
        }
        if (match.group("counted") != null) {
            return new Label(Kind.COUNTED, match.group("counted"), length);
        }
        String letter = match.group("letter") != null ? match.group("letter") : match.group("point");
        if (letter != null) {
            return new Label(Kind.LETTER, letter, length);
        }
        return new Label(match.group("plus") != null ? Kind.PLUS : Kind.DASH, "", length);
    }

    /** Whether two letters stand first, as they do in most lines, and not those of "Phần" or of a Roman number. */
    private static boolean beginsWithWord(String text) {
        return text.length() > 1
                && Character.isLetter(text.charAt(0))
                && Character.isLetter(text.charAt(1))
                && "PIVX".indexOf(text.charAt(0)) < 0;
    }

    /** Place in the order of nesting; smaller is wider. */
    int rank() {
        int depth = kind == Kind.DECIMAL ? text.split("\\.", -1).length : 0;
        return kind.ordinal() * 10 + depth;
    }

    public boolean isPresent() {
        return kind != Kind.NONE;
    }

    /** The last number of a decimal label: 3 of "2.3"; the label itself for others. */
    public String last() {
        return text.substring(text.lastIndexOf('.') + 1);
    }
}
