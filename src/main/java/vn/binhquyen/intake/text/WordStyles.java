package vn.binhquyen.intake.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What the styles of a Word file say about a paragraph or a run, where that itself is silent. */
final class WordStyles {

    private final Map<String, Element> styles = new HashMap<>();

    WordStyles(@Nullable Element root) {
        for (Element style : WordXml.children(root, "style")) {
            String id = WordXml.attribute(style, "styleId");
            if (id != null) {
                styles.putIfAbsent(id, style);
            }
        }
    }

    @Nullable
    Element find(@Nullable String id) {
        return id == null ? null : styles.get(id);
    }

    @Nullable
    String name(@Nullable String id) {
        return WordXml.value(find(id), "name");
    }

    /** Whether the nearest style in the chain that says anything about it says bold. */
    boolean isBold(@Nullable String id) {
        var seen = new HashSet<String>();
        String next = id;
        Element style = find(next);
        while (style != null && seen.add(next)) {
            Element looks = WordXml.child(style, "rPr");
            if (WordXml.child(looks, "b") != null) {
                return WordXml.isOn(looks, "b");
            }
            next = WordXml.value(style, "basedOn");
            style = find(next);
        }
        return false;
    }
}
