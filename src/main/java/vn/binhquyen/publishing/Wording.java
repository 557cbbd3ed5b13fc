package vn.binhquyen.publishing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The fixed phrases of a document and how given words are fitted into them (Decree 30/2020/NĐ-CP, Appendix I.II). */
final class Wording {
    static final String LANGUAGE = "vi-VN";
    static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    static final String BLANK = "…";
    static final String END = "./.";

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}&&[^\\n]]+");
    private static final Pattern CLOSING_MARKS = Pattern.compile("(?:\\./\\.|[.;,\\s])+$");
    private static final Pattern COUNCIL_OF_A_PLACE =
            Pattern.compile("^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (?=\\S)");

    private Wording() {}

    /** On one line and without blanks at both ends. */
    static String clean(String text) {
        return composed(text).replace('\n', ' ').strip();
    }

    /** Composed letters (NFC) and no control characters, which neither format can hold; line breaks are kept. */
    static String composed(String text) {
        String composed = LINE_BREAK
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("\n");
        return NOT_PRINTABLE.matcher(composed).replaceAll(" ");
    }

    static String capitals(String text) {
        return clean(text).toUpperCase(VIETNAMESE);
    }

    static String withoutClosingMark(String text) {
        return CLOSING_MARKS.matcher(text).replaceFirst("");
    }

    /** In capitals, the name of the place on a line of its own: "ỦY BAN NHÂN DÂN", "XÃ …". */
    static List<String> agency(String name) {
        return composed(name)
                .strip()
                .lines()
                .map(Wording::capitals)
                .flatMap(line ->
                        COUNCIL_OF_A_PLACE.matcher(line).replaceFirst("$1\n").lines())
                .toList();
    }

    /** "05/KH-UBND"; a number below 10 takes a zero, a missing one is a blank. */
    static String number(OfficialDocument document) {
        Integer number = document.number();
        return (number == null ? BLANK : "%02d".formatted(number)) + "/" + clean(document.symbol());
    }

    static String placeAndDate(OfficialDocument document) {
        return clean(document.place()) + ", " + document.date().inWords();
    }

    static String title(OfficialDocument document) {
        String subject = withoutClosingMark(clean(document.subject()));
        return document.type().titled() ? document.type().vietnameseName() + " " + subject : subject;
    }

    /** Each with its closing mark: ";" and, at the last, ".". */
    static List<String> closed(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> withoutClosingMark(clean(lines.get(i))) + (i == lines.size() - 1 ? "." : ";"))
                .toList();
    }

    static String recipient(Recipient recipient) {
        String name = withoutClosingMark(clean(recipient.name()));
        @Nullable String purpose = recipient.purpose();
        return "- " + name + (purpose == null ? ";" : " (" + clean(purpose) + ");");
    }

    static String archive(OfficialDocument document) {
        return "- Lưu: " + withoutClosingMark(clean(document.archive())) + ".";
    }

    /** "Phụ lục" where there is one, "Phụ lục I", "Phụ lục II"… where there are more. */
    static String annex(int index, int count) {
        return count == 1 ? "Phụ lục" : "Phụ lục " + roman(index + 1);
    }

    static String attachedTo(OfficialDocument document) {
        return "(Kèm theo %s số %s %s của %s)"
                .formatted(
                        document.type().vietnameseName(),
                        number(document),
                        document.date().inWords(),
                        clean(document.agency()));
    }

    static String roman(int number) {
        String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("Annexes are numbered from 1 to 99, not " + number);
        }
        return tens[number / 10] + ones[number % 10];
    }
}
