package vn.binhquyen.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares the names of bodies and places as a reader would: abbreviations, dashes, case and tone places don't matter. */
public final class Names {

    private static final Map<String, String> LONG_FORMS = longForms();
    private static final Pattern ABBREVIATION = Pattern.compile("(?<![\\p{L}\\d])(?:"
            + LONG_FORMS.keySet().stream().map(form -> "(" + form + ")").collect(Collectors.joining("|"))
            + ")(?![\\p{L}\\d])");
    private static final List<String> WRITTEN_OUT = List.copyOf(LONG_FORMS.values());

    /** For each first letter of an abbreviation those that stand second. */
    private static final Map<Character, String> BEGINNINGS = LONG_FORMS.keySet().stream()
            .flatMap(forms -> Stream.of(forms.split("\\|")))
            .collect(
                    Collectors.toUnmodifiableMap(form -> form.charAt(0), form -> form.substring(1, 2), String::concat));

    private static final String[] SECOND = IntStream.range(0, 128)
            .mapToObj(letter -> BEGINNINGS.getOrDefault((char) letter, ""))
            .toArray(String[]::new);

    private static final String PUNCTUATION = "-–—−‐‑/.,;:()\"“”'’*";

    private Names() {}

    /** The form in which two spellings of one name meet: lower case, abbreviations written out, no punctuation. */
    public static String normalise(String name) {
        String text = VietnameseText.unifyTones(VietnameseText.lower(VietnameseText.normalise(name)));
        String words = VietnameseText.squeeze(withoutPunctuation(text));
        var abbreviations = new Occurrences(ABBREVIATION, words, at -> mayAbbreviate(words, at));
        StringBuilder full = null;
        int copied = 0;
        while (abbreviations.find()) {
            full = full == null ? new StringBuilder() : full;
            MatchResult abbreviation = abbreviations.match();
            full.append(words, copied, abbreviation.start()).append(writtenOut(abbreviation));
            copied = abbreviation.end();
        }
        return full == null ? words : full.append(words, copied, words.length()).toString();
    }

    private static String withoutPunctuation(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char letter = letters[i];
            boolean plain = (letter >= 'a' && letter <= 'z') || letter == ' ' || (letter >= 128 && letter < '\u2000');
            if (!plain && PUNCTUATION.indexOf(letter) >= 0) {
                letters[i] = ' ';
            }
        }
        return new String(letters);
    }

    /** Whether a word begins there as an abbreviation does, with two letters that few words begin with. */
    private static boolean mayAbbreviate(String text, int at) {
        String second = second(text.charAt(at));
        return !second.isEmpty()
                && at + 1 < text.length()
                && second.indexOf(text.charAt(at + 1)) >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static String second(char first) {
        return first < SECOND.length ? SECOND[first] : BEGINNINGS.getOrDefault(first, "");
    }

    private static String writtenOut(MatchResult abbreviation) {
        for (int form = 1; form <= abbreviation.groupCount(); form++) {
            if (abbreviation.group(form) != null) {
                return WRITTEN_OUT.get(form - 1);
            }
        }
        throw new IllegalStateException("no form matches " + abbreviation.group());
    }

    /** Whether the similarity is at least that; names of very different length need no closer look. */
    public static boolean areAlike(String one, String other, double atLeast) {
        return areAlikeNormalised(normalise(one), normalise(other), atLeast);
    }

    /** As {@link #areAlike}, of names that are normalised already. */
    public static boolean areAlikeNormalised(String a, String b, double atLeast) {
        int longer = Math.max(a.length(), b.length());
        int changed = Math.abs(a.length() - b.length());
        return similarity(changed, longer) >= atLeast && similarity(distance(a, b), longer) >= atLeast;
    }

    /** 1 for the same name, 0 for nothing in common: one less the share of characters to be changed. */
    public static double similarity(String one, String other) {
        String a = normalise(one);
        String b = normalise(other);
        return similarity(distance(a, b), Math.max(a.length(), b.length()));
    }

    private static double similarity(int changed, int longer) {
        return longer == 0 ? 1 : 1 - (double) changed / longer;
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        int[] current = new int[b.length() + 1];
        char[] letters = b.toCharArray();
        for (int i = 1; i <= a.length(); i++) {
            char letter = a.charAt(i - 1);
            current[0] = i;
            for (int j = 1; j <= letters.length; j++) {
                int replace = previous[j - 1] + (letter == letters[j - 1] ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] free = previous;
            previous = current;
            current = free;
        }
        return previous[b.length()];
    }

    private static Map<String, String> longForms() {
        var forms = new LinkedHashMap<String, String>();
        forms.put("ubmttq", "ủy ban mặt trận tổ quốc");
        forms.put("ubnd", "ủy ban nhân dân");
        forms.put("hđnd", "hội đồng nhân dân");
        forms.put("mttqvn", "mặt trận tổ quốc việt nam");
        forms.put("mttq", "mặt trận tổ quốc");
        forms.put("lđ ?tb ?& ?xh|lđ ?tb ?xh|lao động tb ?& ?xh", "lao động thương binh và xã hội");
        forms.put("lhpn", "liên hiệp phụ nữ");
        forms.put("đoàn tncs|đtncs", "đoàn thanh niên cộng sản");
        forms.put("hcm", "hồ chí minh");
        forms.put("vhxh|vh xh", "văn hóa xã hội");
        forms.put("gdđt|gd ?& ?đt", "giáo dục và đào tạo");
        forms.put("vhtt ?& ?dl|vhttdl", "văn hóa thể thao và du lịch");
        forms.put("tttt ?& ?dl|ttttdl", "thông tin thể thao và du lịch");
        forms.put("tt ?& ?tt|tttt", "thông tin và truyền thông");
        forms.put("ptth|pt th", "phát thanh truyền hình");
        forms.put("btt", "ban thường trực");
        forms.put("ttr", "thường trực");
        forms.put("pct", "phó chủ tịch");
        forms.put("cthđ", "chương trình hành động");
        forms.put("vstbpn|vstbcpn", "vì sự tiến bộ của phụ nữ");
        forms.put("ct xh", "chính trị xã hội");
        return forms;
    }
}
