package vn.binhquyen.intake.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says; archives and containers are looked into by others. */
public enum FileKind {
    PDF,
    ZIP,
    OLE,
    RTF,
    PNG,
    JPG,
    TIFF,
    OTHER_PICTURE,
    PROGRAM,
    SOUND_OR_FILM,
    OTHER_ARCHIVE,
    XML,
    HTML,
    TEXT,
    SPREADSHEET,
    SLIDES,
    OLD_WORD,
    ARCHIVE;

    private static final int HEAD = 1024;

    static FileKind of(byte[] content) {
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        String start = head.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("ï»¿")) {
            start = start.substring(3).stripLeading();
        }
        if (head.indexOf("%PDF-") >= 0 && head.indexOf("%PDF-") < 64) {
            return PDF;
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE;
        }
        if (start.startsWith("{\\rtf")) {
            return RTF;
        }
        if (head.startsWith("\u0089PNG")) {
            return PNG;
        }
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return JPG;
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        }
        if (head.startsWith("GIF8") || isBitmap(content) || (head.startsWith("RIFF") && head.startsWith("WEBP", 8))) {
            return OTHER_PICTURE;
        }
        if (head.startsWith("MZ") || head.startsWith("\u007FELF")) {
            return PROGRAM;
        }
        if (head.startsWith("ftyp", 4) || head.startsWith("ID3") || head.startsWith("RIFF")) {
            return SOUND_OR_FILM;
        }
        if (head.startsWith("Rar!") || head.startsWith("7z\u00BC\u00AF") || head.startsWith("\u001F\u008B")) {
            return OTHER_ARCHIVE;
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.contains("<html")) {
            return HTML;
        }
        return start.startsWith("<?xml") ? XML : TEXT;
    }

    private static boolean isBitmap(byte[] content) {
        return content.length > 14 && content[0] == 'B' && content[1] == 'M' && content[6] == 0 && content[8] == 0;
    }
}
