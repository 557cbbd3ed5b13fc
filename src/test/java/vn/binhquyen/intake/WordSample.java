package vn.binhquyen.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/**
 * Writes a sample as an office would in Word: motto and signature in tables without borders, and I., 1., a) and dashes as
 * automatic numbers instead of typed ones. {@code main} renews the Word file of the demonstration from its markdown.
 */
public final class WordSample {

    private static final Pattern LABEL =
            Pattern.compile("^(?<mark>\\*\\*)?(?<label>[IVX]+\\.|\\d+\\.|[a-zđ]\\)|-)\\s+(?<rest>.*)$");
    private static final BigInteger DEFINITION = BigInteger.ZERO;
    private static final int DASH = 3;

    private final XWPFDocument document = new XWPFDocument();
    private final BigInteger numbers;
    private final List<List<String>> table = new ArrayList<>();

    private final boolean numbered;

    private WordSample(boolean numbered) {
        this.numbered = numbered;
        numbers = numbering();
    }

    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[1]), of(Files.readString(Path.of(args[0]))));
    }

    /** The Word file of a plan written in the plain markdown of the samples. */
    public static byte[] of(String markdown) throws IOException {
        return of(markdown, true);
    }

    /** The same with its numbers typed by hand. */
    public static byte[] typed(String markdown) throws IOException {
        return of(markdown, false);
    }

    private static byte[] of(String markdown, boolean numbered) throws IOException {
        var sample = new WordSample(numbered);
        for (String line : markdown.split("\n", -1)) {
            sample.line(line.strip());
        }
        sample.endTable();
        try (var out = new ByteArrayOutputStream();
                var document = sample.document) {
            document.write(out);
            return out.toByteArray();
        }
    }

    private void line(String line) {
        if (line.startsWith("|")) {
            if (!line.matches("[|\\s:-]+")) {
                table.add(List.of(line.substring(1, line.length() - 1).split("\\|", -1)));
            }
            return;
        }
        endTable();
        if (line.startsWith("#")) {
            runs(document.createParagraph(), "**" + line.replaceFirst("^#+\\s*", "") + "**");
            return;
        }
        if (line.isEmpty()) {
            return;
        }
        XWPFParagraph paragraph = document.createParagraph();
        Matcher label = LABEL.matcher(line);
        if (numbered && label.matches()) {
            paragraph.setNumID(numbers);
            paragraph.setNumILvl(BigInteger.valueOf(level(label.group("label"))));
            runs(paragraph, (label.group("mark") == null ? "" : "**") + label.group("rest"));
        } else {
            boolean heading = line.startsWith("**") && document.getParagraphs().size() < 5;
            paragraph.setAlignment(heading ? ParagraphAlignment.CENTER : ParagraphAlignment.BOTH);
            runs(paragraph, line);
        }
    }

    private static int level(String label) {
        return switch (label.charAt(label.length() - 1)) {
            case '-' -> DASH;
            case ')' -> 2;
            default -> Character.isDigit(label.charAt(0)) ? 1 : 0;
        };
    }

    private void endTable() {
        if (table.isEmpty()) {
            return;
        }
        if (table.getFirst().size() > 2) {
            grid();
            return;
        }
        XWPFTable made = document.createTable(1, 2);
        made.removeBorders();
        for (int column = 0; column < 2; column++) {
            var cell = made.getRow(0).getCell(column);
            boolean first = true;
            for (List<String> row : table) {
                for (String words : row.get(column).strip().split("<br>", -1)) {
                    if (!words.isBlank()) {
                        XWPFParagraph paragraph = first ? cell.getParagraphs().getFirst() : cell.addParagraph();
                        paragraph.setAlignment(
                                words.startsWith("-") ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
                        runs(paragraph, words);
                        first = false;
                    }
                }
            }
        }
        table.clear();
    }

    private void grid() {
        XWPFTable made = document.createTable(table.size(), table.getFirst().size());
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < table.get(row).size(); column++) {
                runs(
                        made.getRow(row).getCell(column).getParagraphs().getFirst(),
                        table.get(row).get(column).strip());
            }
        }
        table.clear();
    }

    private static void runs(XWPFParagraph paragraph, String words) {
        boolean bold = false;
        for (String piece : words.split("(?=\\*\\*)|(?<=\\*\\*)", -1)) {
            if (piece.equals("**")) {
                bold = !bold;
            } else if (!piece.replace("*", "").isEmpty()) {
                var run = paragraph.createRun();
                run.setBold(bold);
                run.setFontFamily("Times New Roman");
                run.setFontSize(14);
                run.setText(piece.replace("*", ""));
            }
        }
    }

    private BigInteger numbering() {
        var definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(DEFINITION);
        level(definition, 0, STNumberFormat.UPPER_ROMAN, "%1.");
        level(definition, 1, STNumberFormat.DECIMAL, "%2.");
        level(definition, 2, STNumberFormat.LOWER_LETTER, "%3)");
        level(definition, DASH, STNumberFormat.BULLET, "-");
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(definition)));
    }

    private static void level(CTAbstractNum definition, int at, STNumberFormat.Enum format, String text) {
        var level = definition.addNewLvl();
        level.setIlvl(BigInteger.valueOf(at));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
    }
}
