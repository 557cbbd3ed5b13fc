package vn.binhquyen.publishing;

import org.springframework.stereotype.Service;

/** The door of this room: official documents as files. */
@Service
public class Documents {

    /** A Word file (2013 and later), ready to be worked on in the office. */
    public byte[] docx(OfficialDocument document) {
        return DocxRenderer.render(document);
    }

    /** A tagged PDF/A-2 file with its fonts, in which text can be searched and copied. */
    public byte[] pdf(OfficialDocument document) {
        return PdfRenderer.render(document);
    }
}
