package vn.binhquyen.intake.structure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.Place;

/**
 * A paragraph made whole: lines that a scan or a wrapped file broke are joined by one space again.
 *
 * @param text the joined text; tabs are spaces, so that positions stay those of the pieces
 * @param label the label of its beginning
 * @param table what the lines hold where they are rows, else null
 */
public record Block(
        String text,
        Label label,
        List<Piece> pieces,
        @Nullable Table table) {

    /** Fewer may be an abbreviation. */
    public static final int FEWEST_CAPITALS = 4;

    /** A line that belongs to the block, and where its first character stands in the block's text. */
    record Piece(Line line, int offset) {
        int end() {
            return offset + line.text().length();
        }
    }

    /** The text without the label. */
    public String body() {
        return text.substring(label.length());
    }

    public Line firstLine() {
        return pieces.getFirst().line();
    }

    public Line lastLine() {
        return pieces.getLast().line();
    }

    public boolean isHeading() {
        return firstLine().heading() > 0;
    }

    /** The place of the characters from one position of {@link #text} to another. */
    public Place place(int from, int to) {
        Piece first = pieceAt(from);
        Piece last = pieceAt(Math.max(from, to - 1));
        int column = from - first.offset();
        if (first == last) {
            return new Place(first.line().number(), column + 1, to - from);
        }
        int length = first.line().text().length() - column;
        for (int i = pieces.indexOf(first) + 1; i <= pieces.indexOf(last); i++) {
            Piece piece = pieces.get(i);
            int skipped = piece.line().number() - pieces.get(i - 1).line().number();
            length += skipped
                    + (piece == last ? to - piece.offset() : piece.line().text().length());
        }
        return new Place(first.line().number(), column + 1, length);
    }

    /** The place of the text after the label. */
    public Place place() {
        return place(label.length(), text.length());
    }

    /** Position in {@link #text} up to which the words after the label are bold; the label's end where none is. */
    public int boldUntil() {
        int until = label.length();
        if (pieces.stream().allMatch(piece -> piece.line().spans().isEmpty())) {
            return until;
        }
        for (int i = label.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (!isBold(i)) {
                    break;
                }
                until = i + 1;
            }
        }
        while (until > label.length() && until < text.length() && ":.)".indexOf(text.charAt(until)) >= 0) {
            until++;
        }
        return until;
    }

    /** Whether every word of it is bold. */
    public boolean isBold() {
        int until = boldUntil();
        return until > label.length() && text.substring(until).chars().noneMatch(Character::isLetterOrDigit);
    }

    public boolean isUpperCase() {
        return isUpperCase(body());
    }

    /** Whether it is in capitals, of which there are at least that many. */
    public static boolean isUpperCase(String text, int fewest) {
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
            capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        return capitals >= fewest;
    }

    static boolean isUpperCase(String text) {
        return isUpperCase(text, FEWEST_CAPITALS);
    }

    private boolean isBold(int position) {
        Piece piece = pieceAt(position);
        int at = position - piece.offset();
        return at < piece.line().text().length() && piece.line().isMarked(Mark.BOLD, at, at + 1);
    }

    private Piece pieceAt(int position) {
        Piece found = pieces.getFirst();
        for (Piece piece : pieces) {
            if (piece.offset() > position) {
                break;
            }
            found = piece;
        }
        return found;
    }
}
