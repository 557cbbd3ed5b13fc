package vn.binhquyen.intake.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Counts the automatic numbers of a Word file as Word does: lists that share a definition share their counters, a level
 * restarts after any level above it, and an override restarts a list once.
 */
final class WordNumbering {

    private static final int LEVELS = 9;

    /** The number by which a paragraph leaves the list of its style. */
    private static final int NONE = 0;

    private static final Pattern PLACEHOLDER = Pattern.compile("%([1-9])");

    private final WordStyles styles;
    private final Map<Integer, Element> definitions = new HashMap<>();
    private final Map<Integer, ListOf> lists = new HashMap<>();
    private final Map<Integer, int[]> counters = new HashMap<>();
    private final Set<Integer> begun = new HashSet<>();

    private record Position(int list, int level) {}

    /** A list of the file. @param overrides what it sets otherwise than its definition, by level */
    private record ListOf(int definition, List<Element> overrides) {}

    WordNumbering(@Nullable Element root, WordStyles styles) {
        this.styles = styles;
        for (Element definition : WordXml.children(root, "abstractNum")) {
            definitions.putIfAbsent(attribute(definition, "abstractNumId"), definition);
        }
        for (Element list : WordXml.children(root, "num")) {
            Integer definition = WordXml.number(list, "abstractNumId");
            if (definition != null) {
                lists.putIfAbsent(
                        attribute(list, "numId"), new ListOf(definition, WordXml.children(list, "lvlOverride")));
            }
        }
    }

    /** The number or bullet of a paragraph with these properties; empty where it has none. */
    String label(@Nullable Element properties) {
        Position position = position(properties);
        if (position == null) {
            return "";
        }
        ListOf list = lists.get(position.list());
        Element level = list == null ? null : level(list, position.level());
        if (list == null || level == null) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(list.definition(), id -> new int[LEVELS]);
        if (begun.add(position.list())) {
            restart(list, counts);
        }
        count(list, counts, position.level());
        return text(list, level, counts);
    }

    private static void restart(ListOf list, int[] counts) {
        for (Element override : list.overrides()) {
            if (WordXml.child(override, "startOverride") != null) {
                counts[attribute(override, "ilvl")] = 0;
            }
        }
    }

    private void count(ListOf list, int[] counts, int at) {
        for (int above = 0; above < at; above++) {
            if (counts[above] == 0) {
                counts[above] = start(list, above);
            }
        }
        counts[at] = counts[at] == 0 ? start(list, at) : counts[at] + 1;
        for (int below = at + 1; below < LEVELS; below++) {
            counts[below] = 0;
        }
    }

    private int start(ListOf list, int at) {
        Integer start = WordXml.number(at(list.overrides(), at, "startOverride"), "startOverride");
        if (start == null) {
            start = WordXml.number(level(list, at), "start");
        }
        return start == null ? 1 : start;
    }

    private String text(ListOf list, Element level, int[] counts) {
        String text = WordXml.value(level, "lvlText");
        String pattern = text == null ? "" : text;
        return switch (format(level)) {
            case "bullet" -> pattern.strip().equals("+") ? "+" : "-";
            case "none" -> "";
            default ->
                PLACEHOLDER
                        .matcher(pattern)
                        .replaceAll(match -> {
                            int at = Integer.parseInt(match.group(1)) - 1;
                            Element named = level(list, at);
                            boolean legal = WordXml.child(level, "isLgl") != null;
                            return number(Math.max(1, counts[at]), named == null || legal ? "decimal" : format(named));
                        })
                        .strip();
        };
    }

    private @Nullable Element level(ListOf list, int at) {
        Element own = WordXml.child(at(list.overrides(), at, "lvl"), "lvl");
        return own == null ? at(WordXml.children(definitions.get(list.definition()), "lvl"), at, "") : own;
    }

    /** The first of that level which holds a child of that name, if one is asked for. */
    private static @Nullable Element at(List<Element> levels, int at, String holding) {
        for (Element level : levels) {
            if (attribute(level, "ilvl") == at && (holding.isEmpty() || WordXml.child(level, holding) != null)) {
                return level;
            }
        }
        return null;
    }

    private @Nullable Position position(@Nullable Element properties) {
        Element own = WordXml.child(properties, "numPr");
        Integer list = WordXml.number(own, "numId");
        Integer level = WordXml.number(own, "ilvl");
        var seen = new HashSet<String>();
        String id = WordXml.value(properties, "pStyle");
        Element style = styles.find(id);
        while (list == null && style != null && seen.add(id)) {
            Element styled = WordXml.child(WordXml.child(style, "pPr"), "numPr");
            list = WordXml.number(styled, "numId");
            level = level == null && list != null ? WordXml.number(styled, "ilvl") : level;
            id = WordXml.value(style, "basedOn");
            style = styles.find(id);
        }
        return list == null || list == NONE
                ? null
                : new Position(list, level == null ? 0 : Math.min(level, LEVELS - 1));
    }

    private static String format(Element level) {
        String format = WordXml.value(level, "numFmt");
        return format == null ? "decimal" : format;
    }

    private static int attribute(Element element, String name) {
        return Integer.parseInt(String.valueOf(WordXml.attribute(element, name)));
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
