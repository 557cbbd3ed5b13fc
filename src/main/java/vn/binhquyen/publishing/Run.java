package vn.binhquyen.publishing;

/** Words of one weight within a paragraph. */
public record Run(String text, boolean bold) {
    public static Run plain(String text) {
        return new Run(text, false);
    }

    public static Run bold(String text) {
        return new Run(text, true);
    }
}
