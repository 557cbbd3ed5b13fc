package vn.binhquyen.intake.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.kernel.VietnameseText;

/** Reads plain text in UTF-8, UTF-16 or an old Vietnamese encoding; what is indented far is taken as centred. */
final class PlainTextReader {

    private static final int CENTRED_FROM = 12;
    private static final String LINE_BREAKS = "\r\u2028\u2029\013\f";
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?|[\\u2028\\u2029\\u000B\\f]");
    private static final Pattern LEFT_OPEN =
            Pattern.compile("(?<=Số:|Số)\\s+(?=/)|(?<=ngày)\\s+(?=tháng)|(?<=tháng)\\s+(?=năm)");

    private PlainTextReader() {}

    static DocumentText read(String text) {
        var lines = new ArrayList<Line>();
        for (String raw : text.split("\n", -1)) {
            int indent = raw.length() - raw.stripLeading().length();
            String line = columns(raw);
            lines.add(new Line(lines.size() + 1, line, 0, indent >= CENTRED_FROM, 0, List.of(), null));
        }
        return new DocumentText(DocumentText.Format.TXT, lines);
    }

    /**
     * Columns set apart by tabs or three spaces and more are set apart by one tab, other runs of spaces become one; the
     * room left for a number or a day that is still to be written ("Số:      /KH-UBND") parts no columns. A bar alone is
     * the edge between two cells of a table copied from a page, and no words.
     */
    static String columns(String line) {
        String words = line.strip();
        if (words.indexOf('\t') < 0 && !words.equals("|") && words.equals(VietnameseText.squeeze(words))) {
            return words;
        }
        return LEFT_OPEN
                .matcher(words.equals("|") ? "" : words)
                .replaceAll(" ")
                .replaceAll(" *\\t\\s*| {3,}", "\t")
                .replaceAll(" {2,}", " ")
                .strip();
    }

    /** Decodes and normalises; line breaks of all systems become "\n". */
    static String decode(byte[] content) throws CannotRead {
        String text = characters(content);
        if (text.indexOf('\0') >= 0) {
            throw new CannotRead(Reason.UNREADABLE);
        }
        String normal = VietnameseText.normalise(text);
        return LINE_BREAKS.chars().anyMatch(sign -> normal.indexOf(sign) >= 0)
                ? LINE_BREAK.matcher(normal).replaceAll("\n")
                : normal;
    }

    private static String characters(byte[] content) throws CannotRead {
        try {
            return VietnameseEncoding.mend(charset(content)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return VietnameseEncoding.decode(content).orElseThrow(() -> new CannotRead(Reason.UNREADABLE, e));
        }
    }

    private static Charset charset(byte[] content) {
        if (content.length >= 2) {
            int mark = (content[0] & 0xFF) << 8 | (content[1] & 0xFF);
            if (mark == 0xFEFF || mark == 0xFFFE) {
                return StandardCharsets.UTF_16;
            }
            if (content[0] != 0 && content[1] == 0) {
                return StandardCharsets.UTF_16LE;
            }
            if (content[0] == 0 && content[1] != 0) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
