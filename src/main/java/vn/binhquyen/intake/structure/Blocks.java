package vn.binhquyen.intake.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Line;

/** Joins lines to paragraphs: those of a file wrapped at a fixed width, and those that a page break cut in two. */
public final class Blocks {

    private static final int WIDEST_WRAPPED = 130;
    private static final int NARROWEST_WRAPPED = 50;

    /** Width at which the file is wrapped, or 0 where a line is a paragraph. */
    private final int width;

    private Blocks(DocumentText text) {
        int[] lengths = text.lines().stream()
                .mapToInt(line -> line.text().length())
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        int nearLongest = lengths.length == 0 ? 0 : lengths[(int) (lengths.length * 0.97)];
        int longest = lengths.length == 0 ? 0 : lengths[lengths.length - 1];
        boolean wrapped =
                text.format().breaksParagraphs() && nearLongest <= WIDEST_WRAPPED && nearLongest >= NARROWEST_WRAPPED;
        width = wrapped ? Math.min(longest, nearLongest + 8) : 0;
    }

    /** The paragraphs of the lines from one index to before another. */
    public static List<Block> of(DocumentText text, int from, int to) {
        return new Blocks(text).join(text.lines().subList(Math.max(0, from), Math.max(from, to)));
    }

    private List<Block> join(List<Line> lines) {
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<Line>();
        boolean afterBlank = false;
        for (Line line : lines) {
            if (line.isBlank()) {
                afterBlank = true;
                continue;
            }
            if (!open.isEmpty() && !continues(open, line, afterBlank)) {
                blocks.add(block(open));
                open.clear();
            }
            open.add(line);
            afterBlank = false;
        }
        if (!open.isEmpty()) {
            blocks.add(block(open));
        }
        return List.copyOf(blocks);
    }

    private boolean continues(List<Line> open, Line next, boolean afterBlank) {
        Line last = open.getLast();
        String before = last.text();
        if (!Objects.equals(last.cell(), next.cell()) || next.heading() > 0 || next.autoLabel() > 0) {
            return false;
        }
        boolean full = !afterBlank && isFull(before, next.text());
        if (Label.of(next.text()).isPresent()) {
            return full && !endsStatement(before) && isChanceLabel(next.text());
        }
        if (last.heading() > 0 || endsDocument(before)) {
            return false;
        }
        boolean startsLow = Character.isLowerCase(next.text().charAt(0)) || startsWithDate(next.text());
        if (startsLow) {
            return !before.endsWith(":") && (!endsStatement(before) || full || before.endsWith("..."));
        }
        return full && !(Block.isUpperCase(before) && open.size() == 1 && !Block.isUpperCase(next.text()));
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

    private static boolean startsWithDate(String text) {
        return text.matches("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}.*|\\d+([.,]\\d+)? ?%.*|[(,;].*")
                && !text.startsWith("(Kèm");
    }

    private static boolean endsStatement(String text) {
        return text.matches(".*[.;:!?…][\"”')]?$");
    }

    private static boolean endsDocument(String text) {
        return text.endsWith("./.") || text.endsWith("/.");
    }

    private static Block block(List<Line> lines) {
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
        return new Block(whole, Label.of(whole), List.copyOf(pieces));
    }
}
