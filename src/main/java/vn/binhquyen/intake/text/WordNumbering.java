package vn.binhquyen.intake.text;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;

/**
 * Counts the automatic numbers of a Word file as Word does: lists that share a definition share their counters, a level
 * restarts after any level above it, and an override restarts a list once.
 */
final class WordNumbering {

    private static final int LEVELS = 9;
    private static final Pattern PLACEHOLDER = Pattern.compile("%([1-9])");

    private final XWPFDocument document;
    private final @Nullable XWPFNumbering numbering;
    private final Map<BigInteger, int[]> counters = new HashMap<>();
    private final Set<BigInteger> begun = new HashSet<>();

    private record Position(BigInteger list, int level) {}

    WordNumbering(XWPFDocument document) {
        this.document = document;
        this.numbering = document.getNumbering();
    }

    /** The number or bullet of the paragraph with a space after it; empty where it has none. */
    String label(XWPFParagraph paragraph) {
        Position position = position(paragraph);
        if (position == null || numbering == null || position.list().signum() == 0) {
            return "";
        }
        XWPFNum list = numbering.getNum(position.list());
        if (list == null || list.getCTNum().getAbstractNumId() == null) {
            return "";
        }
        BigInteger definition = list.getCTNum().getAbstractNumId().getVal();
        CTLvl level = level(list, definition, position.level());
        if (level == null) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(definition, id -> new int[LEVELS]);
        restart(list, counts);
        count(list, definition, counts, position.level());
        String text = text(list, definition, level, counts);
        return text.isEmpty() ? "" : text + " ";
    }

    private void restart(XWPFNum list, int[] counts) {
        if (!begun.add(list.getCTNum().getNumId())) {
            return;
        }
        for (var override : list.getCTNum().getLvlOverrideList()) {
            if (override.isSetStartOverride()) {
                counts[override.getIlvl().intValue()] = 0;
            }
        }
    }

    private void count(XWPFNum list, BigInteger definition, int[] counts, int at) {
        for (int above = 0; above < at; above++) {
            if (counts[above] == 0) {
                counts[above] = start(list, definition, above);
            }
        }
        counts[at] = counts[at] == 0 ? start(list, definition, at) : counts[at] + 1;
        for (int below = at + 1; below < LEVELS; below++) {
            counts[below] = 0;
        }
    }

    private int start(XWPFNum list, BigInteger definition, int at) {
        for (var override : list.getCTNum().getLvlOverrideList()) {
            if (override.getIlvl().intValue() == at && override.isSetStartOverride()) {
                return override.getStartOverride().getVal().intValue();
            }
        }
        CTLvl level = level(list, definition, at);
        return level != null && level.isSetStart() ? level.getStart().getVal().intValue() : 1;
    }

    private String text(XWPFNum list, BigInteger definition, CTLvl level, int[] counts) {
        String pattern = level.isSetLvlText() && level.getLvlText().getVal() != null
                ? level.getLvlText().getVal()
                : "";
        String format = format(level);
        if (format.equals("bullet")) {
            return pattern.strip().equals("+") ? "+" : "-";
        }
        if (format.equals("none")) {
            return "";
        }
        Matcher placeholder = PLACEHOLDER.matcher(pattern);
        return placeholder
                .replaceAll(match -> {
                    int at = Integer.parseInt(match.group(1)) - 1;
                    CTLvl named = level(list, definition, at);
                    boolean legal = level.isSetIsLgl();
                    String own = named == null || legal ? "decimal" : format(named);
                    return Matcher.quoteReplacement(number(Math.max(1, counts[at]), own));
                })
                .strip();
    }

    private @Nullable CTLvl level(XWPFNum list, BigInteger definition, int at) {
        for (var override : list.getCTNum().getLvlOverrideList()) {
            if (override.getIlvl().intValue() == at && override.isSetLvl()) {
                return override.getLvl();
            }
        }
        var lists = numbering == null ? null : numbering.getAbstractNum(definition);
        if (lists == null) {
            return null;
        }
        for (CTLvl level : lists.getCTAbstractNum().getLvlList()) {
            if (level.getIlvl().intValue() == at) {
                return level;
            }
        }
        return null;
    }

    private @Nullable Position position(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().getPPr();
        CTNumPr own = properties == null ? null : properties.getNumPr();
        String styleId = paragraph.getStyle();
        var seen = new HashSet<String>();
        BigInteger list =
                own == null || own.getNumId() == null ? null : own.getNumId().getVal();
        BigInteger level =
                own == null || own.getIlvl() == null ? null : own.getIlvl().getVal();
        while (list == null && styleId != null && document.getStyles() != null && seen.add(styleId)) {
            XWPFStyle style = document.getStyles().getStyle(styleId);
            if (style == null) {
                break;
            }
            var styled = style.getCTStyle().getPPr() == null
                    ? null
                    : style.getCTStyle().getPPr().getNumPr();
            if (styled != null && styled.getNumId() != null) {
                list = styled.getNumId().getVal();
                level = level == null && styled.getIlvl() != null
                        ? styled.getIlvl().getVal()
                        : level;
            }
            styleId = style.getBasisStyleID();
        }
        return list == null ? null : new Position(list, level == null ? 0 : Math.min(level.intValue(), LEVELS - 1));
    }

    private static String format(CTLvl level) {
        return level.isSetNumFmt() ? level.getNumFmt().getVal().toString() : "decimal";
    }

    static String number(int count, String format) {
        return switch (format) {
            case "upperRoman" -> roman(count);
            case "lowerRoman" -> roman(count).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(count);
            case "lowerLetter" -> letters(count).toLowerCase(Locale.ROOT);
            case "decimalZero" -> count < 10 ? "0" + count : String.valueOf(count);
            default -> String.valueOf(count);
        };
    }

    /** A, B … Z, AA, BB …, as Word counts. */
    private static String letters(int count) {
        String letter = String.valueOf((char) ('A' + (count - 1) % 26));
        return letter.repeat((count - 1) / 26 + 1);
    }

    private static String roman(int count) {
        int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var text = new StringBuilder();
        int rest = count;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                text.append(signs[i]);
                rest -= values[i];
            }
        }
        return text.toString();
    }
}
