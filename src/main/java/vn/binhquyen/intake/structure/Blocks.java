package vn.binhquyen.intake.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Line;

/** Joins lines to paragraphs: those of a file wrapped at a fixed width, and those that a page break cut in two. */
public final class Blocks {

    private static final Pattern ARTICLE = Pattern.compile("Điều \\d{1,2}[.:]");
    private static final int WIDEST_WRAPPED = 130;
    private static final int NARROWEST_WRAPPED = 40;
    private static final int FEWEST_BROKEN = 6;
    private static final int FEWEST_NUMBERED = 4;

    private static final int LONGEST_SHORT = 60;

    /** Longer than the last words on which a line can hang, with what stands before them. */
    private static final int LONGEST_HANGING = 16;

    private static final Pattern GOES_ON = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d+([.,]\\d+)?"
            + " ?%|[(,;]|\\d+/(?:\\d{4}/)?\\p{Lu}{2}|\\d{1,3}(?:[.,]\\d{1,3})?\\s+\\p{Ll}");
    private static final Pattern HANGS = Pattern.compile(
            "(?:,|(?<!\\p{L})(?:năm|tháng|ngày|số|và|của|với|tại|trên|cho|theo|do|từ|đến|trong|vào|hoặc|các|những|về|để|là|giai"
                + " đoạn|ít nhất|tối thiểu|tối đa|khoảng|dưới|hơn|quá|đạt|còn|ở mức|bằng|như|khi|mà|gồm|giữa|không"
                + "|được|cùng))$");

    /** Width at which the file is wrapped, or 0 where a line is a paragraph. */
    private final int width;

    /** Whether blank lines part its paragraphs, so that lines without one between them are of one paragraph. */
    private final boolean spaced;

    private final List<Line> lines;

    private final List<Block> all;

    private Blocks(DocumentText text) {
        lines = text.lines();
        int[] lengths = text.lines().stream()
                .filter(line -> line.cell() == null && !hasColumns(line.text()))
                .mapToInt(line -> line.text().length())
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        int nearLongest = lengths.length == 0 ? 0 : lengths[(int) (lengths.length * 0.97)];
        int longest = lengths.length == 0 ? 0 : lengths[lengths.length - 1];
        boolean wrapped =
                text.format().breaksParagraphs() && nearLongest <= WIDEST_WRAPPED && nearLongest >= NARROWEST_WRAPPED;
        boolean paged = !text.pageStarts().isEmpty();
        int ofBroken = paged ? 0 : widthOfBroken(text.lines());
        width = ofBroken > 0 ? ofBroken : wrapped ? Math.min(longest, nearLongest + 8) : 0;
        spaced = width > 0 && isSpaced(text.lines());
        all = join(lines);
    }

    public static Blocks of(DocumentText text) {
        return new Blocks(text);
    }

    /** The paragraphs of the whole document. */
    public List<Block> all() {
        return all;
    }

    /** The paragraphs of the lines from one index to before another; where one runs over such an end, its part. */
    public List<Block> between(int from, int to) {
        int first = firstFrom(from);
        int end = firstFrom(to);
        boolean whole = from <= to && beginsAfter(first, from) && beginsAfter(end, to);
        return whole ? all.subList(first, end) : join(lines.subList(Math.max(0, from), Math.max(from, to)));
    }

    /** Index of the first paragraph whose first line is at the index of a line or after it. */
    private int firstFrom(int line) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).firstLine().number() <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the paragraph before the one with the index ends before the line. */
    private boolean beginsAfter(int block, int line) {
        return block == 0 || all.get(block - 1).lastLine().number() <= line;
    }

    /** Whether blank lines part the paragraphs: each numbered one stands below one. */
    private static boolean isSpaced(List<Line> lines) {
        int numbered = 0;
        int apart = 0;
        for (int i = 1; i < lines.size(); i++) {
            Label.Kind kind = Label.of(lines.get(i).text()).kind();
            if (kind.compareTo(Label.Kind.LETTER) <= 0) {
                numbered++;
                apart += lines.get(i - 1).isBlank() ? 1 : 0;
            }
        }
        return numbered >= FEWEST_NUMBERED && apart * 10 >= numbered * 9;
    }

    /** The length of those lines that the next one clearly goes on with, where they are of about one length. */
    private static int widthOfBroken(List<Line> lines) {
        var broken = new ArrayList<Integer>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String line = lines.get(i).text();
            String next = lines.get(i + 1).text();
            boolean goesOn = !line.isBlank()
                    && !next.isBlank()
                    && lines.get(i).cell() == null
                    && Character.isLowerCase(next.charAt(0))
                    && !endsStatement(line)
                    && !Label.of(next).isPresent()
                    && !hasColumns(line);
            if (goesOn) {
                broken.add(line.length());
            }
        }
        broken.sort(null);
        int near = broken.size() < FEWEST_BROKEN ? 0 : broken.get((int) (broken.size() * 0.9));
        long alike = broken.stream().filter(length -> length >= near - 14).count();
        return alike * 4 >= broken.size() * 3 && near >= NARROWEST_WRAPPED && near <= WIDEST_WRAPPED ? near : 0;
    }

    private List<Block> join(List<Line> lines) {
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<Line>();
        boolean afterBlank = false;
        int rowsUntil = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (i >= rowsUntil) {
                Tables.Found rows = Tables.at(lines, i).orElse(new Tables.Found(null, i));
                rowsUntil = rows.end();
                if (rows.table() != null) {
                    if (!open.isEmpty()) {
                        blocks.add(block(open, null));
                        open.clear();
                    }
                    blocks.add(block(lines.subList(i, rowsUntil), rows.table()));
                    i = rowsUntil - 1;
                    afterBlank = false;
                    continue;
                }
            }
            if (line.isBlank()) {
                afterBlank = true;
                continue;
            }
            if (!open.isEmpty() && !continues(open, line, afterBlank)) {
                blocks.add(block(open, null));
                open.clear();
            }
            open.add(line);
            afterBlank = false;
        }
        if (!open.isEmpty()) {
            blocks.add(block(open, null));
        }
        return List.copyOf(blocks);
    }

    private boolean continues(List<Line> open, Line next, boolean afterBlank) {
        Line last = open.getLast();
        String before = last.text();
        if (!Objects.equals(last.cell(), next.cell())) {
            return false;
        }
        if (open.size() == 1 && Label.isAlone(before) && !Label.of(next.text()).isPresent()) {
            return true;
        }
        boolean labels = Label.isAlone(next.text()) && (afterBlank || endsStatement(before));
        if (labels || next.heading() > 0 || next.autoLabel() > 0) {
            return false;
        }
        boolean full = !afterBlank && isFull(before, next.text());
        if (Label.of(next.text()).isPresent()) {
            return full && !endsStatement(before) && isChanceLabel(next.text());
        }
        boolean article = endsStatement(before) && ARTICLE.matcher(next.text()).lookingAt();
        if (article || last.heading() > 0 || endsDocument(before)) {
            return false;
        }
        if (afterBlank && isShortHeading(open) && Character.isDigit(next.text().charAt(0))) {
            return false;
        }
        boolean startsLow = Character.isLowerCase(next.text().charAt(0)) || startsWithDate(next.text());
        boolean hangs = hangs(before) && !Block.isUpperCase(before) && !Block.isUpperCase(next.text());
        if (hangs && (!afterBlank || before.length() > NARROWEST_WRAPPED)) {
            return true;
        }
        if (isHeadingBroken(open, next, afterBlank)) {
            return true;
        }
        if (spaced && !afterBlank && !Block.isUpperCase(before) && !endsStatement(before)) {
            return true;
        }
        if (startsLow) {
            return !before.endsWith(":") && (!endsStatement(before) || full || before.endsWith("..."));
        }
        return full && !(Block.isUpperCase(before) && open.size() == 1 && !Block.isUpperCase(next.text()));
    }

    /** "II. NỘI DUNG / THỰC HIỆN": a numbered heading in capitals and more capitals right below it. */
    private static boolean isHeadingBroken(List<Line> open, Line next, boolean afterBlank) {
        String first = open.getFirst().text();
        Label label = Label.of(first);
        return !afterBlank
                && label.kind().compareTo(Label.Kind.DECIMAL) <= 0
                && label.length() < first.length()
                && Block.isUpperCase(first.substring(label.length()))
                && Block.isUpperCase(next.text());
    }

    /** "5. Trong lĩnh vực giáo dục" alone on a line that is far from full. */
    private static boolean isShortHeading(List<Line> open) {
        String text = open.getFirst().text();
        return open.size() == 1
                && text.length() <= LONGEST_SHORT
                && Label.of(text).kind().compareTo(Label.Kind.LETTER) <= 0
                && !hangs(text);
    }

    /** Whether the first word of the next line would not have fitted in this one. */
    private boolean isFull(String line, String next) {
        int firstWord = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
        return width > 0 && line.length() + 1 + firstWord > width - 4;
    }

    /** A dash that a wrapped name brought to the beginning of a line: "Sở Lao động / - Thương binh và Xã hội". */
    private static boolean isChanceLabel(String text) {
        Label label = Label.of(text);
        return switch (label.kind()) {
            case DASH -> true;
            case DECIMAL, COUNTED -> label.text().length() > 1 && !label.text().contains(".");
            default -> false;
        };
    }

    private static boolean hasColumns(String line) {
        return line.indexOf('\t') >= 0 || line.indexOf('|') >= 0;
    }

    private static boolean hangs(String line) {
        return HANGS.matcher(line.substring(Math.max(0, line.length() - LONGEST_HANGING)))
                .find();
    }

    private static boolean startsWithDate(String text) {
        return GOES_ON.matcher(text).lookingAt() && !text.startsWith("(Kèm");
    }

    private static boolean endsStatement(String text) {
        int last = text.length() - 1;
        boolean quoted = last > 0 && "\"”')".indexOf(text.charAt(last)) >= 0;
        return last >= 0 && (isStop(text.charAt(last)) || (quoted && isStop(text.charAt(last - 1))));
    }

    private static boolean isStop(char sign) {
        return ".;:!?…".indexOf(sign) >= 0;
    }

    private static boolean endsDocument(String text) {
        return text.endsWith("./.") || text.endsWith("/.");
    }

    private static Block block(List<Line> lines, @Nullable Table table) {
        var text = new StringBuilder();
        var pieces = new ArrayList<Block.Piece>();
        for (Line line : lines) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            pieces.add(new Block.Piece(line, text.length()));
            text.append(line.text().replace('\t', ' '));
        }
        String whole = text.toString();
        return new Block(whole, table == null ? Label.of(whole) : Label.NONE, List.copyOf(pieces), table);
    }
}
