package vn.binhquyen.publishing;

/** The A4 sheet, in millimetres, with the margins of Decree 30/2020/NĐ-CP, Appendix I.I.5 (20–25, 20–25, 30–35, 15–20). */
final class Page {
    static final double SHORT_SIDE = 210;
    static final double LONG_SIDE = 297;
    static final double TOP = 20;
    static final double BOTTOM = 20;
    static final double LEFT = 30;
    static final double RIGHT = 15;
    /** From the edge of the paper to the page number. */
    static final double PAGE_NUMBER = 10;

    private Page() {}

    static double textWidth(boolean landscape) {
        return (landscape ? LONG_SIDE : SHORT_SIDE) - LEFT - RIGHT;
    }
}
