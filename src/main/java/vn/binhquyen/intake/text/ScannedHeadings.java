package vn.binhquyen.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Mends the headings of a scan, from which all structure is read. Roman numbers are misread most, strokes without letters
 * around them ("HH." for "III.", "[." for "I."): parts follow one another, so a label of such strokes that is no number
 * is the next one. And accents of capitals are lost ("CHỈ TIỂU"): headings are made of few phrases, which are known.
 */
final class ScannedHeadings {
    private static final Pattern PART =
            Pattern.compile("(?<strokes>[IVXLlTH1|\\[\\]!]{1,6})(?:[.,]\\s*|(?<=[IVX]L)\\s+)(?=\\p{Lu})");
    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV");
    private static final List<String> PHRASES = List.of(
            "KẾ HOẠCH",
            "MỤC ĐÍCH",
            "YÊU CẦU",
            "MỤC TIÊU",
            "CHỈ TIÊU",
            "NHIỆM VỤ",
            "GIẢI PHÁP",
            "NỘI DUNG",
            "KINH PHÍ",
            "TỔ CHỨC THỰC HIỆN",
            "CHẾ ĐỘ BÁO CÁO",
            "PHÂN CÔNG");

    private int last = -1;

    private ScannedHeadings() {}

    static List<Line> mend(List<Line> lines) {
        var headings = new ScannedHeadings();
        var mended = new ArrayList<Line>();
        for (Line line : lines) {
            boolean plain = line.cell() == null && line.spans().isEmpty();
            mended.add(plain ? with(line, phrases(headings.label(line.text()))) : line);
        }
        return mended;
    }

    private String label(String text) {
        Matcher part = PART.matcher(text);
        if (!part.lookingAt()) {
            return text;
        }
        String strokes = part.group("strokes");
        int number = ROMAN.indexOf(strokes);
        if (number >= 0) {
            last = number;
            return text;
        }
        if (strokes.chars().allMatch(Character::isDigit) || last + 1 >= ROMAN.size()) {
            return text;
        }
        last++;
        return ROMAN.get(last) + ". " + text.substring(part.end());
    }

    private static String phrases(String text) {
        String folded = VietnameseText.fold(text);
        if (text.chars().anyMatch(Character::isLowerCase)) {
            return text;
        }
        var mended = new StringBuilder(text);
        for (String phrase : PHRASES) {
            int at = folded.indexOf(VietnameseText.fold(phrase));
            if (at >= 0) {
                mended.replace(at, at + phrase.length(), phrase);
            }
        }
        return mended.toString();
    }

    private static Line with(Line line, String text) {
        return new Line(
                line.number(),
                text,
                line.heading(),
                line.centred(),
                line.autoLabel(),
                line.spans(),
                line.cell(),
                line.page());
    }
}
