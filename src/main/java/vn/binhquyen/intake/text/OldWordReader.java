package vn.binhquyen.intake.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.converter.AbstractWordUtils.NumberingState;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Cell;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.intake.text.LineBuilder.Looks;

/** Reads the .doc of Word 97 to 2003: paragraphs and cells in reading order, automatic numbers written out. */
final class OldWordReader {

    private static final int CENTRED = 1;

    private final HWPFDocument document;
    private final NumberingState numbers = new NumberingState();
    private final LineBuilder lines = new LineBuilder();
    private int tables;

    private OldWordReader(HWPFDocument document) {
        this.document = document;
    }

    static DocumentText read(byte[] content) throws CannotRead {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                throw new CannotRead(Reason.PROTECTED);
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                boolean sheet = root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book");
                boolean slides = root.hasEntryCaseInsensitive("PowerPoint Document");
                throw new CannotRead(
                        Reason.UNSUPPORTED, sheet ? FileKind.SPREADSHEET : slides ? FileKind.SLIDES : FileKind.OLE);
            }
            try (var document = new HWPFDocument(root)) {
                var reader = new OldWordReader(document);
                reader.paragraphs(document.getRange());
                reader.paragraphs(document.getMainTextboxRange());
                return new DocumentText(DocumentText.Format.DOC, reader.lines.lines());
            }
        } catch (EncryptedDocumentException e) {
            throw new CannotRead(Reason.PROTECTED, e);
        } catch (OldFileFormatException e) {
            throw new CannotRead(Reason.UNSUPPORTED, FileKind.OLD_WORD);
        } catch (IOException | RuntimeException e) {
            throw new CannotRead(Reason.UNREADABLE, e);
        }
    }

    /** The end of a cell is marked on its last paragraph, the end of a row by a paragraph of its own. */
    private void paragraphs(@Nullable Range range) {
        int row = 0;
        int column = 1;
        for (int i = 0; range != null && i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (!paragraph.isInTable()) {
                row = 0;
                paragraph(paragraph, null);
                continue;
            }
            if (row == 0) {
                tables++;
                row = 1;
                column = 1;
            }
            if (paragraph.isTableRowEnd()) {
                row++;
                column = 1;
                continue;
            }
            paragraph(paragraph, new Cell(tables, row, column));
            if (paragraph.text().endsWith("\u0007")) {
                column++;
            }
        }
    }

    private void paragraph(Paragraph paragraph, @Nullable Cell cell) {
        int hidden = 0;
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            var words = new StringBuilder();
            for (char c : run.text().toCharArray()) {
                switch (c) {
                    case '\u0013' -> hidden++;
                    case '\u0014', '\u0015' -> hidden = Math.max(0, hidden - (c == '\u0014' ? 1 : 0));
                    case '\u000B', '\f' -> words.append(hidden == 0 ? "\n" : "");
                    case '\u001E' -> words.append('-');
                    case '\t' -> words.append('\t');
                    default -> words.append(c < ' ' || hidden > 0 ? "" : String.valueOf(c));
                }
            }
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                lines.append(LegacyLetters.ofFont(run.getFontName(), words.toString()), marks(run));
            }
        }
        lines.end(new Looks(heading(paragraph), paragraph.getJustification() == CENTRED, label(paragraph), cell));
    }

    private static Set<Mark> marks(CharacterRun run) {
        var marks = EnumSet.noneOf(Mark.class);
        if (run.isBold()) {
            marks.add(Mark.BOLD);
        }
        if (run.isItalic()) {
            marks.add(Mark.ITALIC);
        }
        if (run.getSubSuperScriptIndex() != 0) {
            marks.add(Mark.RAISED_OR_LOWERED);
        }
        return marks;
    }

    private int heading(Paragraph paragraph) {
        StyleDescription style = document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
        return style == null || style.getName() == null ? 0 : WordReader.headingLevel(style.getName());
    }

    /** An item whose number the file no longer tells stays an item. */
    private static final String UNNUMBERED = "-";

    private String label(Paragraph paragraph) {
        if (!paragraph.isInList() || lines.isEmpty()) {
            return "";
        }
        String label;
        try {
            label = AbstractWordUtils.getBulletText(numbers, paragraph.getList(), (char) paragraph.getIlvl())
                    .strip();
        } catch (RuntimeException brokenTableOfLists) {
            return UNNUMBERED;
        }
        boolean bullet = label.isEmpty() || !Character.isLetterOrDigit(label.codePointAt(0)) && label.length() == 1;
        return bullet && !label.equals("(") ? (label.equals("+") ? "+" : "-") : label;
    }
}
