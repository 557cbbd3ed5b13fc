package vn.binhquyen.intake.text;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Reading.Reason;

/** Chooses the reader for a file by its content first and its name second, since names lie. */
public final class TextReaders {

    /** The largest file that is read: 20 MB, far above any plan. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int MOST_LINES = 50_000;
    private static final int FEWEST_MARKED = 3;
    private static final Pattern EMPHASIS = Pattern.compile("(?m)^\\s*\\*\\*[\\p{L}\\d][^*]{1,200}\\*\\*");

    private TextReaders() {}

    public static DocumentText read(String fileName, byte[] content) throws CannotRead {
        if (content.length > LARGEST) {
            throw new CannotRead(Reason.TOO_LARGE);
        }
        if (content.length == 0) {
            throw new CannotRead(Reason.EMPTY);
        }
        DocumentText text;
        try {
            text = choose(extension(fileName), content);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new CannotRead(Reason.UNREADABLE, broken);
        }
        if (text.lines().size() > MOST_LINES) {
            throw new CannotRead(Reason.TOO_LARGE);
        }
        if (text.lines().stream().allMatch(DocumentText.Line::isBlank)) {
            throw new CannotRead(Reason.EMPTY);
        }
        return text;
    }

    private static DocumentText choose(String extension, byte[] content) throws CannotRead {
        FileKind kind = FileKind.of(content);
        return switch (kind) {
            case PDF -> PdfReader.read(content);
            case ZIP -> zip(content);
            case OLE -> OldWordReader.read(content);
            case HTML -> HtmlReader.read(content);
            case PNG, JPG, TIFF -> picture(kind, extension, content);
            case XML, TEXT -> text(kind, extension, content);
            default -> throw new CannotRead(isText(extension) ? Reason.DISGUISED : Reason.UNSUPPORTED, kind);
        };
    }

    private static DocumentText zip(byte[] content) throws CannotRead {
        Archive archive = Archive.open(content);
        if (archive.holds("word/document.xml")) {
            return WordReader.read(archive);
        }
        if (archive.holds("content.xml") && archive.text("mimetype").contains("opendocument.text")) {
            return OdtReader.read(archive);
        }
        boolean sheet =
                archive.holds("xl/workbook.xml") || archive.text("mimetype").contains("spreadsheet");
        boolean slides = archive.holds("ppt/presentation.xml")
                || archive.text("mimetype").contains("presentation");
        if (archive.holds("[Content_Types].xml") && !sheet && !slides) {
            throw new CannotRead(Reason.UNREADABLE);
        }
        throw new CannotRead(
                Reason.UNSUPPORTED, sheet ? FileKind.SPREADSHEET : slides ? FileKind.SLIDES : FileKind.ARCHIVE);
    }

    /** A picture that calls itself a document is a mistake of who sent it; one that says what it is, is a scan. */
    private static DocumentText picture(FileKind kind, String extension, byte[] content) throws CannotRead {
        if (isDocument(extension) || isText(extension)) {
            throw new CannotRead(Reason.DISGUISED, kind);
        }
        return Scans.picture(kind, content);
    }

    private static DocumentText text(FileKind kind, String extension, byte[] content) throws CannotRead {
        return switch (extension) {
            case "md", "markdown" -> MarkdownReader.read(PlainTextReader.decode(content));
            case "txt" -> plain(PlainTextReader.decode(content));
            case "html", "htm" -> HtmlReader.read(content);
            case "docx", "docm", "doc", "odt", "pdf" -> throw new CannotRead(Reason.UNREADABLE);
            default -> throw new CannotRead(Reason.UNSUPPORTED, kind);
        };
    }

    /** Text whose headings are set in asterisks is markdown, whatever its name says. */
    private static DocumentText plain(String text) {
        boolean marked = EMPHASIS.matcher(text).results().limit(FEWEST_MARKED).count() == FEWEST_MARKED;
        return marked ? MarkdownReader.read(text) : PlainTextReader.read(text);
    }

    private static boolean isText(String extension) {
        return extension.matches("txt|md|markdown|html?");
    }

    private static boolean isDocument(String extension) {
        return extension.matches("docx|docm|doc|odt|pdf");
    }

    private static String extension(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
