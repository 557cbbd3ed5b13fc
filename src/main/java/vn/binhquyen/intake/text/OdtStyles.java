package vn.binhquyen.intake.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.binhquyen.intake.DocumentText.Mark;

/** What the styles of an .odt say about bold, italic and centred, each style after the one that it is based on. */
final class OdtStyles {

    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Element> styles = new HashMap<>();

    private OdtStyles() {}

    static OdtStyles of(Element... roots) {
        var all = new OdtStyles();
        for (Element root : roots) {
            descendants(root, "style:style").forEach(style -> all.styles.put(style.getAttribute("style:name"), style));
        }
        return all;
    }

    Set<Mark> marks(String style, Set<Mark> around) {
        var marks = EnumSet.noneOf(Mark.class);
        marks.addAll(around);
        for (Element one : chain(style)) {
            Element looks = child(one, "style:text-properties");
            if (looks != null) {
                set(marks, Mark.BOLD, looks.getAttribute("fo:font-weight"), "bold|[6-9]00");
                set(marks, Mark.ITALIC, looks.getAttribute("fo:font-style"), "italic|oblique");
                set(marks, Mark.RAISED_OR_LOWERED, looks.getAttribute("style:text-position"), "(?:su|-?[1-9]).*");
            }
        }
        return marks;
    }

    boolean isCentred(String style) {
        boolean centred = false;
        for (Element one : chain(style)) {
            Element looks = child(one, "style:paragraph-properties");
            if (looks != null && looks.hasAttribute("fo:text-align")) {
                centred = looks.getAttribute("fo:text-align").equals("center");
            }
        }
        return centred;
    }

    private static void set(Set<Mark> marks, Mark mark, String value, String on) {
        if (value.matches(on)) {
            marks.add(mark);
        } else if (!value.isEmpty()) {
            marks.remove(mark);
        }
    }

    /** The most general style first. */
    private List<Element> chain(String name) {
        var chain = new ArrayList<Element>();
        Element style = styles.get(name);
        while (style != null && chain.size() < LONGEST_CHAIN) {
            chain.addFirst(style);
            style = styles.get(style.getAttribute("style:parent-style-name"));
        }
        return chain;
    }

    static @Nullable Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    /** Elements of that name inside the parent, but not inside one another. */
    static List<Element> descendants(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (element.getTagName().equals(name)) {
                    found.add(element);
                } else {
                    found.addAll(descendants(element, name));
                }
            }
        }
        return found;
    }
}
