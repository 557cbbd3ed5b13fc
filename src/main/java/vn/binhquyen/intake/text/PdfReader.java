package vn.binhquyen.intake.text;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.intake.text.page.PageLines;

/** Reads the text layer of a PDF. Scripts, forms and attachments in it are never looked at. */
final class PdfReader {

    private static final int MOST_PAGES = 400;

    private PdfReader() {}

    static DocumentText read(byte[] content) throws CannotRead {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new CannotRead(Reason.TOO_LARGE);
            }
            return new DocumentText(DocumentText.Format.PDF, PageLines.of(PdfWords.of(document)));
        } catch (InvalidPasswordException e) {
            throw new CannotRead(Reason.PROTECTED, e);
        } catch (IOException | RuntimeException e) {
            throw new CannotRead(Reason.UNREADABLE, e);
        }
    }
}
