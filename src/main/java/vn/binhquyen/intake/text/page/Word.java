package vn.binhquyen.intake.text.page;

/**
 * A word with its place on the page, in points from the upper left corner.
 *
 * @param spaced whether a blank was printed right before it; where none was, the distance tells words apart
 * @param raised whether it stands higher or lower than its row, in smaller type
 */
public record Word(
        String text,
        double left,
        double right,
        double baseline,
        double size,
        boolean bold,
        boolean italic,
        boolean spaced,
        boolean raised) {

    /** Room between two glyphs that parts words, as a share of the size of the type. */
    public static final double WORD_GAP = 0.16;

    /** How far a raised or lowered word stands from its row at most, as a share of the size of the type. */
    private static final double ROW_GAP = 0.7;

    Word asRaised() {
        return new Word(text, left, right, baseline, size, bold, italic, spaced, true);
    }

    /** Whether it goes on with the word that stands before it in the same row: the type changed within a word. */
    boolean continues(Word before) {
        return !spaced && isInRowOf(before) && left - before.right < WORD_GAP * size;
    }

    boolean isInRowOf(Word before) {
        return left >= before.left && Math.abs(baseline - before.baseline) < ROW_GAP * size;
    }

    double centre() {
        return (left + right) / 2;
    }
}
