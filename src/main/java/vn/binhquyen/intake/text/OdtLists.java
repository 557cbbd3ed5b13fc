package vn.binhquyen.intake.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes out the numbers that an .odt gives its lists. */
final class OdtLists {

    private static final int LEVELS = 10;
    private static final Pattern PLACEHOLDER = Pattern.compile("%(\\d{1,2})%");

    private final Map<String, Map<Integer, Element>> levels = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean fresh;

    private OdtLists() {}

    static OdtLists of(Element... roots) {
        var lists = new OdtLists();
        for (Element root : roots) {
            for (Element style : OdtStyles.descendants(root, "text:list-style")) {
                var own = new HashMap<Integer, Element>();
                for (Node node = style.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element level
                            && level.getAttribute("text:level").matches("\\d{1,2}")) {
                        own.put(Integer.parseInt(level.getAttribute("text:level")), level);
                    }
                }
                lists.levels.put(style.getAttribute("style:name"), own);
            }
        }
        return lists;
    }

    void open(Element list) {
        String style = list.getAttribute("text:style-name");
        if (style.isEmpty() && !open.isEmpty()) {
            style = open.peek();
        }
        boolean goesOn =
                list.getAttribute("text:continue-numbering").equals("true") || list.hasAttribute("text:continue-list");
        if (open.isEmpty() && !goesOn) {
            counts.remove(style);
        }
        open.push(style);
        fresh = false;
    }

    void close() {
        open.pop();
        fresh = false;
    }

    /** An item begins; its first paragraph bears the number. */
    void item() {
        fresh = true;
    }

    /** The number of the paragraph, or nothing. */
    String label() {
        if (open.isEmpty() || !fresh) {
            return "";
        }
        fresh = false;
        int level = Math.min(open.size(), LEVELS);
        var own = levels.getOrDefault(open.getFirst(), Map.of());
        int[] count = counts.computeIfAbsent(open.getFirst(), none -> new int[LEVELS + 1]);
        for (int above = 1; above < level; above++) {
            count[above] = count[above] == 0 ? start(own.get(above)) : count[above];
        }
        count[level] = count[level] == 0 ? start(own.get(level)) : count[level] + 1;
        java.util.Arrays.fill(count, level + 1, LEVELS + 1, 0);
        return text(own, level, count);
    }

    private static int start(@Nullable Element level) {
        String start = level == null ? "" : level.getAttribute("text:start-value");
        return start.matches("\\d{1,4}") ? Integer.parseInt(start) : 1;
    }

    private static String text(Map<Integer, Element> own, int level, int[] count) {
        Element style = own.get(level);
        if (style == null || style.getTagName().equals("text:list-level-style-bullet")) {
            boolean plus =
                    style != null && style.getAttribute("text:bullet-char").equals("+");
            return plus ? "+" : "-";
        }
        String pattern = style.getAttribute("loext:num-list-format");
        if (!pattern.isEmpty()) {
            Matcher placeholder = PLACEHOLDER.matcher(pattern);
            return placeholder
                    .replaceAll(match -> {
                        int at = Integer.parseInt(match.group(1));
                        return at <= LEVELS ? Matcher.quoteReplacement(number(own.get(at), count[at])) : "";
                    })
                    .strip();
        }
        String shown = style.getAttribute("text:display-levels");
        int from = shown.matches("\\d{1,2}") ? Math.max(1, level - Integer.parseInt(shown) + 1) : level;
        var numbers = new StringBuilder(style.getAttribute("style:num-prefix"));
        for (int at = from; at <= level; at++) {
            numbers.append(at > from ? "." : "").append(number(own.get(at), count[at]));
        }
        return numbers.append(style.getAttribute("style:num-suffix")).toString().strip();
    }

    private static String number(@Nullable Element level, int count) {
        return switch (level == null ? "1" : level.getAttribute("style:num-format")) {
            case "" -> "";
            case "I" -> WordNumbering.number(count, "upperRoman");
            case "i" -> WordNumbering.number(count, "lowerRoman");
            case "A" -> WordNumbering.number(count, "upperLetter");
            case "a" -> WordNumbering.number(count, "lowerLetter");
            default -> String.valueOf(count);
        };
    }
}
