package vn.binhquyen.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes the body of a Word file plain before it is read: as it stands when all tracked changes are accepted, content
 * controls opened, and text boxes laid out as paragraphs after the one they hang on.
 */
final class WordMarkup {

    private static final Set<String> GONE = Set.of(
            "del",
            "moveFrom",
            "footnoteReference",
            "endnoteReference",
            "annotationRef",
            "mc:Fallback",
            "delText",
            "delInstrText",
            "sdtPr",
            "sdtEndPr",
            "customXmlPr");
    private static final Set<String> OPENED =
            Set.of("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple");

    private static final Set<String> PROPERTIES = Set.of("rPr", "trPr", "numPr", "pPr");

    private WordMarkup() {}

    static void simplify(@Nullable Element root) {
        if (root == null) {
            return;
        }
        var marked = new ArrayList<Element>();
        gather(root, marked);
        marked.stream().filter(element -> is(element, "del")).forEach(WordMarkup::delete);
        marked.stream().filter(element -> is(element, "txbxContent")).forEach(WordMarkup::layOut);
        for (Element element : marked) {
            Node parent = element.getParentNode();
            if (parent == null || PROPERTIES.contains(WordXml.name(parent))) {
                continue;
            }
            if (OPENED.contains(WordXml.name(element))) {
                for (Node child : children(element)) {
                    parent.insertBefore(child, element);
                }
                parent.removeChild(element);
            } else if (GONE.contains(WordXml.name(element))) {
                parent.removeChild(element);
            }
        }
    }

    /** All that may have to be changed, in the order of the document; most documents hold nothing of it. */
    private static void gather(Element parent, List<Element> marked) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                String name = WordXml.name(element);
                if (GONE.contains(name) || OPENED.contains(name) || name.equals("txbxContent")) {
                    marked.add(element);
                }
                gather(element, marked);
            }
        }
    }

    /** A deletion among the properties is that of a row, or of a paragraph's end. */
    private static void delete(Element mark) {
        Node properties = mark.getParentNode();
        Element row = ancestor(mark, "tr");
        Element paragraph = ancestor(mark, "p");
        if (is(properties, "trPr") && row != null) {
            row.getParentNode().removeChild(row);
        } else if ((is(properties, "trPr") || is(properties, "rPr"))
                && paragraph != null
                && isMarkOf(paragraph, mark)) {
            takeNext(paragraph);
        }
    }

    private static void layOut(Element box) {
        Element paragraph = ancestor(box, "p");
        if (paragraph != null && ancestor(box, "mc:Fallback") == null) {
            Node after = paragraph.getNextSibling();
            for (Node block : children(box)) {
                paragraph.getParentNode().insertBefore(block, after);
            }
        }
    }

    /** Whether the deletion is that of the paragraph's own end. */
    private static boolean isMarkOf(Element paragraph, Element mark) {
        Node looks = mark.getParentNode().getParentNode();
        return is(looks, "pPr") && looks.getParentNode() == paragraph;
    }

    /** The end of the paragraph is deleted, so the next goes on in it. */
    private static void takeNext(Element paragraph) {
        Node next = paragraph.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        if (next instanceof Element following && is(following, "p")) {
            for (Node child : children(following)) {
                if (!is(child, "pPr")) {
                    paragraph.appendChild(child);
                }
            }
            following.getParentNode().removeChild(following);
        }
    }

    private static boolean is(@Nullable Node node, String name) {
        return node != null && WordXml.name(node).equals(name);
    }

    private static List<Node> children(Element element) {
        var children = new ArrayList<Node>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            children.add(node);
        }
        return children;
    }

    private static @Nullable Element ancestor(Node node, String name) {
        Node above = node.getParentNode();
        while (above != null && !is(above, name)) {
            above = above.getParentNode();
        }
        return (Element) above;
    }
}
