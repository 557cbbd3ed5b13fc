package vn.binhquyen.intake.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses XML without document types and entities, and without a word in the log where it is broken. */
final class Xml {
    private Xml() {}

    static Document parse(byte[] xml) throws SAXException, IOException {
        var builder = XMLHelper.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder.parse(new ByteArrayInputStream(xml));
    }
}
