package vn.binhquyen.intake.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Makes the body of a Word file plain before it is read: as it stands when all tracked changes are accepted, content
 * controls opened, and text boxes laid out as paragraphs after the one they hang on.
 */
final class WordMarkup {

    private static final Set<String> GONE = Set.of(
            "w:del",
            "w:moveFrom",
            "w:footnoteReference",
            "w:endnoteReference",
            "w:annotationRef",
            "mc:Fallback",
            "w:delText",
            "w:delInstrText",
            "w:sdtPr",
            "w:sdtEndPr",
            "w:customXmlPr");
    private static final Set<String> OPENED =
            Set.of("w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:fldSimple");

    private static final Set<String> PROPERTIES = Set.of("w:rPr", "w:trPr", "w:numPr", "w:pPr");

    private WordMarkup() {}

    static void simplify(OPCPackage file) throws IOException {
        PackagePart body = file.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT).stream()
                .findFirst()
                .orElse(null);
        if (body == null) {
            return;
        }
        try {
            byte[] markup;
            try (InputStream in = body.getInputStream()) {
                markup = in.readAllBytes();
            }
            if (isPlain(markup)) {
                return;
            }
            Document document = Xml.parse(new ByteArrayInputStream(markup));
            if (simplify(document.getDocumentElement())) {
                try (OutputStream out = body.getOutputStream()) {
                    XMLHelper.newTransformer().transform(new DOMSource(document), new StreamResult(out));
                }
            }
        } catch (SAXException | TransformerException e) {
            throw new IOException(e);
        }
    }

    /** Whether it names nothing that would be changed; a part in wide letters, or with a document type, is looked into. */
    private static boolean isPlain(byte[] markup) {
        String names = new String(markup, StandardCharsets.ISO_8859_1);
        return names.indexOf('\0') < 0
                && !names.contains("<!DOCTYPE")
                && !names.contains("w:txbxContent")
                && Stream.concat(GONE.stream(), OPENED.stream()).noneMatch(name -> names.contains("<" + name));
    }

    private static boolean simplify(Element root) {
        boolean changed = false;
        for (Element mark : all(root, "w:del")) {
            Element paragraph = ancestor(mark, "w:p");
            Element row = ancestor(mark, "w:tr");
            boolean inProperties = mark.getParentNode() instanceof Element parent
                    && (parent.getTagName().equals("w:rPr")
                            || parent.getTagName().equals("w:trPr"));
            if (inProperties && mark.getParentNode().getNodeName().equals("w:trPr") && row != null) {
                row.getParentNode().removeChild(row);
                changed = true;
            } else if (inProperties && paragraph != null && isMarkOf(paragraph, mark)) {
                takeNext(paragraph);
                changed = true;
            }
        }
        for (Element box : all(root, "w:txbxContent")) {
            Element paragraph = ancestor(box, "w:p");
            if (paragraph != null && ancestor(box, "mc:Fallback") == null) {
                Node after = paragraph.getNextSibling();
                for (Node block : children(box)) {
                    paragraph.getParentNode().insertBefore(block, after);
                }
                changed = true;
            }
        }
        for (Element element : all(root, "*")) {
            Node parent = element.getParentNode();
            boolean properties = parent != null && PROPERTIES.contains(parent.getNodeName());
            if (parent == null || properties) {
                continue;
            }
            if (GONE.contains(element.getTagName())) {
                parent.removeChild(element);
                changed = true;
            } else if (OPENED.contains(element.getTagName())) {
                for (Node child : children(element)) {
                    parent.insertBefore(child, element);
                }
                parent.removeChild(element);
                changed = true;
            }
        }
        return changed;
    }

    /** Whether the deletion is that of the paragraph's own end. */
    private static boolean isMarkOf(Element paragraph, Element mark) {
        Node run = mark.getParentNode();
        return run != null
                && run.getParentNode() != null
                && run.getParentNode().getNodeName().equals("w:pPr")
                && run.getParentNode().getParentNode() == paragraph;
    }

    /** The end of the paragraph is deleted, so the next goes on in it. */
    private static void takeNext(Element paragraph) {
        Node next = paragraph.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        if (next instanceof Element following && following.getTagName().equals("w:p")) {
            for (Node child : children(following)) {
                if (!child.getNodeName().equals("w:pPr")) {
                    paragraph.appendChild(child);
                }
            }
            following.getParentNode().removeChild(following);
        }
    }

    private static List<Element> all(Element root, String name) {
        var nodes = root.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
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
        while (above != null && !above.getNodeName().equals(name)) {
            above = above.getParentNode();
        }
        return (Element) above;
    }
}
