package vn.binhquyen.intake.text;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.intake.text.page.Page;
import vn.binhquyen.intake.text.page.PageLines;

/** Reads the text layer of a PDF, or its pictures where it has none. Scripts, forms and attachments in it are never looked at. */
final class PdfReader {

    private static final int MOST_PAGES = 400;

    private PdfReader() {}

    static DocumentText read(byte[] content) throws CannotRead {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new CannotRead(Reason.TOO_LARGE);
            }
            List<Page> pages = PdfWords.of(document);
            if (Scans.isScan(pages) && hasPicture(document)) {
                return Scans.pages(document);
            }
            return new DocumentText(DocumentText.Format.PDF, PageLines.of(pages));
        } catch (InvalidPasswordException e) {
            throw new CannotRead(Reason.PROTECTED, e);
        } catch (IOException | RuntimeException e) {
            throw new CannotRead(Reason.UNREADABLE, e);
        }
    }

    private static boolean hasPicture(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources() == null
                    ? List.<COSName>of()
                    : page.getResources().getXObjectNames()) {
                if (page.getResources().isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
