package vn.binhquyen.intake.text;

import java.util.Arrays;
import java.util.Locale;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Reading.Reason;

/** Chooses the reader for a file by its content first and its name second, since names lie. */
public final class TextReaders {

    /** The largest file that is read: 20 MB, far above any plan. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int MOST_LINES = 50_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TextReaders() {}

    public static DocumentText read(String fileName, byte[] content) throws CannotRead {
        if (content.length > LARGEST) {
            throw new CannotRead(Reason.TOO_LARGE);
        }
        if (content.length == 0) {
            throw new CannotRead(Reason.EMPTY);
        }
        DocumentText text = choose(fileName, content);
        if (text.lines().size() > MOST_LINES) {
            throw new CannotRead(Reason.TOO_LARGE);
        }
        if (text.lines().stream().allMatch(DocumentText.Line::isBlank)) {
            throw new CannotRead(Reason.EMPTY);
        }
        return text;
    }

    private static DocumentText choose(String fileName, byte[] content) throws CannotRead {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (startsWith(content, OLE)) {
            throw new CannotRead(WordReader.isProtected(content) ? Reason.PROTECTED : Reason.UNSUPPORTED);
        }
        if (startsWith(content, PDF)) {
            return PdfReader.read(content);
        }
        if (startsWith(content, ZIP)) {
            if (!name.endsWith(".docx")) {
                throw new CannotRead(Reason.UNSUPPORTED);
            }
            return WordReader.read(content);
        }
        if (name.endsWith(".docx")) {
            throw new CannotRead(Reason.UNREADABLE);
        }
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return MarkdownReader.read(PlainTextReader.decode(content));
        }
        if (name.endsWith(".txt")) {
            return PlainTextReader.read(PlainTextReader.decode(content));
        }
        throw new CannotRead(Reason.UNSUPPORTED);
    }

    private static boolean startsWith(byte[] content, byte[] signature) {
        return content.length >= signature.length
                && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }
}
