package vn.binhquyen.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The elements of a Word file by their bare names, whatever prefix the file gives them. */
final class WordXml {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Set<String> OFF = Set.of("0", "false", "off");

    private WordXml() {}

    /** "p", "tbl" …; the name with its prefix where it is none of Word's own. */
    static String name(Node node) {
        return NAMESPACE.equals(node.getNamespaceURI()) ? node.getLocalName() : node.getNodeName();
    }

    static List<Element> children(@Nullable Node parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(@Nullable Element parent, String name) {
        return children(parent).stream()
                .filter(element -> name(element).equals(name))
                .toList();
    }

    static @Nullable Element child(@Nullable Node parent, String name) {
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name(element).equals(name)) {
                return element;
            }
        }
        return null;
    }

    static @Nullable String attribute(@Nullable Element element, String name) {
        return element != null && element.hasAttributeNS(NAMESPACE, name)
                ? element.getAttributeNS(NAMESPACE, name)
                : null;
    }

    /** What the child of that name says; null where there is none or it says nothing. */
    static @Nullable String value(@Nullable Element parent, String name) {
        return attribute(child(parent, name), "val");
    }

    static @Nullable Integer number(@Nullable Element parent, String name) {
        String value = value(parent, name);
        return value == null ? null : Integer.valueOf(value);
    }

    static boolean isOn(@Nullable Element properties, String name) {
        Element property = child(properties, name);
        return property != null && !OFF.contains(String.valueOf(attribute(property, "val")));
    }
}
